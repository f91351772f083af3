/** One whole HTTP request as it came. */
export interface Asked {
  method: string;
  path: string;
  bytes: Buffer;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** Cuts what a browser sends over one connection into requests; browsers say the length of a body. */
export class RequestReader {
  #rest: Buffer = Buffer.alloc(0);

  /** @returns the requests that this chunk completes. */
  take(chunk: Buffer): Asked[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const found: Asked[] = [];
    for (;;) {
      const head = this.#rest.indexOf(END_OF_HEAD);
      if (head < 0) return found;
      const text = this.#rest.toString('latin1', 0, head);
      const length = head + END_OF_HEAD.length + Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? 0);
      if (this.#rest.length < length) return found;
      const [method = '', address = ''] = text.split(' ', 2);
      found.push({ method, path: address.split('?')[0] ?? '', bytes: this.#rest.subarray(0, length) });
      this.#rest = this.#rest.subarray(length);
    }
  }
}
