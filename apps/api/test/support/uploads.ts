import type { Answer, Browser } from './api.ts';

/** Speaks tus to a test API: each request as a client of the protocol would send it. */
export class Sender {
  readonly #browser: Browser;
  readonly #headers: Record<string, string>;

  constructor(url: string, browser: Browser) {
    this.#browser = browser;
    this.#headers = { 'tus-resumable': '1.0.0', origin: url };
  }

  /** Begins an upload; other notes than `use` are what a careless client adds. */
  begin(length: number, notes: Record<string, string>): Promise<Answer> {
    const metadata = Object.entries(notes).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`);
    return this.#browser.send('POST', '/api/uploads', undefined, { ...this.#headers, 'upload-length': String(length), 'upload-metadata': metadata.join(',') });
  }

  look(id: string): Promise<Answer> {
    return this.#browser.send('HEAD', `/api/uploads/${id}`, undefined, this.#headers);
  }

  goOn(id: string, offset: number, bytes: Uint8Array): Promise<Answer> {
    return this.#browser.send('PATCH', `/api/uploads/${id}`, new Uint8Array(bytes), { ...this.#headers, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) });
  }

  drop(id: string): Promise<Answer> {
    return this.#browser.send('DELETE', `/api/uploads/${id}`, undefined, this.#headers);
  }

  /** Sends a whole file. @returns the upload's id. */
  async whole(bytes: Uint8Array, use: string): Promise<string> {
    const begun = await this.begin(bytes.length, { use });
    if (begun.status !== 201) throw new Error(`an upload was not begun: ${begun.text}`);
    const id = idOf(begun);
    const sent = await this.goOn(id, 0, bytes);
    if (sent.status !== 204) throw new Error(`an upload did not go on: ${sent.text}`);
    return id;
  }
}

/** The id that an upload was given. */
export function idOf(begun: Answer): string {
  return (begun.headers.get('location') ?? '').split('/').at(-1) ?? '';
}
