import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { giftTaken } from '@seek-justice/contracts/endpoints/exchange-gift.ts';
import { applyEdits } from '@seek-justice/domain/curriculum/authoring/apply.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { unplaced } from '@seek-justice/domain/curriculum/authoring/unplaced.ts';
import type { ItemDraft } from '@seek-justice/domain/curriculum/draft.ts';
import { itemFormOf, textsOf } from '@seek-justice/domain/curriculum/form.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import type { Account } from '../../../../auth/account.ts';
import { Database } from '../../../../database/database.ts';
import { ProblemError } from '../../../../http/problem-error.ts';
import { DraftsRepository, type StoredDraft } from '../../drafts/drafts.repository.ts';
import { newThingId } from './new-thing-id.ts';
import { readGift } from './read-gift.ts';
import { GIFT_REASON_WORDS } from './reason-words.ts';
import { writeGift } from './write-gift.ts';

export type GiftTaken = z.output<typeof giftTaken>;

/** Questions for Moodle and back. */
@Injectable()
export class GiftService {
  readonly #database: Database;
  readonly #drafts: DraftsRepository;

  constructor(database: Database, drafts: DraftsRepository) {
    this.#database = database;
    this.#drafts = drafts;
  }

  /** Questions that are written in a language, others left out. @throws ProblemError `not_found` for what is no quiz. */
  async takeOut(id: string, lang: string): Promise<string> {
    const { body } = this.#quiz(await this.#drafts.find(id), lang);
    return writeGift({ id, passMark: body.passMark, draft: [], items: body.items.filter((item) => isWritten(item, lang)).map((item) => onlyIn(item, lang)) }, lang);
  }

  /** Adds the questions that can be read, at the end. @throws ProblemError `not_found` for what is no quiz. */
  async bringIn(by: Account, id: string, lang: string, text: string): Promise<GiftTaken> {
    return this.#database.transaction(async (client) => {
      const stored = await this.#drafts.lock(client, id);
      let quiz = this.#quiz(stored, lang);
      const { items, unread } = readGift(text, lang, newThingId);
      const answer: GiftTaken = { added: [], there: [], unread: unread.map((one) => ({ ...one, words: GIFT_REASON_WORDS[one.reason] })) };
      for (const item of items) {
        const question = item.question[lang] ?? '';
        const { body } = quiz;
        if (body.items.some((one) => one.question[lang] === question && (one.situation?.[lang] ?? '') === (item.situation?.[lang] ?? ''))) {
          answer.there.push(question);
          continue;
        }
        const { document, outcomes } = applyEdits(quiz, [{ op: 'add', path: ['items'], thing: unplaced(item) as { id: string } & Record<string, Json>, after: body.items.at(-1)?.id ?? null }], SITE.languages);
        if (outcomes[0]?.result === 'done') {
          quiz = document as Document<'quiz'>;
          answer.added.push({ thing: item.id, question });
        } else answer.unread.push({ line: 0, text: question, reason: 'not_fit', words: GIFT_REASON_WORDS.not_fit });
      }
      if (stored && answer.added.length > 0) await this.#drafts.write(client, { ...quiz, version: stored.version }, by.id, 'imported');
      return answer;
    });
  }

  #quiz(found: StoredDraft | null, lang: string): Document<'quiz'> {
    if (found?.kind !== 'quiz' || !SITE.languages.includes(lang)) throw new ProblemError('not_found');
    return found as Document<'quiz'>;
  }
}

/** Whether all that a question must say is there in a language; what is said to an answer may still be missing. */
function isWritten(item: ItemDraft, lang: string): boolean {
  return textsOf(item, itemFormOf(item.type) ?? []).every(({ path, text }) => path.at(-1) === 'feedback' || Boolean(text?.[lang]));
}

/** Without what is said to answers in other languages: it has no place in this one's file. */
function onlyIn(item: ItemDraft, lang: string): ItemDraft {
  const said = (feedback: ItemDraft['options'][number]['feedback'] | undefined) => (feedback?.[lang] ? { [lang]: feedback[lang] } : {});
  return { ...item, options: item.options.map((option) => ({ ...option, feedback: said(option.feedback) })) };
}
