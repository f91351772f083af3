import type { Json } from './canonical.ts';

/** What I-JSON (RFC 7493) or our limits forbid although RFC 8259 allows it. */
export type Violation = 'duplicate_key' | 'bad_string' | 'bad_number' | 'too_deep';

/** A parsed value, its exact source text and what is wrong with it, if anything. */
export interface Parsed {
  value: Json;
  /** The slice of the input that the value came from, byte for byte. */
  text: string;
  violation: Violation | null;
}

/** Thrown when the text is not JSON at all; `at` is the offset in UTF-16 units. */
export class JsonSyntaxError extends Error {
  readonly at: number;
  constructor(at: number) {
    super(`not JSON at ${at}`);
    this.at = at;
  }
}

const NEEDS_CARE = /[\u0000-\u001f\\]/;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
/** Far deeper than any limit of ours, far shallower than the stack; what lies below is checked and passed over. */
const RECURSION_LIMIT = 200;

/**
 * A reader for JSON text that keeps what JSON.parse throws away: the source slice of each value, repeated keys,
 * and strings or numbers that another system could not hold (lone surrogates, U+0000, unsafe or fractional numbers).
 */
export class JsonReader {
  readonly #text: string;
  #at = 0;
  #violation: Violation | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads the elements of an array, or the members of an object, one by one through `each`. */
  readArray(each: () => void): void {
    this.expect('[');
    if (this.accept(']')) return;
    do each();
    while (this.accept(','));
    this.expect(']');
  }

  /** Reads an object; `each` gets the key and must read the value. Repeated keys are noted as a violation. */
  readObject(each: (key: string) => void): void {
    this.expect('{');
    if (this.accept('}')) return;
    const seen = new Set<string>();
    do {
      this.skipSpace();
      const key = this.#string();
      if (seen.has(key)) this.#violation ??= 'duplicate_key';
      seen.add(key);
      this.expect(':');
      each(key);
    } while (this.accept(','));
    this.expect('}');
  }

  /** Reads any value of at most `maxDepth` levels with its source text and its first violation. */
  readValue(maxDepth: number): Parsed {
    this.skipSpace();
    const start = this.#at;
    const outer = this.#violation;
    this.#violation = null;
    const value = this.#value(maxDepth, 1);
    const parsed = { value, text: this.#text.slice(start, this.#at), violation: this.#violation };
    this.#violation = outer;
    return parsed;
  }

  /** Ends the reading: anything but white space that is left is an error. */
  end(): Violation | null {
    this.skipSpace();
    if (this.#at < this.#text.length) this.#fail();
    return this.#violation;
  }

  /** The next character that is not white space; undefined at the end. */
  peek(): string | undefined {
    this.skipSpace();
    return this.#text[this.#at];
  }

  accept(mark: string): boolean {
    this.skipSpace();
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  expect(mark: string): void {
    if (!this.accept(mark)) this.#fail();
  }

  skipSpace(): void {
    if (this.#text.charCodeAt(this.#at) > 0x20) return;
    SPACE.lastIndex = this.#at;
    SPACE.test(this.#text);
    this.#at = SPACE.lastIndex;
  }

  #fail(): never {
    throw new JsonSyntaxError(this.#at);
  }

  #value(maxDepth: number, depth: number): Json {
    this.skipSpace();
    const mark = this.#text[this.#at];
    if (mark === '"') return this.#string();
    if (mark === '{' || mark === '[') {
      if (depth > maxDepth) this.#violation ??= 'too_deep';
      if (depth > RECURSION_LIMIT) return this.#skipNested();
      return mark === '{' ? this.#object(maxDepth, depth) : this.#array(maxDepth, depth);
    }
    if (this.#word('true')) return true;
    if (this.#word('false')) return false;
    if (this.#word('null')) return null;
    return this.#number();
  }

  #object(maxDepth: number, depth: number): Json {
    const members: [string, Json][] = [];
    this.readObject((key) => members.push([key, this.#value(maxDepth, depth + 1)]));
    // fromEntries defines members, so a key named __proto__ stays a plain member.
    return Object.fromEntries(members);
  }

  #array(maxDepth: number, depth: number): Json {
    const items: Json[] = [];
    this.readArray(() => items.push(this.#value(maxDepth, depth + 1)));
    return items;
  }

  /**
   * Passes over an object or array that lies too deep to be read level by level: nobody needs its value, but what
   * comes after it does need reading.
   */
  #skipNested(): null {
    const start = this.#at;
    let open = 0;
    do {
      const mark = this.#text[this.#at];
      if (mark === undefined) this.#fail();
      if (mark === '"') this.#string();
      else this.#at += 1;
      if (mark === '{' || mark === '[') open += 1;
      if (mark === '}' || mark === ']') open -= 1;
    } while (open > 0);
    try {
      JSON.parse(this.#text.slice(start, this.#at));
    } catch {
      this.#fail();
    }
    this.#violation ??= 'too_deep';
    return null;
  }

  #word(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #number(): number {
    NUMBER.lastIndex = this.#at;
    const found = NUMBER.exec(this.#text);
    if (!found) this.#fail();
    this.#at = NUMBER.lastIndex;
    const value = Number(found[0]);
    if (!Number.isSafeInteger(value) || /[.eE]/.test(found[0]) || Object.is(value, -0)) this.#violation ??= 'bad_number';
    return value;
  }

  #string(): string {
    if (this.#text[this.#at] !== '"') this.#fail();
    const start = this.#at + 1;
    let end = this.#text.indexOf('"', start);
    if (end < 0) this.#fail();
    let value = this.#text.slice(start, end);
    if (NEEDS_CARE.test(value)) {
      while (this.#isEscaped(end)) {
        end = this.#text.indexOf('"', end + 1);
        if (end < 0) this.#fail();
      }
      try {
        value = JSON.parse(this.#text.slice(start - 1, end + 1)) as string;
      } catch {
        this.#fail();
      }
    }
    if (!value.isWellFormed() || value.includes('\u0000')) this.#violation ??= 'bad_string';
    this.#at = end + 1;
    return value;
  }

  #isEscaped(quote: number): boolean {
    let backslashes = 0;
    while (this.#text[quote - 1 - backslashes] === '\\') backslashes += 1;
    return backslashes % 2 === 1;
  }
}
