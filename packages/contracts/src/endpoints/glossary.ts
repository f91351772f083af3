import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { plain } from '../parts.ts';
import { draftId, langTag } from './draft.ts';

const word = plain.trim().min(1).max(120);

/** A word of the glossary in every language, with other accepted forms and a note. */
export const termText = z.object({
  words: z.record(langTag, plain.trim().max(120)),
  also: z.record(langTag, z.array(word).max(20)),
  note: z.record(langTag, plain.trim().max(600)),
});

const term = termText
  .extend({
    id: draftId,
    version: z.int(),
    /** When it was last changed, and by whom; null: it came with the program. */
    at: z.string(),
    by: z.string().nullable(),
  })
  .meta({ id: 'Term' });

const terms = z.object({ terms: z.array(term) }).meta({ id: 'Glossary' });
const params = z.object({ id: draftId });

export const readGlossary = endpoint({
  id: 'glossary.read',
  method: 'GET',
  path: '/api/glossary',
  summary: 'The words of the curriculum that mean one thing everywhere, in every language.',
  success: { status: 200, body: terms },
  problems: ['sign_in_first', 'not_allowed'],
});

export const writeTerm = endpoint({
  id: 'glossary.write',
  method: 'POST',
  path: '/api/glossary/:id',
  summary: 'Add a word under an id of the writer’s own (`version` 0), or change the one of that version. Sending again is safe.',
  params,
  body: termText.extend({ version: z.int().min(0) }).meta({ id: 'WriteTerm' }),
  success: { status: 200, body: terms },
  problems: ['sign_in_first', 'not_allowed', 'term_moved_on', 'term_incomplete', 'bad_request', 'bad_origin'],
});

export const removeTerm = endpoint({
  id: 'glossary.remove',
  method: 'POST',
  path: '/api/glossary/:id/remove',
  summary: 'Take a word away. One that came with the program does not come back with it.',
  params,
  body: z.object({}).meta({ id: 'RemoveTerm' }),
  success: { status: 200, body: terms },
  problems: ['sign_in_first', 'not_allowed', 'bad_request', 'bad_origin'],
});
