import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { addPerson } from '@seek-justice/contracts/endpoints/add-person.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { type Account, abilitiesOf, inScope } from '../../auth/account.ts';
import { Accounts } from '../../auth/accounts.ts';
import { newPrintedCode } from '../../auth/login.ts';
import { OneTimeTokens } from '../../auth/one-time-tokens.ts';
import { Sessions } from '../../auth/sessions.ts';
import { Config } from '../../config/options.ts';
import { Database } from '../../database/database.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { PeopleRepository, type Person } from './people.repository.ts';

type NewPersonRequest = z.output<typeof addPerson.body>;

/** Roles that sign in with a printed code; all others are staff with an e-mail address. */
const LEARNER_ROLES: ReadonlySet<string> = new Set(['pastor', 'police', 'trainer']);
const UNIQUE_VIOLATION = '23505';

@Injectable()
export class PeopleService {
  readonly #config: Config;
  readonly #database: Database;
  readonly #people: PeopleRepository;
  readonly #accounts: Accounts;
  readonly #tokens: OneTimeTokens;
  readonly #sessions: Sessions;

  constructor(config: Config, database: Database, people: PeopleRepository, accounts: Accounts, tokens: OneTimeTokens, sessions: Sessions) {
    this.#config = config;
    this.#database = database;
    this.#people = people;
    this.#accounts = accounts;
    this.#tokens = tokens;
    this.#sessions = sessions;
  }

  /**
   * Adds a person with an account. A learner's code is shown in this answer alone.
   * @throws ProblemError `not_allowed` outside the coordinator's provinces, or for staff unless for the whole country.
   */
  async add(by: Account, wanted: NewPersonRequest): Promise<{ person: Person; code: string | null; invitation: string | null }> {
    const learner = LEARNER_ROLES.has(wanted.role);
    if (!SITE.provinces.some(({ id }) => id === wanted.province)) throw new ProblemError('bad_request', { fields: ['province'] });
    if (!inScope(by, wanted.province)) throw new ProblemError('not_allowed');
    if (!learner && !abilitiesOf(by).includes('staff.invite')) throw new ProblemError('not_allowed');
    if (!learner && !wanted.email) throw new ProblemError('bad_request', { fields: ['email'] });
    const code = learner ? newPrintedCode() : null;
    const { person, account } = await this.#store(wanted, code ?? wanted.email ?? '', learner);
    const token = learner ? null : await this.#tokens.issue('invitation', account);
    return {
      person: (await this.#people.find(person)) as Person,
      code,
      invitation: token ? this.#link(token) : null,
    };
  }

  /** @throws ProblemError `not_found` outside the coordinator's provinces: that somebody exists is not told either. */
  async read(by: Account, id: string): Promise<Person> {
    const person = await this.#people.find(id);
    if (!person || !inScope(by, person.province)) throw new ProblemError('not_found');
    return person;
  }

  /**
   * Replaces a lost card: the old code and PIN end, and so does every session that was begun with them. Staff who lost
   * their password or their link get a new link; their sessions end when it is used.
   * @throws ProblemError `not_allowed` for staff unless by a coordinator of the country.
   */
  async newCode(by: Account, id: string): Promise<{ code: string | null; invitation: string | null }> {
    await this.read(by, id);
    const code = newPrintedCode();
    const learner = await this.#accounts.replaceLogin(id, code);
    if (learner) {
      await this.#sessions.changed(learner);
      return { code, invitation: null };
    }
    const staff = await this.#accounts.staffOf(id);
    if (!staff) throw new ProblemError('not_found');
    if (!abilitiesOf(by).includes('staff.invite')) throw new ProblemError('not_allowed');
    return { code: null, invitation: this.#link(await this.#tokens.issue('invitation', staff)) };
  }

  /**
   * Says what a member of staff may sign off; signatures that were given before stay.
   * @throws ProblemError `not_allowed` unless by a coordinator of the country; `not_found` for nobody, and for who is no staff.
   */
  async setCompetences(by: Account, id: string, competences: readonly string[]): Promise<string[]> {
    await this.read(by, id);
    const staff = await this.#accounts.staffOf(id);
    if (!staff) throw new ProblemError('not_found');
    if (!abilitiesOf(by).includes('staff.invite')) throw new ProblemError('not_allowed');
    const wanted = [...new Set(competences)].sort();
    await this.#database.transaction(async (client) => {
      await client.query('DELETE FROM account_competences WHERE account_id = $1', [staff]);
      await client.query('INSERT INTO account_competences (account_id, competence) SELECT $1, unnest($2::text[])', [staff, wanted]);
    });
    return wanted;
  }

  /** The token stands in the fragment, which no server, proxy or log ever sees. */
  #link(token: string): string {
    return `${this.#config.url}/welcome#token=${token}`;
  }

  async #store(wanted: NewPersonRequest, login: string, learner: boolean): Promise<{ person: string; account: string }> {
    try {
      return await this.#database.transaction(async (client) => {
        const person = await this.#people.add(client, wanted);
        const scope = wanted.role === 'coordinator' ? [wanted.province] : [];
        const account = await this.#accounts.add(client, {
          person,
          login,
          kind: learner ? 'learner' : 'staff',
          secretHash: null,
          roles: [wanted.role],
          scope,
        });
        return { person, account };
      });
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new ProblemError('email_taken');
      throw error;
    }
  }
}
