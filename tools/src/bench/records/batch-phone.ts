import { randomUUID } from 'node:crypto';
import type { Client } from '../load/drive.ts';
import { requestBytes } from '../load/request.ts';
import type { Answer } from '../load/response-reader.ts';
import type { Learner } from '../servers/sign-in.ts';
import type { StoredBody } from '../stored/bodies.ts';

/** Records that one request holds at most (SPEC, R4). */
export const TOGETHER = 200;

/** Checks that all of a request was stored. @throws when anything was not. */
export function allStored({ status, body }: Answer): void {
  const text = body.toString();
  if (status === 200 && text.split('"stored"').length === TOGETHER + 1) return;
  throw new Error(`Not all were stored: ${status} ${text.slice(0, 300)}`);
}

/** A learner's phone that was without a network for long: it hands in 200 records at once, and again 200. */
export class BatchPhone implements Client {
  readonly acknowledged: string[] = [];
  readonly #url: string;
  readonly #learner: Learner;
  readonly #bodies: readonly StoredBody[];
  readonly #device = randomUUID();
  #seq = 0;
  #sent: string[] = [];

  constructor(url: string, learner: Learner, bodies: readonly StoredBody[]) {
    this.#url = `${url}/api/records`;
    this.#learner = learner;
    this.#bodies = bodies;
  }

  next(): Buffer {
    const { person, cookie } = this.#learner;
    this.#sent = Array.from({ length: TOGETHER }, () => randomUUID());
    // Put together as text: the generator shares the machine with the server.
    const records = this.#sent.map((id) => {
      const seq = this.#seq++;
      const { type, text } = this.#bodies[seq % this.#bodies.length] as StoredBody;
      return `{"id":"${id}","subject":"${person}","actor":"${person}","type":"${type}","v":1,"device":"${this.#device}","deviceSeq":${seq},"occurredAt":"2026-11-20T02:15:30.000Z","after":null,"body":${text}}`;
    });
    return requestBytes('POST', this.#url, { 'content-type': 'application/json', origin: new URL(this.#url).origin, cookie }, `{"records":[${records.join()}]}`);
  }

  answered(answer: Answer): void {
    allStored(answer);
    this.acknowledged.push(...this.#sent);
  }
}
