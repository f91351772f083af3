import { randomUUID } from 'node:crypto';
import type { Client } from '../load/drive.ts';
import type { Answer } from '../load/response-reader.ts';
import { requestBytes } from '../load/request.ts';
import type { OpenCourse } from '../servers/curriculum.ts';
import type { Learner } from '../servers/sign-in.ts';
import { answersOf } from '../stored/bodies.ts';

/** A learner's phone that hands in one quiz after the other, and writes down what was acknowledged. */
export class QuizPhone implements Client {
  readonly acknowledged: string[] = [];
  readonly #url: string;
  readonly #learner: Learner;
  readonly #device = randomUUID();
  readonly #bodies: object[];
  #seq = 0;
  #sent = '';

  constructor(url: string, learner: Learner, { quizzes }: OpenCourse) {
    this.#url = `${url}/api/records`;
    this.#learner = learner;
    this.#bodies = quizzes.flatMap(({ hash, leaf }) =>
      [[], [0], [1, 2]].map((wrong) => ({ quiz: leaf.id, snapshot: hash, lang: 'km', answers: answersOf(leaf, wrong) })),
    );
  }

  /** The next record that this phone would hand in. */
  record() {
    const { person } = this.#learner;
    const body = this.#bodies[this.#seq % this.#bodies.length];
    const occurredAt = '2026-11-20T02:15:30.000Z';
    return { id: randomUUID(), subject: person, actor: person, type: 'quiz.submitted', v: 1, device: this.#device, deviceSeq: this.#seq++, occurredAt, after: null, body };
  }

  next(): Buffer {
    const record = this.record();
    this.#sent = record.id;
    const { origin } = new URL(this.#url);
    return requestBytes('POST', this.#url, { 'content-type': 'application/json', origin, cookie: this.#learner.cookie }, JSON.stringify({ records: [record] }));
  }

  answered({ status, body }: Answer): void {
    const [verdict] = status === 200 ? (JSON.parse(body.toString()) as { verdicts: { id: string; verdict: string }[] }).verdicts : [];
    if (verdict?.verdict !== 'stored' || verdict.id !== this.#sent) throw new Error(`Not stored: ${status} ${body.toString()}`);
    this.acknowledged.push(this.#sent);
  }
}
