import { z } from 'zod';
import { plain } from '../parts.ts';
import { draftId, langTag, thingId } from './draft.ts';

/** Id of a source: never changed, since blocks name it. */
export const sourceId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const name = plain.trim().min(1).max(300);
const inLanguages = (most: number) => z.record(langTag, plain.trim().min(1).max(most));

/** What is known of a source. Its title is there in one language at least. */
export const sourceFields = z
  .object({
    title: inLanguages(300).refine((text) => Object.keys(text).length > 0),
    publisher: name.optional(),
    where: plain.trim().min(1).max(500).optional(),
    date: z.iso.date().optional(),
    supports: inLanguages(1_000).optional(),
    verifiedOn: z.iso.date().nullable(),
    reviewBy: z.iso.date().nullable(),
  })
  .meta({ id: 'SourceFields' });

/** What a source says, without when somebody looked at it. */
export const sourceContent = sourceFields.omit({ verifiedOn: true, reviewBy: true }).meta({ id: 'SourceContent' });

/** A source, with the version that whoever changes it must have seen, and the blocks that lean on it. */
export const sourceEntry = z
  .object({
    id: sourceId,
    version: z.int(),
    source: sourceFields,
    usedBy: z.array(z.object({ draft: draftId, title: z.record(z.string(), z.string()), thing: thingId, type: z.string() })),
  })
  .meta({ id: 'SourceEntry' });
