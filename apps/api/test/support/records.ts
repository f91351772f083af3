import { randomUUID } from 'node:crypto';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import type { Browser } from './api.ts';

/** Makes records as one phone would: one device, counting up. */
export class Phone {
  readonly person: string;
  readonly #device = randomUUID();
  #seq = 0;

  constructor(person: string) {
    this.person = person;
  }

  record(type: string, body: object, change: Partial<Envelope> = {}): Envelope {
    return {
      id: randomUUID(),
      subject: this.person,
      actor: this.person,
      type,
      v: 1,
      device: this.#device,
      deviceSeq: this.#seq++,
      occurredAt: '2026-11-20T02:15:30.000Z',
      after: null,
      body: body as Envelope['body'],
      ...change,
    };
  }

  lesson(lesson: string, change: Partial<Envelope> = {}): Envelope {
    return this.record('lesson.finished', { lesson, snapshot: 'a'.repeat(64), lang: 'km', mode: 'read' }, change);
  }

  quiz(quiz: string, snapshot: string, answers: Record<string, string[]>): Envelope {
    return this.record('quiz.submitted', { quiz, snapshot, lang: 'km', answers });
  }

  voided(record: string): Envelope {
    return this.record('record.voided', { record, reason: 'mistake' });
  }
}

/** Id of the person who is signed in. */
export async function personOf(browser: Browser): Promise<string> {
  return (await browser.get('/api/me')).body.person.id as string;
}

/** Sends records and gives back each verdict as one word, `refused:code` for refusals. */
export async function send(browser: Browser, records: unknown[]): Promise<string[]> {
  const answer = await browser.post('/api/records', { records });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body.verdicts.map(({ verdict, code }: { verdict: string; code?: string }) => (code ? `${verdict}:${code}` : verdict));
}

/** The quiz leaf of a module with the options that are right. */
export async function quizOf(browser: Browser, moduleIndex: number, lang = 'km') {
  const { courses } = (await browser.get('/api/curriculum')).body;
  const manifest = (await browser.get(`/api/snapshots/${courses[0].hash}`)).body;
  const module = manifest.modules[moduleIndex];
  const hash: string = module.quiz.leaves[lang].hash;
  const leaf = (await browser.get(`/api/snapshots/${hash}`)).body;
  const right: Record<string, string[]> = Object.fromEntries(
    leaf.items.map((item: { id: string; options: { id: string; right: boolean }[] }) => [item.id, item.options.filter((o) => o.right).map((o) => o.id)]),
  );
  return { id: leaf.id as string, hash, right, module, items: leaf.items.length as number };
}
