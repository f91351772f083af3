import { expect } from '@jest/globals';
import type { Answer, Browser, TestApi } from './api.ts';

type Content = string | Uint8Array<ArrayBuffer>;

/** A file of a type, brought into the site. */
export const bringFile = (api: TestApi, path: string, content: Content, type: string, browser: Browser): Promise<Answer> => browser.send('POST', path, content, { 'content-type': type, origin: api.url });

/** One lesson of an author: what goes out to translators, what comes back, and what somebody writes meanwhile. */
export class TranslatedLesson {
  readonly #api: TestApi;
  readonly #author: Browser;
  readonly #id: string;

  constructor(api: TestApi, author: Browser, id: string) {
    this.#api = api;
    this.#author = author;
    this.#id = id;
  }

  async out(to = 'km'): Promise<string> {
    return (await this.#author.get(`/api/drafts/${this.#id}/xliff?to=${to}`)).text;
  }

  bring(content: Content): Promise<Answer> {
    return bringFile(this.#api, `/api/drafts/${this.#id}/xliff`, content, 'application/xliff+xml', this.#author);
  }

  async read(): Promise<any> {
    return (await this.#author.get(`/api/drafts/${this.#id}`)).body;
  }

  async textsOf(block: string): Promise<any> {
    return (await this.read()).document.body.blocks.find(({ id }: any) => id === block).text;
  }

  /** Writes a text as an author in the office does; null takes it away. */
  async write(block: string, lang: string, value: string | null): Promise<void> {
    const { version } = await this.read();
    const texts = await this.textsOf(block);
    const edit = { op: 'set', path: ['blocks', block, 'text'], lang, was: texts[lang] ?? null, value, from: lang === 'km' ? { from: 'en', text: texts.en } : undefined };
    const { outcomes } = (await this.#author.post(`/api/drafts/${this.#id}/edits`, { version, edits: [edit] })).body;
    expect(outcomes).toEqual([{ result: 'done' }]);
  }

  /** Where a text stands, as an answer says it. */
  at(path: string): { draft: string; path: string[]; thing: string } {
    const parts = path.split('/');
    return { draft: this.#id, path: parts, thing: parts[1] ?? '' };
  }
}

/** One unit of a file, as it is written there. */
export const unitOf = (text: string, id: string): string => new RegExp(`<unit id="${id.replaceAll('/', '_x002F_')}">[^]*?</unit>`).exec(text)?.[0] ?? '';

/** A file in which something was done to one unit. */
export function withUnit(text: string, id: string, change: (unit: string) => string): string {
  const unit = unitOf(text, id);
  const changed = change(unit);
  expect(changed).not.toBe(unit);
  return text.replace(unit, () => changed);
}

/** What a translator does: another target for a unit. */
export const translated = (text: string, id: string, target: string, state = 'translated'): string =>
  withUnit(text, id, (unit) =>
    (unit.includes('<target>') ? unit.replace(/<target>[^]*<\/target>/, () => `<target>${target}</target>`) : unit.replace('</source>', () => `</source><target>${target}</target>`)).replace(/<segment state="\w+">/, `<segment state="${state}">`),
  );
