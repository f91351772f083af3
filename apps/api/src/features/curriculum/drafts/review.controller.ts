import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { checkCourse, publishCourse } from '@seek-justice/contracts/endpoints/publish-course.ts';
import { addComment, settleComment, signOff } from '@seek-justice/contracts/endpoints/review-draft.ts';
import { signedIn } from '../../../auth/access.guard.ts';
import { Route } from '../../../http/route.ts';
import { PublishService } from './publish.service.ts';
import { type Review, ReviewsService } from './reviews.service.ts';

/** Reviewing and publishing. */
@ApiTags('authoring')
@Controller()
export class ReviewController {
  readonly #reviews: ReviewsService;
  readonly #publish: PublishService;

  constructor(reviews: ReviewsService, publish: PublishService) {
    this.#reviews = reviews;
    this.#publish = publish;
  }

  @Route(signOff)
  sign(
    @Req() request: FastifyRequest,
    @Param({ schema: signOff.params }) { id }: z.output<typeof signOff.params>,
    @Body({ schema: signOff.body }) body: z.output<typeof signOff.body>,
  ): Promise<Review> {
    return this.#reviews.sign(signedIn(request), id, body);
  }

  @Route(addComment)
  comment(
    @Req() request: FastifyRequest,
    @Param({ schema: addComment.params }) { id }: z.output<typeof addComment.params>,
    @Body({ schema: addComment.body }) body: z.output<typeof addComment.body>,
  ): Promise<Review> {
    return this.#reviews.comment(signedIn(request), id, body);
  }

  @Route(settleComment)
  settle(
    @Req() request: FastifyRequest,
    @Param({ schema: settleComment.params }) { id }: z.output<typeof settleComment.params>,
    @Body({ schema: settleComment.body }) { comment, settled }: z.output<typeof settleComment.body>,
  ): Promise<Review> {
    return this.#reviews.settle(signedIn(request), id, comment, settled);
  }

  @Route(checkCourse)
  check(@Param({ schema: checkCourse.params }) { id }: z.output<typeof checkCourse.params>): Promise<z.output<typeof checkCourse.success.body>> {
    return this.#publish.check(id);
  }

  @Route(publishCourse)
  publish(
    @Req() request: FastifyRequest,
    @Param({ schema: publishCourse.params }) { id }: z.output<typeof publishCourse.params>,
    @Body({ schema: publishCourse.body }) body: z.output<typeof publishCourse.body>,
  ): Promise<z.output<typeof publishCourse.success.body>> {
    return this.#publish.publish(signedIn(request), id, body);
  }
}
