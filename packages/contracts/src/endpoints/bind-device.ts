import { z } from 'zod';
import { LIMITS } from '@seek-justice/domain/records/envelope.ts';
import { endpoint } from '../endpoint.ts';

export const bindDevice = endpoint({
  id: 'devices.bind',
  method: 'POST',
  path: '/api/devices',
  summary: 'Bind a phone to the signed-in person by the first record of its profile. Once more gives the same token.',
  /** The `profile.opened` record as text: signed by the key that it names. */
  body: z.object({ opened: z.string().max(LIMITS.recordBytes) }).meta({ id: 'BindDevice' }),
  success: {
    status: 200,
    body: z
      .object({
        /** Lets the phone hand in records, and nothing else; sent as `Authorization: Bearer`. */
        token: z.string(),
      })
      .meta({ id: 'BoundDevice' }),
  },
  problems: ['sign_in_first', 'bad_request', 'not_allowed', 'bad_origin'],
});
