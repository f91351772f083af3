import type { Readable } from 'node:stream';
import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { bringInGift, takeOutGift } from '@seek-justice/contracts/endpoints/exchange-gift.ts';
import { bringInPackage, takeOutPackage } from '@seek-justice/contracts/endpoints/exchange-package.ts';
import { bringInXliff, takeOutXliff } from '@seek-justice/contracts/endpoints/exchange-xliff.ts';
import { signedIn } from '../../../auth/access.guard.ts';
import { fileBody } from '../../../http/file-body.ts';
import { fileToDisk, SILENCE_MS } from '../../../http/file-to-disk.ts';
import { ProblemError } from '../../../http/problem-error.ts';
import { Route } from '../../../http/route.ts';
import { fileText } from './file-text.ts';
import { type GiftTaken, GiftService } from './gift/gift.service.ts';
import { CoursePackage } from './package/course-package.ts';
import { PACKAGE_LIMITS } from './package/limits.ts';
import { type PackageTaken, PackageService } from './package/package.service.ts';
import { type XliffTaken, XliffService } from './xliff/xliff.service.ts';

const MB = 1024 * 1024;
/** A course of fifty lessons has about 3 MB in it; questions of a quiz have some kilobytes. */
const MOST = { xliff: 24 * MB, gift: 2 * MB };
const XLIFF = 'application/xliff+xml';
const GIFT = 'text/x-gift';
const ZIP = 'application/zip';
const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** Sends a file to be kept, under a name that says what it is. */
function sendFile(reply: FastifyReply, type: string, name: string, content: string | Readable): void {
  void reply.type(type).header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'private, no-store').send(content);
}

/** A text file that was brought. @throws ProblemError `bad_request` where it is no text. */
async function broughtText(request: FastifyRequest, most: number): Promise<string> {
  const text = fileText(await fileBody(request, most));
  if (text === null) throw new ProblemError('bad_request');
  return text;
}

/** Content that leaves this site and comes in: for translators, for Moodle, for another office. */
@ApiTags('exchange')
@Controller()
export class ExchangeController {
  readonly #xliff: XliffService;
  readonly #gift: GiftService;
  readonly #package: CoursePackage;
  readonly #packages: PackageService;

  constructor(xliff: XliffService, gift: GiftService, out: CoursePackage, packages: PackageService) {
    this.#xliff = xliff;
    this.#gift = gift;
    this.#package = out;
    this.#packages = packages;
  }

  @Route(takeOutXliff)
  @ApiResponse({ status: 200, description: 'The file.', content: { [XLIFF]: FILE } })
  async xliffOut(@Param({ schema: takeOutXliff.params }) { id }: z.output<typeof takeOutXliff.params>, @Query({ schema: takeOutXliff.query }) { to }: z.output<typeof takeOutXliff.query>, @Res() reply: FastifyReply): Promise<void> {
    const { text, kind } = await this.#xliff.takeOut(id, to);
    sendFile(reply, XLIFF, `${kind}-${id}.${to}.xlf`, text);
  }

  @Route(bringInXliff)
  @ApiConsumes(XLIFF)
  @ApiBody(FILE)
  async xliffIn(@Req() request: FastifyRequest, @Param({ schema: bringInXliff.params }) { id }: z.output<typeof bringInXliff.params>): Promise<XliffTaken> {
    return this.#xliff.bringIn(signedIn(request), id, await fileBody(request, MOST.xliff));
  }

  @Route(takeOutGift)
  @ApiResponse({ status: 200, description: 'The file.', content: { [GIFT]: FILE } })
  async giftOut(@Param({ schema: takeOutGift.params }) { id }: z.output<typeof takeOutGift.params>, @Query({ schema: takeOutGift.query }) { lang }: z.output<typeof takeOutGift.query>, @Res() reply: FastifyReply): Promise<void> {
    sendFile(reply, GIFT, `quiz-${id}.${lang}.gift`, await this.#gift.takeOut(id, lang));
  }

  @Route(bringInGift)
  @ApiConsumes(GIFT)
  @ApiBody(FILE)
  async giftIn(@Req() request: FastifyRequest, @Param({ schema: bringInGift.params }) { id }: z.output<typeof bringInGift.params>, @Query({ schema: bringInGift.query }) { lang }: z.output<typeof bringInGift.query>): Promise<GiftTaken> {
    return this.#gift.bringIn(signedIn(request), id, lang, await broughtText(request, MOST.gift));
  }

  @Route(takeOutPackage)
  @ApiResponse({ status: 200, description: 'The file.', content: { [ZIP]: FILE } })
  async packageOut(@Param({ schema: takeOutPackage.params }) { id }: z.output<typeof takeOutPackage.params>, @Query({ schema: takeOutPackage.query }) { of = 'now' }: z.output<typeof takeOutPackage.query>, @Res() reply: FastifyReply): Promise<void> {
    const { bytes, stream } = await this.#package.takeOut(id, of);
    void reply.header('content-length', bytes);
    // Whoever reads no more keeps nothing here.
    reply.raw.setTimeout(SILENCE_MS, () => reply.raw.destroy());
    sendFile(reply, ZIP, `course-${id}.zip`, stream);
  }

  @Route(bringInPackage)
  @ApiConsumes(ZIP)
  @ApiBody(FILE)
  async packageIn(@Req() request: FastifyRequest, @Query({ schema: bringInPackage.query }) { do: what = 'look', plan }: z.output<typeof bringInPackage.query>): Promise<PackageTaken> {
    return this.#packages.bringIn(signedIn(request), (path) => fileToDisk(request, PACKAGE_LIMITS.packed, path), what, plan);
  }
}
