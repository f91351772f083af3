import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { plain } from '../parts.ts';

export const MOST_QUERY = 80;
export const MOST_RESULTS = 50;

export const searchResult = z
  .object({
    kind: z.enum(['lesson', 'quiz', 'contact', 'place']),
    /** Of the lesson, quiz, contact or province. */
    id: z.string(),
    /** Block of the lesson or item of the quiz; absent for a title. */
    block: z.string().optional(),
    title: z.string(),
    lang: z.string(),
    /** What was found, as it is written; around the first hit where it is long. */
    text: z.string(),
    /** What to highlight in `text`: from, to, in UTF-16 units, on edges of whole characters. */
    marks: z.array(z.array(z.int()).length(2)),
  })
  .meta({ id: 'SearchResult' });

export const search = endpoint({
  id: 'search.find',
  method: 'GET',
  path: '/api/search',
  summary: 'Finds all words of `q` in what the reader may read, in contacts and in provinces; `lang` comes first. Fewer than two letters find nothing.',
  query: z.object({
    q: plain.max(MOST_QUERY),
    lang: z.string().max(12).optional(),
    limit: z.coerce.number().int().min(1).max(MOST_RESULTS).optional(),
  }),
  success: {
    status: 200,
    body: z
      .object({
        results: z.array(searchResult),
        /** Whether a larger `limit` would bring more. */
        more: z.boolean(),
      })
      .meta({ id: 'SearchResults' }),
  },
  problems: ['bad_request'],
});
