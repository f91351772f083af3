import { expect } from '@jest/globals';
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { addRecord, emptyState } from '@seek-justice/domain/records/state.ts';
import type { Browser, TestApi } from '../support/api.ts';
import { Phone } from '../support/records.ts';

interface Entry {
  record: { id: string; subject: string };
  received: { at: string; roles: string[] };
}

/** What a learner's course looks like, as far as these tests answer it. */
export interface Course {
  lessons: string[];
  quiz: { id: string; hash: string; right: Record<string, string[]> };
}

/** A phone that keeps what it handed in, believes only what it was told, and follows the feed. */
export class Learner {
  readonly login: string;
  readonly sent: Envelope[] = [];
  readonly acknowledged = new Set<string>();
  /** What the feed told since it was last read from the start. */
  readonly seen = new Map<string, Entry>();
  cursor: string | undefined;
  /** The feed that took the last hand-in: how a phone that never reads the feed learns of a database that was put back. */
  feed = '';
  doubled = 0;
  readonly #phone: Phone;
  readonly #course: Course;

  constructor(login: string, phone: Phone, course: Course) {
    this.login = login;
    this.#phone = phone;
    this.#course = course;
  }

  /** The same phone at the same moment, for another course of events. */
  twin(): Learner {
    const twin = new Learner(this.login, this.#phone, this.#course);
    twin.sent.push(...this.sent);
    for (const id of this.acknowledged) twin.acknowledged.add(id);
    for (const [id, entry] of this.seen) twin.seen.set(id, entry);
    twin.cursor = this.cursor;
    twin.feed = this.feed;
    return twin;
  }

  /** Finishes a lesson and tries the quiz, then reads on in the feed. */
  async work(browser: Browser): Promise<void> {
    const { lessons, quiz } = this.#course;
    const before = this.sent.length / 2;
    const lesson = lessons[before % lessons.length] ?? '';
    const records = [this.#phone.lesson(lesson), this.#phone.quiz(quiz.id, quiz.hash, before % 2 === 0 ? {} : quiz.right)];
    this.sent.push(...records);
    await this.hand(browser, records);
    await this.catchUp(browser);
  }

  /** @returns the verdicts, null when the server gave none. */
  async hand(browser: Browser, records: readonly Envelope[]): Promise<string[] | null> {
    const answer = await browser.post('/api/records', { records });
    if (answer.status !== 200) return null;
    this.feed = answer.body.feed;
    const verdicts = answer.body.verdicts as { id: string; verdict: string }[];
    for (const { id, verdict } of verdicts) if (verdict !== 'refused') this.acknowledged.add(id);
    return verdicts.map(({ verdict }) => verdict);
  }

  /** Reads on; told to start again, it reads from the start and offers everything it kept once more. */
  async catchUp(browser: Browser): Promise<'went on' | 'started again'> {
    let outcome: 'went on' | 'started again' = 'went on';
    for (let more = true; more; ) {
      const answer = await browser.get(`/api/records?limit=1000${this.cursor ? `&after=${encodeURIComponent(this.cursor)}` : ''}`);
      if (answer.status === 409 && answer.body.code === 'feed_reset') {
        if (outcome === 'started again') throw new Error('told to start again although it just did');
        outcome = 'started again';
        this.seen.clear();
        this.cursor = undefined;
        for (let at = 0; at < this.sent.length; at += 200)
          if (!(await this.hand(browser, this.sent.slice(at, at + 200)))) throw new Error('the server gave no verdicts');
        continue;
      }
      if (answer.status !== 200) throw new Error(answer.text);
      for (const entry of answer.body.records as Entry[]) {
        if (this.seen.has(entry.record.id)) this.doubled += 1;
        this.seen.set(entry.record.id, entry);
      }
      this.cursor = answer.body.cursor;
      more = answer.body.more;
    }
    return outcome;
  }

  /**
   * Reads on until the feed has told all that was handed in: it stops before the oldest transaction that is open, also
   * one of PostgreSQL's own housekeeping.
   */
  async catchUpWithAll(browser: Browser): Promise<'went on' | 'started again'> {
    for (const end = Date.now() + 10_000; ; ) {
      const outcome = await this.catchUp(browser);
      if (outcome === 'started again' || this.seen.size >= this.sent.length || Date.now() > end) return outcome;
    }
  }

  /** Acknowledged ids that a database does not hold. */
  async missingIn(db: TestApi['db']): Promise<string[]> {
    const { rows } = await db.query<{ id: string }>('SELECT id FROM records WHERE subject = $1', [this.#phone.person]);
    const there = new Set(rows.map(({ id }) => id));
    return [...this.acknowledged].filter((id) => !there.has(id));
  }

  /** Everything handed in is in the feed, once; progress and standing are what it adds up to. */
  async expectWhole(api: TestApi, browser: Browser): Promise<void> {
    const ids = this.sent.map(({ id }) => id).sort();
    expect(this.doubled).toBe(0);
    expect([...this.seen.keys()].sort()).toEqual(ids);
    const fold = emptyState();
    for (const { record, received } of this.seen.values()) addRecord(fold, record as never, received);
    const progress = (await browser.get(`/api/people/${this.#phone.person}/progress`)).body;
    expect(canonical(progress.state)).toBe(canonical(fold as unknown as Json));
    // Each piece of work was a lesson and a try; every second try was right.
    const tries = ids.length / 2;
    expect(progress.courses[0].modules[0].quiz).toEqual({ attempts: tries, best: tries > 1 ? 100 : 0, passed: tries > 1 });
    const { rows } = await api.db.query('SELECT lessons_done, modules_done FROM standing WHERE subject = $1', [this.#phone.person]);
    const lessons = Math.min(tries, this.#course.lessons.length);
    expect(rows).toEqual([{ lessons_done: lessons, modules_done: tries > 1 && lessons === this.#course.lessons.length ? [progress.courses[0].modules[0].id] : [] }]);
  }
}
