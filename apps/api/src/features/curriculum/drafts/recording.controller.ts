import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { draftNarration, putClipBack, recordClip, removeClip } from '@seek-justice/contracts/endpoints/narration.ts';
import { signedIn } from '../../../auth/access.guard.ts';
import { Route } from '../../../http/route.ts';
import { RecordingService } from './recording.service.ts';

type Named = z.output<typeof draftNarration.params>;
type Part = z.output<typeof recordClip.success.body>;

/** Lessons and quizzes read aloud, part by part. */
@ApiTags('authoring')
@Controller()
export class RecordingController {
  readonly #recordings: RecordingService;

  constructor(recordings: RecordingService) {
    this.#recordings = recordings;
  }

  @Route(draftNarration)
  async read(@Param({ schema: draftNarration.params }) { id }: Named, @Query({ schema: draftNarration.query }) { lang }: z.output<typeof draftNarration.query>): Promise<{ parts: Part[] }> {
    return { parts: await this.#recordings.read(id, lang) };
  }

  @Route(recordClip)
  record(@Req() request: FastifyRequest, @Param({ schema: recordClip.params }) { id }: Named, @Body({ schema: recordClip.body }) body: z.output<typeof recordClip.body>): Promise<Part> {
    return this.#recordings.record(signedIn(request), id, body);
  }

  @Route(removeClip)
  remove(@Req() request: FastifyRequest, @Param({ schema: removeClip.params }) { id }: Named, @Body({ schema: removeClip.body }) { lang, key }: z.output<typeof removeClip.body>): Promise<Part> {
    return this.#recordings.remove(signedIn(request), id, lang, key);
  }

  @Route(putClipBack)
  putBack(@Req() request: FastifyRequest, @Param({ schema: putClipBack.params }) { id }: Named, @Body({ schema: putClipBack.body }) place: z.output<typeof putClipBack.body>): Promise<Part> {
    return this.#recordings.putBack(signedIn(request), id, place);
  }
}
