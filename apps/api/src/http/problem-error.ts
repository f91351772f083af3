import type { ProblemCode } from '@seek-justice/contracts/problem.ts';

/** An expected failure: thrown anywhere, turned into problem+json in one place. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly retryAfter: number | undefined;
  readonly fields: string[] | undefined;

  constructor(code: ProblemCode, extra: { retryAfter?: number; fields?: string[] } = {}) {
    super(code);
    this.code = code;
    this.retryAfter = extra.retryAfter;
    this.fields = extra.fields;
  }
}
