import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { hash, localizedText } from '../parts.ts';

export const curriculum = endpoint({
  id: 'curriculum.read',
  method: 'GET',
  path: '/api/curriculum',
  summary: 'The site and the courses that the reader is entitled to; without sign-in the open ones alone.',
  success: {
    status: 200,
    body: z
      .object({
        site: z.object({ languages: z.array(z.string()), timeZone: z.string(), provinces: z.array(z.object({ id: z.string(), name: localizedText })) }),
        courses: z.array(
          z.object({
            id: z.string(),
            title: localizedText,
            audience: z.enum(['open', 'signed-in', 'police']),
            hash,
            modules: z.array(
              z.object({
                id: z.string(),
                title: localizedText,
                lessons: z.array(z.object({ id: z.string(), title: localizedText, minutes: z.int() })),
              }),
            ),
          }),
        ),
      })
      .meta({ id: 'Curriculum' }),
  },
  problems: [],
});
