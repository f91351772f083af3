import { Inject, Injectable, Optional } from '@nestjs/common';
import { JsonSyntaxError } from '@seek-justice/domain/kernel/ijson.ts';
import { LIMITS } from '@seek-justice/domain/records/envelope.ts';
import { type Arrived, parseRequest } from '@seek-justice/domain/records/parse.ts';
import type { RefusalCode, Verdict } from '@seek-justice/domain/records/verdict.ts';
import { type Device, Devices } from '../auth/devices.ts';
import { Metrics } from '../http/metrics.ts';
import { ProblemError } from '../http/problem-error.ts';
import { Committer } from './committer.ts';
import { DeviceBinding } from './device-binding.ts';
import { HeldRecords } from './held-records.ts';
import { readJoin } from './join-item.ts';
import { type JoinItem, Joins } from './joins.ts';
import type { Outcome, Prepared } from './prepared.ts';
import { readRecord } from './read-record.ts';
import { RecordCheck, type Sender, type Unbound } from './record-check.ts';
import { Unsealer } from './unsealer.ts';

/** What one element of a request is once it is open. */
type Opened = (Exclude<Arrived, { ok: 'sealed' }> & { id?: string | null }) | { ok: 'join'; id: string; item: JoinItem };

/** Checks, stamps and stores handed-in records, and says of each what became of it. */
@Injectable()
export class AppendService {
  readonly #committer: Committer;
  readonly #check: RecordCheck;
  readonly #held: HeldRecords;
  readonly #binding: DeviceBinding;
  readonly #devices: Devices;
  readonly #unsealer: Unsealer;
  readonly #metrics: Metrics;
  readonly #joins: Joins | null;

  constructor(
    committer: Committer,
    check: RecordCheck,
    held: HeldRecords,
    binding: DeviceBinding,
    devices: Devices,
    unsealer: Unsealer,
    metrics: Metrics,
    @Optional() @Inject(Joins) joins: Joins | null,
  ) {
    this.#committer = committer;
    this.#check = check;
    this.#held = held;
    this.#binding = binding;
    this.#devices = devices;
    this.#unsealer = unsealer;
    this.#metrics = metrics;
    this.#joins = joins;
  }

  /**
   * @param text the request's body as it came.
   * @returns a verdict per record, in request order. When this resolves, all that is `stored` is committed.
   * @throws ProblemError `bad_request` when the text is no such request, `too_large` for more than 200 records.
   */
  async append(sender: Sender, text: string): Promise<Verdict[]> {
    const arrived = parse(text);
    if (arrived.length > LIMITS.recordsPerRequest) throw new ProblemError('too_large');
    const opened = await Promise.all(arrived.map((record) => this.#open(record)));
    // Joins first: the records behind them are by the phones that they bind.
    const answers = new Map<number, Outcome | RefusalCode>();
    for (const [index, one] of opened.entries()) if (one.ok === 'join') answers.set(index, await this.#join(one.item, sender));
    const bound = await this.#devices.find(opened.flatMap((one) => (one.ok === true && one.envelope.sig !== undefined ? [one.envelope.device] : [])));
    const checked = await Promise.all(opened.map(async (one, index) => answers.get(index) ?? this.#checkOne(sender, one, bound)));
    const prepared = entriesOf(checked, (one): one is Prepared => typeof one === 'object' && 'via' in one);
    const unbound = entriesOf(checked, (one): one is Unbound => typeof one === 'object' && 'unbound' in one);
    const [stored, held] = await Promise.all([
      prepared.length > 0 ? this.#committer.commit(prepared.map(([, one]) => one)) : [],
      unbound.length > 0 ? this.#held.hold(sender, unbound.map(([, one]) => one)) : [],
    ]);
    for (const [at, [index]] of prepared.entries()) answers.set(index, stored[at] ?? 'malformed');
    for (const [at, [index]] of unbound.entries()) answers.set(index, held[at] ?? 'malformed');
    const verdicts = opened.map((one, index): Verdict => {
      const answer = answers.get(index) ?? (checked[index] as RefusalCode);
      // What was sealed is spoken of by the name on its outside.
      const id = one.id ?? ('envelope' in one ? one.envelope.id : null);
      return answer === 'stored' || answer === 'duplicate' ? { id, verdict: answer } : { id, verdict: 'refused', code: answer };
    });
    for (const { verdict, code = '' } of verdicts) this.#metrics.verdicts.inc({ verdict, code });
    return verdicts;
  }

  async #open(arrived: Arrived): Promise<Opened> {
    if (arrived.ok !== 'sealed') return arrived;
    const { id } = arrived;
    const text = await this.#unsealer.open(arrived.sealed);
    if (text === null) return { ok: false, id, fault: 'unreadable' };
    const join = await readJoin(text, this.#binding);
    if (join) return join.id === id ? { ok: 'join', id, item: join } : { ok: false, id, fault: 'envelope' };
    const inside = readRecord(text);
    if (inside?.ok !== true) return { ok: false, id, fault: inside?.ok === false ? inside.fault : 'envelope' };
    return { ...inside, id };
  }

  async #checkOne(sender: Sender, opened: Opened, bound: ReadonlyMap<string, Device>): Promise<Prepared | Unbound | RefusalCode> {
    if (opened.ok === true) return this.#check.check(sender, opened, bound);
    if (opened.ok === false && (opened.fault === 'too_large' || opened.fault === 'unreadable')) return opened.fault;
    return 'malformed';
  }

  async #join(item: JoinItem, sender: Sender): Promise<Outcome | RefusalCode> {
    const joined = this.#joins ? await this.#joins.complete(item, sender.account.id) : { refused: 'not_permitted' as const };
    if ('refused' in joined) return joined.refused;
    await this.#binding.settle({ envelope: item.opened, text: item.openedText });
    return 'stored';
  }
}

function entriesOf<T, S extends T>(all: readonly T[], is: (one: T) => one is S): [number, S][] {
  return all.flatMap((one, index): [number, S][] => (is(one) ? [[index, one]] : []));
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
