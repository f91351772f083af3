/** One HTTP answer. */
export interface Answer {
  status: number;
  headers: string;
  body: Buffer;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** Cuts what one keep-alive connection receives into answers; every server here says its Content-Length. */
export class ResponseReader {
  #rest: Buffer = Buffer.alloc(0);
  #head = '';
  #missing = -1;

  /** @returns the answer that this chunk completes, if it does. */
  take(chunk: Buffer): Answer | undefined {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (this.#missing < 0) {
      const end = this.#rest.indexOf(END_OF_HEAD);
      if (end < 0) return undefined;
      this.#head = this.#rest.toString('latin1', 0, end);
      this.#missing = lengthOf(this.#head);
      this.#rest = this.#rest.subarray(end + END_OF_HEAD.length);
    }
    if (this.#rest.length < this.#missing) return undefined;
    const answer = { status: Number(this.#head.slice(9, 12)), headers: this.#head, body: this.#rest.subarray(0, this.#missing) };
    this.#rest = this.#rest.subarray(this.#missing);
    this.#missing = -1;
    return answer;
  }
}

function lengthOf(head: string): number {
  const found = /\r\ncontent-length: *(\d+)/i.exec(head);
  if (found) return Number(found[1]);
  if (/^HTTP\/1\.1 (204|304) /.test(head)) return 0;
  throw new Error(`An answer without Content-Length: ${head.slice(0, 200)}`);
}
