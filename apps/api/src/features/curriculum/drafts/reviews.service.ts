import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { draftReview } from '@seek-justice/contracts/endpoints/read-draft.ts';
import type { signOff } from '@seek-justice/contracts/endpoints/review-draft.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { competencesOf, contentOf, endedBySources, type Reviewing, signatureOf, thingsOf, unsigned } from '@seek-justice/domain/curriculum/authoring/review.ts';
import { contentsOf, sourceContents, sourcesBehind } from '@seek-justice/domain/curriculum/authoring/signed-sources.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { type Account, isPolice } from '../../../auth/account.ts';
import { Contacts } from '../../../database/contacts.ts';
import { ProblemError } from '../../../http/problem-error.ts';
import { Narrations } from '../narrations.ts';
import { SourcesRepository, type StoredSource } from '../sources/sources.repository.ts';
import { audioOf } from './audio.ts';
import { DraftsService, NOBODY } from './drafts.service.ts';
import { ReviewsRepository, type StoredSignOff } from './reviews.repository.ts';
import { sha256, today } from './today.ts';

export type Review = z.output<typeof draftReview>;
type Wanted = z.output<typeof signOff.body>;

/** What is said of documents: signatures by competence, comments, recordings. */
@Injectable()
export class ReviewsService {
  readonly #drafts: DraftsService;
  readonly #reviews: ReviewsRepository;
  readonly #narrations: Narrations;
  readonly #contacts: Contacts;
  readonly #sources: SourcesRepository;

  constructor(drafts: DraftsService, reviews: ReviewsRepository, narrations: Narrations, contacts: Contacts, sources: SourcesRepository) {
    this.#drafts = drafts;
    this.#reviews = reviews;
    this.#narrations = narrations;
    this.#contacts = contacts;
    this.#sources = sources;
  }

  async read(by: Account, id: string): Promise<Review> {
    const named = (name: string): string => (isPolice(by) ? NOBODY : name);
    const document = await this.#drafts.read(id);
    // Before all else: what is said meanwhile is news to whoever gets this.
    const said = await this.#reviews.mark(id);
    const [signOffs, recordings, contacts, sources] = await Promise.all([this.#reviews.signOffs(id), this.#narrations.presentOf(id), this.#contacts.all(), this.#sources.all()]);
    const reviewing: Reviewing = { languages: SITE.languages, today: today(), sha256, sources: sourceContents(sources.map(({ data }) => data)) };
    return {
      said,
      unsigned: unsigned(document, signOffs, reviewing),
      signed: thingsOf(document).flatMap((thing) =>
        competencesOf(document, thing, SITE.languages).flatMap((competence) => {
          const found = signatureOf(document, thing, competence, signOffs, reviewing);
          return found ? [{ thing, competence, by: named(found.by), on: found.on, reviewBy: found.reviewBy, brought: found.brought }] : [];
        }),
      ),
      sourcesChanged: endings(document, signOffs, reviewing),
      comments: (await this.#reviews.comments(id)).map((comment) => ({ ...comment, by: named(comment.by) })),
      mine: await this.#reviews.competencesOf(by.id),
      audio: Object.fromEntries(SITE.languages.map((lang) => [lang, audioOf(document, lang, recordings, contacts)])),
    };
  }

  /**
   * Signs things off, or withdraws the signatures.
   * @throws ProblemError `not_competent`; `draft_moved_on`, `source_moved_on` when the text, or a source of it, is another
   * than the one that was read.
   */
  async sign(by: Account, id: string, wanted: Wanted): Promise<Review> {
    const document = await this.#drafts.read(id);
    if (!(await this.#reviews.competencesOf(by.id)).includes(wanted.competence)) throw new ProblemError('not_competent');
    if (wanted.withdraw) await this.#reviews.withdraw(id, wanted.things, wanted.competence);
    else {
      if (document.version !== wanted.version) throw new ProblemError('draft_moved_on');
      if (wanted.reviewBy <= today()) throw new ProblemError('bad_request', { fields: ['reviewBy'] });
      const sources = await this.#sources.all();
      const things = wanted.things.filter((thing) => competencesOf(document, thing, SITE.languages).includes(wanted.competence));
      await this.#reviews.sign(
        id,
        by.id,
        things.map((thing) => {
          const behind = sourcesBehind(document, thing, wanted.competence);
          if (wanted.sources && behind.some((one) => (wanted.sources?.[one] ?? 0) !== versionOf(sources, one))) throw new ProblemError('source_moved_on');
          const content = contentOf(document, thing, wanted.competence, sha256);
          return { thing, competence: wanted.competence, content, reviewBy: wanted.reviewBy, sources: contentsOf(behind, sourceContents(sources.map(({ data }) => data))) };
        }),
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

/** Signatures that ended because sources say something else now, source by source. */
function endings(document: Document, signOffs: readonly StoredSignOff[], reviewing: Reviewing): Review['sourcesChanged'] {
  return thingsOf(document).flatMap((thing) =>
    competencesOf(document, thing, SITE.languages).flatMap((competence) => {
      const ended = endedBySources(document, thing, competence, signOffs, reviewing);
      return (ended?.changed ?? []).map((source) => ({ thing, source, signedOn: ended?.signed.on ?? '', before: ended?.signed.sources[source] ?? null, now: reviewing.sources[source] ?? null }));
    }),
  ) as Review['sourcesChanged'];
}

/** 0: it is not there. */
function versionOf(sources: readonly StoredSource[], id: string): number {
  return sources.find((one) => one.id === id)?.version ?? 0;
}
