import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { localizedText } from '../parts.ts';
import { documentKind, draftId, languageState } from './draft.ts';

const entry = z.object({ id: draftId, kind: documentKind, title: localizedText, states: z.record(z.string(), languageState), comments: z.int() }).meta({ id: 'DraftEntry' });

export const listDrafts = endpoint({
  id: 'drafts.list',
  method: 'GET',
  path: '/api/drafts',
  summary: 'All documents of authors as a tree, with what is untranslated, stale, reviewed and recorded in each language.',
  success: {
    status: 200,
    body: z
      .object({
        courses: z.array(
          entry.extend({
            /** Whether what is published differs from what stands here. */
            changed: z.boolean(),
            published: z.boolean(),
            modules: z.array(entry.extend({ lessons: z.array(entry), quiz: entry.nullable() })),
          }),
        ),
      })
      .meta({ id: 'DraftTree' }),
  },
  problems: ['sign_in_first', 'not_allowed'],
});
