import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import type { Problem, ProblemCode } from '@seek-justice/contracts/problem.ts';
import { causeOf, type Log } from './log.ts';
import { ProblemError } from './problem-error.ts';
import { STATUS_OF } from './problem-status.ts';
import { PROBLEM_WORDS } from './problem-words.ts';
import { readerLanguage } from './reader-language.ts';

/** SQLSTATE classes and socket errors that mean "the database is not there" (or takes no writes for now), not "the program is wrong". */
const DATABASE_GONE = /^(08|53|57P0|25006)|^ECONN|^ENOENT$|^EPIPE$/;
const GONE_WORDS = /Connection terminated|not queryable|Query read timeout|timeout exceeded when trying to connect|connect ENOENT|the database system is/i;

/** Whether an error means that the database cannot be reached just now. */
export function isDatabaseGone(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return DATABASE_GONE.test(code) || GONE_WORDS.test(message);
}

/** Whether an error means that the database has no room to write: PostgreSQL has a code for a full disk, none for a used-up quota. */
export function isStoreFull(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return code === '53100' || (code === 'XX000' && /could not (extend|write).*(quota exceeded|File too large)/i.test(message));
}

/** The only place where a failure becomes an answer: problem+json in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    void this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also used for what fails before there is a route. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const known = error instanceof ProblemError ? error : new ProblemError(this.#codeOf(error));
    if (known.code === 'unexpected') this.#log.error({ event: 'unexpected', ...causeOf(error) });
    const language = readerLanguage(request);
    const words = textIn(PROBLEM_WORDS[known.code], language);
    const body: Problem = {
      type: `about:blank#${known.code}`,
      title: known.retryAfter ? `${words} ${waitWords(known.retryAfter, language)}` : words,
      status: STATUS_OF[known.code],
      code: known.code,
      ...(known.retryAfter ? { retryAfter: known.retryAfter } : {}),
      ...(known.fields ? { fields: known.fields } : {}),
    };
    if (known.retryAfter) void reply.header('retry-after', known.retryAfter);
    return reply
      .status(body.status)
      .header('cache-control', 'no-store')
      .header('content-language', language)
      .type('application/problem+json')
      .send(JSON.stringify(body));
  }

  #codeOf(error: unknown): ProblemCode {
    if (isStoreFull(error)) return 'store_full';
    if (isDatabaseGone(error)) return 'database_down';
    const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
    if (status === 404) return 'not_found';
    if (status === 413) return 'too_large';
    if (status !== undefined && status >= 400 && status < 500) return 'bad_request';
    return 'unexpected';
  }
}

function waitWords(seconds: number, language: string): string {
  return language === 'km' ? `សូមរង់ចាំ ${digitsFor('km', seconds)} វិនាទី។` : `Please wait ${seconds} seconds.`;
}
