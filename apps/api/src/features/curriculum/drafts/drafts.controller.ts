import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { beginDraft } from '@seek-justice/contracts/endpoints/begin-draft.ts';
import { draftVersion, draftVersions, restoreDraft } from '@seek-justice/contracts/endpoints/draft-versions.ts';
import { editDraft } from '@seek-justice/contracts/endpoints/edit-draft.ts';
import { listDrafts } from '@seek-justice/contracts/endpoints/list-drafts.ts';
import { readDraft } from '@seek-justice/contracts/endpoints/read-draft.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { signedIn } from '../../../auth/access.guard.ts';
import { Route } from '../../../http/route.ts';
import type { StoredDraft } from './drafts.repository.ts';
import { DraftsService, type Saved } from './drafts.service.ts';
import { type Review, ReviewsService } from './reviews.service.ts';
import { TreeService } from './tree.service.ts';

function shown({ id, kind, body, bases, version }: StoredDraft): { document: Document; version: number } {
  return { document: { id, kind, body, bases }, version };
}

/** Documents of authors: reading, writing, their versions. */
@ApiTags('authoring')
@Controller()
export class DraftsController {
  readonly #drafts: DraftsService;
  readonly #reviews: ReviewsService;
  readonly #tree: TreeService;

  constructor(drafts: DraftsService, reviews: ReviewsService, tree: TreeService) {
    this.#drafts = drafts;
    this.#reviews = reviews;
    this.#tree = tree;
  }

  @Route(listDrafts)
  list(): Promise<z.output<typeof listDrafts.success.body>> {
    return this.#tree.read();
  }

  @Route(readDraft)
  async read(@Req() request: FastifyRequest, @Param({ schema: readDraft.params }) { id }: z.output<typeof readDraft.params>): Promise<{ document: Document; version: number; review: Review }> {
    return { ...shown(await this.#drafts.read(id)), review: await this.#reviews.read(signedIn(request), id) };
  }

  @Route(editDraft)
  edit(
    @Req() request: FastifyRequest,
    @Param({ schema: editDraft.params }) { id }: z.output<typeof editDraft.params>,
    @Body({ schema: editDraft.body }) { version, edits }: z.output<typeof editDraft.body>,
  ): Promise<Saved> {
    return this.#drafts.edit(signedIn(request), id, version, edits as Edit[]);
  }

  @Route(beginDraft)
  async begin(@Req() request: FastifyRequest, @Body({ schema: beginDraft.body }) body: z.output<typeof beginDraft.body>): Promise<{ document: Document; version: number }> {
    return shown(await this.#drafts.begin(signedIn(request), body));
  }

  @Route(draftVersions)
  async versions(
    @Req() request: FastifyRequest,
    @Param({ schema: draftVersions.params }) { id }: z.output<typeof draftVersions.params>,
    @Query({ schema: draftVersions.query }) { before }: z.output<typeof draftVersions.query>,
  ): Promise<z.output<typeof draftVersions.success.body>> {
    return (await this.#drafts.versions(signedIn(request), id, before)) as z.output<typeof draftVersions.success.body>;
  }

  @Route(draftVersion)
  version(@Param({ schema: draftVersion.params }) { id, version }: z.output<typeof draftVersion.params>): Promise<Pick<Document, 'body' | 'bases'>> {
    return this.#drafts.version(id, version);
  }

  @Route(restoreDraft)
  async restore(
    @Req() request: FastifyRequest,
    @Param({ schema: restoreDraft.params }) { id }: z.output<typeof restoreDraft.params>,
    @Body({ schema: restoreDraft.body }) { version }: z.output<typeof restoreDraft.body>,
  ): Promise<{ document: Document; version: number }> {
    return shown(await this.#drafts.restore(signedIn(request), id, version));
  }
}
