import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { uuid } from '../parts.ts';
import { draftId, thingId } from './draft.ts';

const params = z.object({ id: draftId });
const moved = z.object({ version: z.int() }).meta({ id: 'ItemMoved' });

export const putAside = endpoint({
  id: 'drafts.put-aside',
  method: 'POST',
  path: '/api/drafts/:id/put-aside',
  summary: 'Take a question out of its quiz and keep it. `was` is the question as its author saw it.',
  params,
  body: z.object({ was: z.looseObject({ id: thingId }) }).meta({ id: 'PutAside' }),
  success: { status: 200, body: moved },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'item_moved_on', 'bad_request', 'bad_origin'],
});

export const takeBack = endpoint({
  id: 'drafts.take-back',
  method: 'POST',
  path: '/api/drafts/:id/take-back',
  summary: 'Put a question that was put aside into the quiz that it stood in, behind another one.',
  params,
  body: z.object({ aside: uuid, after: thingId.nullable() }).meta({ id: 'TakeBack' }),
  success: { status: 200, body: moved },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'quiz_full', 'bad_request', 'bad_origin'],
});
