import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { ABILITIES, provinceId, role, uuid } from '../parts.ts';

export const me = endpoint({
  id: 'auth.me',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, with which roles and abilities.',
  success: {
    status: 200,
    body: z
      .object({
        person: z.object({ id: uuid, name: z.string() }),
        roles: z.array(role),
        /** Provinces of a coordinator; null for the whole country; empty for everybody else. */
        scope: z.object({ provinces: z.array(provinceId).nullable() }),
        language: z.string(),
        can: z.array(z.enum(ABILITIES)),
      })
      .meta({ id: 'Me' }),
  },
  problems: ['sign_in_first'],
});
