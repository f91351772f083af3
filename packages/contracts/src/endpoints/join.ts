import { z } from 'zod';
import { LIMITS } from '@seek-justice/domain/records/envelope.ts';
import { endpoint } from '../endpoint.ts';
import { ageBand, churchName, communeName, gender, personName, uuid } from '../parts.ts';

/**
 * What somebody who joins says of themself, inside the item `{id, join, opened}` that the phone has sealed; `opened` is
 * the text of the profile's first record, whose subject is the new person. The cohort says the province.
 */
export const joinWords = z.looseObject({
  code: z.string().max(40),
  name: personName,
  church: churchName.nullish(),
  commune: communeName.nullish(),
  gender: gender.nullish(),
  ageBand: ageBand.nullish(),
  /** Learners are 18 or over, and say so. */
  adult: z.literal(true),
});

export const join = endpoint({
  id: 'people.join',
  method: 'POST',
  path: '/api/join',
  summary: 'Complete a profile that was made on a phone with a cohort’s code. The same item again gives the same person.',
  body: z.object({ item: z.union([z.string().max(LIMITS.sealedLength), z.looseObject({ id: uuid, join: z.looseObject({}), opened: z.string().max(LIMITS.recordBytes) })]) }).meta({ id: 'Join' }),
  success: {
    status: 200,
    body: z
      .object({
        person: uuid,
        /** With it the phone may hand in records of this profile; it opens nothing to read. */
        token: z.string(),
      })
      .meta({ id: 'Joined' }),
  },
  problems: ['join_unknown', 'join_closed', 'profile_taken', 'sign_in_off', 'bad_request', 'bad_origin'],
});
