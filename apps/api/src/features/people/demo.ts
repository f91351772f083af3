import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Role } from '@seek-justice/contracts/parts.ts';
import type { CourseManifest, QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { hashInput } from '@seek-justice/domain/records/hash.ts';
import { DEMO_PASSWORD, DEMO_PIN, type DemoPerson, demoPeople } from '@seek-justice/seed/demo.ts';
import { Accounts } from '../../auth/accounts.ts';
import { hashSecret } from '../../auth/hashing.ts';
import { Database } from '../../database/database.ts';
import { Committer } from '../../records/committer.ts';
import type { Prepared } from '../../records/prepared.ts';
import { Published } from '../../records/published.ts';
import { PeopleRepository } from './people.repository.ts';

/** Fills an empty installation with synthetic people, so that every screen has something to show. */
@Injectable()
export class Demo {
  readonly #database: Database;
  readonly #people: PeopleRepository;
  readonly #accounts: Accounts;
  readonly #published: Published;
  readonly #committer: Committer;

  constructor(database: Database, people: PeopleRepository, accounts: Accounts, published: Published, committer: Committer) {
    this.#database = database;
    this.#people = people;
    this.#accounts = accounts;
    this.#published = published;
    this.#committer = committer;
  }

  /** Does nothing where there are people already. */
  async fill(): Promise<void> {
    const [any] = await this.#database.query('SELECT 1 AS one FROM people LIMIT 1');
    if (any) return;
    // One hash for all learners and one for all staff: two hundred of them would take ten seconds.
    const hashes = { learner: await hashSecret(DEMO_PIN), staff: await hashSecret(DEMO_PASSWORD) };
    const people = demoPeople();
    const added = await this.#database.transaction(async (client) => {
      const accounts: { one: DemoPerson; person: string; account: string }[] = [];
      for (const one of people) {
        const person = await this.#people.add(client, { ...one, phone: null });
        const account = await this.#accounts.add(client, {
          person,
          login: one.login,
          kind: one.staff ? 'staff' : 'learner',
          secretHash: one.staff ? hashes.staff : hashes.learner,
          roles: one.roles as Role[],
          scope: one.roles.includes('coordinator') ? null : [],
        });
        await client.query('INSERT INTO account_competences (account_id, competence) SELECT $1, unnest($2::text[])', [account, one.competences]);
        accounts.push({ one, person, account });
      }
      return accounts;
    });
    const course = (await this.#published.courses()).find(({ manifest }) => manifest.audience === 'open')?.manifest;
    const quizHash = course?.modules[0]?.quiz.leaves.km?.hash;
    if (!course || !quizHash) return;
    const [quiz] = await this.#database.query<{ body: string }>('SELECT body FROM snapshots WHERE hash = $1', [quizHash]);
    const leaf = JSON.parse(quiz?.body ?? '{}') as QuizLeaf;
    await this.#committer.commit(added.flatMap(({ one, person, account }) => recordsOf(one, person, account, course, leaf, quizHash)));
  }
}

function recordsOf(one: DemoPerson, person: string, account: string, course: CourseManifest, quiz: QuizLeaf, quizHash: string): Prepared[] {
  const module = course.modules[0];
  if (one.begun === 'no' || !module) return [];
  const device = newId();
  const lessons = one.begun === 'module' ? module.lessons : module.lessons.slice(0, 2);
  const bodies: [string, Envelope['body']][] = lessons.map((lesson) => [
    'lesson.finished',
    { lesson: lesson.id, snapshot: lesson.leaves.km?.hash ?? '', lang: 'km', mode: 'read' },
  ]);
  const answers = Object.fromEntries(quiz.items.map((item) => [item.id, item.options.filter(({ right }) => right).map(({ id }) => id)]));
  if (one.begun === 'module') bodies.push(['quiz.submitted', { quiz: quiz.id, snapshot: quizHash, lang: 'km', answers }]);
  return bodies.map(([type, body], deviceSeq) => {
    const envelope: Envelope = { id: newId(), subject: person, actor: person, type, v: 1, device, deviceSeq, occurredAt: new Date().toISOString(), after: null, body };
    const hash = createHash('sha256').update(hashInput(envelope as never)).digest();
    return { envelope, text: JSON.stringify(envelope), hash, account, roles: one.roles, via: 'session' };
  });
}
