import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { joinWords } from '@seek-justice/contracts/endpoints/join.ts';
import type { ProfileOpened } from '@seek-justice/domain/records/types/profile-opened/shape.ts';
import type { RefusalCode } from '@seek-justice/domain/records/verdict.ts';
import { Accounts } from '../../auth/accounts.ts';
import { Devices } from '../../auth/devices.ts';
import { normalCohortCode } from '../../auth/login.ts';
import { SlowDown } from '../../auth/slow-down.ts';
import { Database } from '../../database/database.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { type JoinItem, type Joined, Joins } from '../../records/joins.ts';
import { signedText } from '../../records/signature.ts';
import { CohortsRepository } from './cohorts.repository.ts';
import { PeopleRepository } from './people.repository.ts';

type JoinWords = z.output<typeof joinWords>;

/** What the sender of records is told of a join that came in between them. */
function refusalOf({ code, retryAfter }: ProblemError): RefusalCode {
  if (code === 'bad_request') return 'malformed';
  if (code === 'profile_taken') return 'id_taken';
  // A group may be opened again, and whoever brings many is only to be slower.
  return code === 'join_closed' || retryAfter !== undefined ? 'not_yet' : 'not_permitted';
}

/** Completes profiles that were made on phones with a cohort's code. */
@Injectable()
export class JoinService extends Joins {
  readonly #database: Database;
  readonly #people: PeopleRepository;
  readonly #cohorts: CohortsRepository;
  readonly #accounts: Accounts;
  readonly #devices: Devices;
  readonly #slowDown: SlowDown;

  constructor(database: Database, people: PeopleRepository, cohorts: CohortsRepository, accounts: Accounts, devices: Devices, slowDown: SlowDown) {
    super();
    this.#database = database;
    this.#people = people;
    this.#cohorts = cohorts;
    this.#accounts = accounts;
    this.#devices = devices;
    this.#slowDown = slowDown;
  }

  async complete(item: JoinItem, by = 'carried'): Promise<Joined | { refused: RefusalCode }> {
    try {
      return await this.join(item, by);
    } catch (error) {
      if (error instanceof ProblemError) return { refused: refusalOf(error) };
      throw error;
    }
  }

  /**
   * Makes person, account, membership and device in one transaction, or finds them when the same item came before.
   * @param by whose tries are counted: an address or a carrier.
   * @throws ProblemError `join_unknown` (with the seconds to wait after several), `join_closed`, `profile_taken`,
   * `bad_request` for words that do not fit.
   */
  async join(item: JoinItem, by: string): Promise<Joined> {
    const words = joinWords.safeParse(item.join);
    if (!words.success) throw new ProblemError('bad_request', { fields: [...new Set(words.error.issues.map(({ path }) => String(path[0] ?? 'join')))] });
    const opened = createHash('sha256').update(signedText(item.opened)).digest();
    const known = await this.#again(item, opened);
    if (known) return known;
    const code = normalCohortCode(words.data.code);
    // A slip of the finger is told from a guess without asking anybody, and is not counted.
    if (!code) throw new ProblemError('join_unknown');
    const tries = this.#slowDown.key('join', by);
    const wait = await this.#slowDown.begin(tries);
    if (wait > 0) throw new ProblemError('join_unknown', { retryAfter: wait });
    const joined = await this.#database.transaction((client) => this.#make(client, item, { ...words.data, code }, opened)).catch(async (error: unknown) => {
      // A right code is no guess, also when the group takes nobody any more.
      if (error instanceof ProblemError && error.code === 'join_closed') await this.#slowDown.succeeded(tries);
      throw error;
    });
    await this.#slowDown.succeeded(tries);
    return joined;
  }

  /** Somebody whose join is complete already: whatever became of the cohort, the phone gets its token again. */
  #again(item: JoinItem, opened: Buffer): Promise<Joined | null> {
    return this.#database.transaction(async (client) => {
      const account = await this.#cohorts.accountOf(client, item.opened.subject, opened);
      return account === null ? null : this.#bind(client, item, account);
    });
  }

  async #make(client: PoolClient, item: JoinItem, words: JoinWords, opened: Buffer): Promise<Joined> {
    const cohort = await this.#cohorts.byCode(client, words.code);
    if (!cohort) throw new ProblemError('join_unknown');
    if (cohort.full) throw new ProblemError('join_closed');
    const person = item.opened.subject;
    const added = await this.#people.addJoined(client, person, {
      name: words.name,
      church: words.church ?? null,
      commune: words.commune ?? null,
      province: cohort.province,
      phone: null,
      gender: words.gender ?? 'not-said',
      ageBand: words.ageBand ?? 'not-said',
    });
    // Of two requests with one item, the second has waited for the first here.
    const before = added ? null : await this.#cohorts.accountOf(client, person, opened);
    if (!added && before === null) throw new ProblemError('profile_taken');
    const account = before ?? (await this.#accounts.add(client, { person, login: null, kind: 'learner', secretHash: null, roles: ['pastor'], scope: [] }));
    await this.#cohorts.addMember(client, cohort.id, person, opened);
    return this.#bind(client, item, account);
  }

  async #bind(client: PoolClient, { opened }: JoinItem, account: string): Promise<Joined> {
    const { key } = opened.body as unknown as ProfileOpened;
    const token = await this.#devices.bind(client, { id: opened.device, account, key });
    if (token === null) throw new ProblemError('profile_taken');
    return { person: opened.subject, account, token };
  }
}
