import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { localizedText } from '../parts.ts';
import { draftId, langTag } from './draft.ts';

/** A text of a document: `path` is its keys and ids, `thing` the block or item that it belongs to. */
const place = { draft: draftId, path: z.array(z.string()), thing: z.string() };

export const takeOutXliff = endpoint({
  id: 'exchange.xliff-out',
  method: 'GET',
  path: '/api/drafts/:id/xliff',
  summary: 'A document and all below it as a file for translators (XLIFF 2.1) into a language.',
  params: z.object({ id: draftId }),
  query: z.object({ to: langTag }),
  success: { status: 200, body: null },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'nothing_to_translate', 'bad_request'],
});

/** What became of a translation file. With any fault nothing of it was taken. */
export const xliffTaken = z
  .object({
    faults: z.array(z.object({ line: z.int(), column: z.int(), code: z.string(), words: localizedText, unit: z.string().optional() })),
    /** Languages of the file; null where it was refused before they were known. */
    languages: z.object({ source: z.string(), target: z.string() }).nullable(),
    /** Translations that stand there now. */
    taken: z.array(z.object({ ...place, stale: z.boolean() })),
    /** Left as they were, and called correct by the translator. */
    confirmed: z.int(),
    unchanged: z.int(),
    /** Empty in the file, or in a part of it still in the words of the original; what stands here was left. */
    untranslated: z.int(),
    /** Somebody here has written in the same place since the file went out; what stands here was left. */
    collided: z.array(z.object({ ...place, brought: z.string(), here: z.string() })),
    /** Single texts that were not taken. `detail`: numbers to call that are lost or too many. */
    refused: z.array(z.object({ draft: z.string(), path: z.array(z.string()), thing: z.string(), why: z.enum(['contacts', 'doubled', 'unknown', 'elsewhere', 'other_source', 'not_fit']), detail: z.array(z.string()) })),
    /** What translators wrote beside the texts. It is told once and not kept. */
    remarks: z.array(z.object({ ...place, text: z.string() })),
    /** Texts of ours that the file does not have. */
    missing: z.int(),
    titles: z.record(z.string(), localizedText),
  })
  .meta({ id: 'XliffTaken' });

export const bringInXliff = endpoint({
  id: 'exchange.xliff-in',
  method: 'POST',
  path: '/api/drafts/:id/xliff',
  summary: 'Bring a translation file (application/xliff+xml) back: each changed text becomes an edit, made from the source that the translator saw.',
  params: z.object({ id: draftId }),
  success: { status: 200, body: xliffTaken },
  problems: ['sign_in_first', 'not_allowed', 'not_found'],
});
