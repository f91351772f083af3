import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type draftOrigins, type findItems, MOST_ITEMS } from '@seek-justice/contracts/endpoints/find-items.ts';
import { applyEdits } from '@seek-justice/domain/curriculum/authoring/apply.ts';
import { type BankItem, bankOf, basesWithin, findInBank, itemContent, originalOf, quizzesWith } from '@seek-justice/domain/curriculum/authoring/bank.ts';
import { type Document, type ModuleBody, type QuizBody, textKey } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import type { Account } from '../../../auth/account.ts';
import { Database } from '../../../database/database.ts';
import { ProblemError } from '../../../http/problem-error.ts';
import { DraftsRepository, type StoredDraft } from '../drafts/drafts.repository.ts';
import { sha256 } from '../drafts/today.ts';
import { BankRepository } from './bank.repository.ts';

type Found = z.output<typeof findItems.success.body>;
type Origins = z.output<typeof draftOrigins.success.body>;

const LETTERS = 'abcdefghijkmnpqrstuvwxyz';

/** Questions wherever they stand: finding them, what became of originals, putting aside and taking back. */
@Injectable()
export class BankService {
  readonly #database: Database;
  readonly #drafts: DraftsRepository;
  readonly #bank: BankRepository;

  constructor(database: Database, drafts: DraftsRepository, bank: BankRepository) {
    this.#database = database;
    this.#drafts = drafts;
    this.#bank = bank;
  }

  /** Questions with all words of a query, in whatever language; those of quizzes first. */
  async find(query: string): Promise<Found> {
    const [documents, aside] = await Promise.all([this.#drafts.all(), this.#bank.aside()]);
    const all = bankOf(documents.values(), aside);
    const found = findInBank(all, query);
    const shown = found.slice(0, MOST_ITEMS);
    const drafts = [...new Set(shown.map(({ draft }) => draft))];
    const [published, versions] = await Promise.all([this.#bank.published(drafts), this.#bank.versions(drafts)]);
    const titles = titlesOf(documents.values());
    const items = shown.map((one) => {
      const key = `${one.draft}/${one.item.id}`;
      return {
        ...told(one),
        title: titles.get(one.draft) ?? {},
        versions: versions.get(key) ?? 1,
        quizzes: quizzesWith(all, one).length,
        published: published.get(key) ?? 0,
      };
    });
    return { items, more: found.length > shown.length };
  }

  /** @throws ProblemError `not_found` */
  async origins(id: string): Promise<Origins> {
    const [documents, aside] = await Promise.all([this.#drafts.all(), this.#bank.aside()]);
    const quiz = documents.get(id);
    if (quiz?.kind !== 'quiz') throw new ProblemError('not_found');
    const all = bankOf(documents.values(), aside);
    return {
      origins: (quiz.body as QuizBody).items.flatMap(({ id: item, from }): Origins['origins'] => {
        if (!from) return [];
        const original = originalOf(all, from);
        return [{ item, original: original && told(original) }];
      }),
    };
  }

  /**
   * Takes a question out of its quiz and keeps it.
   * @throws ProblemError `not_found`; `item_moved_on` when it is another than the one that was seen.
   */
  async putAside(by: Account, id: string, was: { id: string }): Promise<{ version: number }> {
    return this.#database.transaction(async (client) => {
      const quiz = await this.#quiz(client, id);
      const item = (quiz.body as QuizBody).items.find((one) => one.id === was.id);
      if (!item) throw new ProblemError('not_found');
      if (canonical(item as unknown as Json) !== canonical(was as Json)) throw new ProblemError('item_moved_on');
      await this.#bank.add(client, { draft: id, item, source: quiz.body.source, bases: basesWithin(quiz.bases, item.id) }, by.id);
      return { version: await this.#write(client, quiz, { op: 'remove', path: ['items'], id: item.id, was: item as unknown as Json }, by) };
    });
  }

  /**
   * Puts a question back into its quiz, as it was.
   * @throws ProblemError `not_found` when it stood elsewhere or is back already; `quiz_full`
   */
  async takeBack(by: Account, id: string, { aside, after }: { aside: string; after: string | null }): Promise<{ version: number }> {
    return this.#database.transaction(async (client) => {
      const quiz = await this.#quiz(client, id);
      const found = await this.#bank.lock(client, aside);
      if (found?.draft !== id) throw new ProblemError('not_found');
      // An older version of the quiz, brought back meanwhile, has it too: then both are kept.
      const taken = (quiz.body as QuizBody).items.some((one) => one.id === found.item.id);
      const item = taken ? { ...found.item, id: newItemId() } : found.item;
      await this.#bank.remove(client, aside);
      const within = Object.entries(found.bases).map(([key, made]) => [textKey(['items', item.id, key]), made]);
      const restored = { ...quiz, bases: { ...quiz.bases, ...Object.fromEntries(within) } };
      return { version: await this.#write(client, restored, { op: 'add', path: ['items'], thing: item as unknown as { id: string } & Record<string, Json>, after }, by) };
    });
  }

  async #quiz(client: Parameters<DraftsRepository['lock']>[0], id: string): Promise<StoredDraft> {
    const quiz = await this.#drafts.lock(client, id);
    if (quiz?.kind !== 'quiz') throw new ProblemError('not_found');
    return quiz;
  }

  async #write(client: Parameters<DraftsRepository['write']>[0], quiz: StoredDraft, edit: Edit, by: Account): Promise<number> {
    const { document, outcomes } = applyEdits(quiz, [edit], SITE.languages);
    if (outcomes[0]?.result !== 'done') throw new ProblemError('quiz_full');
    return this.#drafts.write(client, { ...document, version: quiz.version }, by.id, 'edit');
  }
}

function told(one: BankItem): Origins['origins'][number]['original'] & object {
  return { ...one, item: one.item as unknown as { id: string; type: string }, content: itemContent(one.item, sha256) };
}

/** The title of the module that each quiz belongs to. */
function titlesOf(documents: Iterable<Document>): Map<string, LocalizedText> {
  return new Map([...documents].flatMap(({ kind, body }) => (kind === 'module' ? (body as ModuleBody).quizzes.map(({ id }): [string, LocalizedText] => [id, (body as ModuleBody).title ?? {}]) : [])));
}

function newItemId(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
