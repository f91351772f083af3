import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { hash, localizedText, plain, uuid } from '../parts.ts';
import { draftId, langTag, thingId } from './draft.ts';

export const MOST_ITEMS = 30;

/** A question as it stands in its quiz or was put aside; the domain knows its members. */
export const bankItem = z
  .object({
    /** The quiz that it stands in, or stood in. */
    draft: draftId,
    item: z.looseObject({ id: thingId, type: z.string() }),
    source: langTag,
    /** What its translations were made from, by the path of a text within the item. */
    bases: z.record(z.string(), z.record(z.string(), z.object({ from: langTag, text: z.string() }))),
    /** Names what it asks and says; a copy keeps it. */
    content: hash,
    /** Under which id it is put aside; null: it stands in its quiz. */
    aside: uuid.nullable(),
  })
  .meta({ id: 'BankItem' });

export const findItems = endpoint({
  id: 'items.find',
  method: 'GET',
  path: '/api/items',
  summary: 'Questions that were written once, in a quiz or put aside, with every word of `q` in any language; and where each is used.',
  query: z.object({ q: plain.max(80).optional() }),
  success: {
    status: 200,
    body: z
      .object({
        items: z.array(
          bankItem.extend({
            /** Of the module that the quiz belongs to. */
            title: localizedText,
            /** Wordings that it has had. */
            versions: z.int(),
            /** Quizzes in which it or a copy of it stands. */
            quizzes: z.int(),
            /** Published states of quizzes that hold it. */
            published: z.int(),
          }),
        ),
        more: z.boolean(),
      })
      .meta({ id: 'BankItems' }),
  },
  problems: ['sign_in_first', 'not_allowed', 'bad_request'],
});

export const draftOrigins = endpoint({
  id: 'drafts.origins',
  method: 'GET',
  path: '/api/drafts/:id/origins',
  summary: 'The originals of a quiz’s copied questions as they are now; null: it is not there any more. It has changed where its `content` is not the one that the copy names.',
  params: z.object({ id: draftId }),
  success: {
    status: 200,
    body: z
      .object({ origins: z.array(z.object({ item: thingId, original: bankItem.nullable() })) })
      .meta({ id: 'DraftOrigins' }),
  },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request'],
});
