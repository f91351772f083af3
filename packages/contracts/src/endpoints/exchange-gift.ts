import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { localizedText } from '../parts.ts';
import { draftId, langTag } from './draft.ts';

const params = z.object({ id: draftId });
const query = z.object({ lang: langTag });

export const takeOutGift = endpoint({
  id: 'exchange.gift-out',
  method: 'GET',
  path: '/api/drafts/:id/gift',
  summary: 'The questions of a quiz in one language as a GIFT file for Moodle; those that are not written in it are left out.',
  params,
  query,
  success: { status: 200, body: null },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request'],
});

/** What became of a file of questions, one by one. */
export const giftTaken = z
  .object({
    added: z.array(z.object({ thing: z.string(), question: z.string() })),
    /** The same question stands there already. */
    there: z.array(z.string()),
    /** `line` counts from 1; `words` say why. */
    unread: z.array(z.object({ line: z.int(), text: z.string(), reason: z.string(), words: localizedText })),
  })
  .meta({ id: 'GiftTaken' });

export const bringInGift = endpoint({
  id: 'exchange.gift-in',
  method: 'POST',
  path: '/api/drafts/:id/gift',
  summary: 'Add the questions of a GIFT file (text/x-gift) in one language to a quiz; its other languages stay open.',
  params,
  query,
  success: { status: 200, body: giftTaken },
  problems: ['sign_in_first', 'not_allowed', 'not_found'],
});
