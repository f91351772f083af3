import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JsonSyntaxError } from '@seek-justice/domain/kernel/ijson.ts';
import { LIMITS } from '@seek-justice/domain/records/envelope.ts';
import { hashInput } from '@seek-justice/domain/records/hash.ts';
import { type Arrived, parseRequest } from '@seek-justice/domain/records/parse.ts';
import { bodyFits } from '@seek-justice/domain/records/schemas.ts';
import type { RefusalCode, Verdict } from '@seek-justice/domain/records/verdict.ts';
import type { Account } from '../auth/account.ts';
import { Metrics } from '../http/metrics.ts';
import { ProblemError } from '../http/problem-error.ts';
import { Committer } from './committer.ts';
import { mayAppend } from './permissions.ts';
import type { Prepared } from './prepared.ts';
import { RoleHistory } from './role-history.ts';
import { SubjectScope } from './subject-scope.ts';

/** Checks, stamps and stores handed-in records, and says of each what became of it. */
@Injectable()
export class AppendService {
  readonly #committer: Committer;
  readonly #roles: RoleHistory;
  readonly #scope: SubjectScope;
  readonly #metrics: Metrics;

  constructor(committer: Committer, roles: RoleHistory, scope: SubjectScope, metrics: Metrics) {
    this.#committer = committer;
    this.#roles = roles;
    this.#scope = scope;
    this.#metrics = metrics;
  }

  /**
   * @param text the request's body as it came.
   * @returns a verdict per record, in request order. When this resolves, all that is `stored` is committed.
   * @throws ProblemError `bad_request` when the text is no such request, `too_large` for more than 200 records.
   */
  async append(account: Account, text: string): Promise<Verdict[]> {
    const arrived = parse(text);
    if (arrived.length > LIMITS.recordsPerRequest) throw new ProblemError('too_large');
    const checked = await Promise.all(arrived.map((record) => this.#check(account, record)));
    const prepared = checked.filter((record): record is Prepared => typeof record === 'object');
    const outcomes = prepared.length > 0 ? await this.#committer.commit(prepared) : [];
    const verdicts = checked.map((record, index): Verdict => {
      const entry = arrived[index];
      if (typeof record === 'string') return { id: entry && !entry.ok ? entry.id : entry?.ok ? entry.envelope.id : null, verdict: 'refused', code: record };
      const outcome = outcomes.shift();
      const { id } = record.envelope;
      return outcome === 'stored' || outcome === 'duplicate' ? { id, verdict: outcome } : { id, verdict: 'refused', code: 'id_taken' };
    });
    for (const { verdict, code = '' } of verdicts) this.#metrics.verdicts.inc({ verdict, code });
    return verdicts;
  }

  async #check(account: Account, arrived: Arrived): Promise<Prepared | RefusalCode> {
    if (!arrived.ok) return arrived.fault === 'too_large' ? 'too_large' : 'malformed';
    const { envelope, text } = arrived;
    if (!bodyFits(envelope.type, envelope.v, envelope.body)) return 'malformed';
    const allowed = await mayAppend(account, envelope, (subject) => this.#scope.holds(account, subject));
    if (!allowed) return 'not_permitted';
    const hash = createHash('sha256').update(hashInput(envelope as unknown as Parameters<typeof hashInput>[0])).digest();
    return { envelope, text, hash, account: account.id, roles: await this.#roles.since(account, envelope.after), via: 'session' };
  }
}

function parse(text: string): Arrived[] {
  try {
    const arrived = parseRequest(text);
    if (arrived) return arrived;
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
  }
  throw new ProblemError('bad_request', { fields: ['records'] });
}
