import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { draftReview } from '@seek-justice/contracts/endpoints/read-draft.ts';
import { competencesOf, contentOf, thingsOf, unsigned } from '@seek-justice/domain/curriculum/authoring/review.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { type Account, isPolice } from '../../../auth/account.ts';
import { Contacts } from '../../../database/contacts.ts';
import { ProblemError } from '../../../http/problem-error.ts';
import { Narrations } from '../narrations.ts';
import { audioOf } from './audio.ts';
import { DraftsService, NOBODY } from './drafts.service.ts';
import { ReviewsRepository } from './reviews.repository.ts';
import { sha256, today } from './today.ts';

export type Review = z.output<typeof draftReview>;

/** What is said of documents: signatures by competence, comments, recordings. */
@Injectable()
export class ReviewsService {
  readonly #drafts: DraftsService;
  readonly #reviews: ReviewsRepository;
  readonly #narrations: Narrations;
  readonly #contacts: Contacts;

  constructor(drafts: DraftsService, reviews: ReviewsRepository, narrations: Narrations, contacts: Contacts) {
    this.#drafts = drafts;
    this.#reviews = reviews;
    this.#narrations = narrations;
    this.#contacts = contacts;
  }

  async read(by: Account, id: string): Promise<Review> {
    const named = (name: string): string => (isPolice(by) ? NOBODY : name);
    const document = await this.#drafts.read(id);
    const [signOffs, recordings, contacts] = await Promise.all([this.#reviews.signOffs(id), this.#narrations.presentOf(id), this.#contacts.all()]);
    const open = unsigned(document, signOffs, { languages: SITE.languages, today: today(), sha256 });
    return {
      unsigned: open,
      signed: thingsOf(document).flatMap((thing) =>
        competencesOf(document, thing, SITE.languages).flatMap((competence) => {
          if (open.some((one) => one.thing === thing && one.competence === competence)) return [];
          const content = contentOf(document, thing, competence, sha256);
          const found = signOffs.find((one) => one.thing === thing && one.competence === competence && one.content === content);
          return found ? [{ thing, competence, by: named(found.by), on: found.on, reviewBy: found.reviewBy, brought: found.brought }] : [];
        }),
      ),
      comments: (await this.#reviews.comments(id)).map((comment) => ({ ...comment, by: named(comment.by) })),
      mine: await this.#reviews.competencesOf(by.id),
      audio: Object.fromEntries(SITE.languages.map((lang) => [lang, audioOf(document, lang, recordings, contacts)])),
    };
  }

  /**
   * Signs things off, or withdraws the signatures.
   * @throws ProblemError `not_competent`; `draft_moved_on` when the text is another than the one that was read.
   */
  async sign(by: Account, id: string, wanted: { version: number; things: string[]; competence: string; reviewBy: string; withdraw: boolean }): Promise<Review> {
    const document = await this.#drafts.read(id);
    if (!(await this.#reviews.competencesOf(by.id)).includes(wanted.competence)) throw new ProblemError('not_competent');
    if (wanted.withdraw) await this.#reviews.withdraw(id, wanted.things, wanted.competence);
    else {
      if (document.version !== wanted.version) throw new ProblemError('draft_moved_on');
      if (wanted.reviewBy <= today()) throw new ProblemError('bad_request', { fields: ['reviewBy'] });
      const things = wanted.things.filter((thing) => competencesOf(document, thing, SITE.languages).includes(wanted.competence));
      await this.#reviews.sign(
        id,
        by.id,
        things.map((thing) => ({ thing, competence: wanted.competence, content: contentOf(document, thing, wanted.competence, sha256), reviewBy: wanted.reviewBy })),
      );
    }
    return this.read(by, id);
  }

  async comment(by: Account, id: string, said: { id: string; thing: string; text: string }): Promise<Review> {
    await this.#drafts.read(id);
    await this.#reviews.comment(id, by.id, said);
    return this.read(by, id);
  }

  async settle(by: Account, id: string, comment: string, settled: boolean): Promise<Review> {
    await this.#reviews.settle(id, comment, settled);
    return this.read(by, id);
  }
}
