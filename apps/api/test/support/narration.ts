import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CourseDraft } from '@seek-justice/domain/curriculum/draft.ts';
import type { LessonLeaf, QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { type Part, partsOf, phraseParts, spokenContact, spokenText } from '@seek-justice/domain/curriculum/narration.ts';
import { contactsIn } from '@seek-justice/domain/curriculum/contact.ts';
import { PHRASES } from '@seek-justice/domain/curriculum/phrases.ts';
import { publish } from '@seek-justice/domain/curriculum/publish.ts';
import { loadCourse, loadFacts } from '@seek-justice/seed/load.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { durationMs, writtenBy } from './ogg.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'audio');
const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** A recording of the test: what it is of, and what a listener would hear. */
export interface TestClip {
  of: string;
  lang: string;
  key: string;
  text: string;
}

export interface TestNarration {
  folder: string;
  /** What is heard in a file, by its hash. */
  heard: Map<string, TestClip>;
}

/** A short sound as a real Opus file. */
export function tick(program: string): Buffer {
  return writtenBy(readFileSync(join(FIXTURES, 'tick.opus')), program);
}

function leavesOf(course: CourseDraft, sources: Parameters<typeof publish>[2], lang: string): (LessonLeaf | QuizLeaf)[] {
  const { nodes } = publish(course, SITE.languages, sources, sha256);
  return [...nodes.values()].map((text) => JSON.parse(text) as LessonLeaf | QuizLeaf).filter((leaf) => 'lang' in leaf && leaf.lang === lang);
}

/**
 * A folder of recordings for the seeded pastors' course, every part a file of its own. `only` leaves parts out, `readAs`
 * says that another text was read.
 */
export async function testNarration(
  options: { langs?: string[]; only?: (clip: TestClip) => boolean; readAs?: (clip: TestClip) => string } = {},
): Promise<TestNarration> {
  const folder = mkdtempSync(join(tmpdir(), 'narration-'));
  const { contacts, sources } = await loadFacts();
  const course = await loadCourse('pastors');
  const heard = new Map<string, TestClip>();
  const rows: object[] = [];
  const add = (of: string, lang: string, { key, text }: Pick<Part, 'key' | 'text'>, numbers: Record<string, string>): void => {
    const clip = { of, lang, key, text };
    if (options.only && !options.only(clip)) return;
    const bytes = tick(`${lang} ${of} ${key}`);
    const hash = sha256(bytes);
    heard.set(hash, clip);
    writeFileSync(join(folder, `${hash}.opus`), bytes);
    rows.push({ of, lang, key, file: `${hash}.opus`, ms: durationMs(bytes), source: sha256(options.readAs?.(clip) ?? text), ...(Object.keys(numbers).length > 0 ? { numbers } : {}) });
  };
  const numberOf = (id: string): string => contacts.find((contact) => contact.id === id)?.number ?? '';
  for (const lang of options.langs ?? ['km']) {
    for (const leaf of leavesOf(course, sources, lang))
      for (const part of partsOf(leaf)) add(leaf.id, lang, part, Object.fromEntries(contactsIn(part.text).map((id) => [id, numberOf(id)])));
    for (const part of phraseParts(PHRASES, lang)) add('phrases', lang, part, {});
    for (const contact of contacts) add('contacts', lang, { key: contact.id, text: spokenText(spokenContact(contact, lang)) }, { [contact.id]: contact.number });
  }
  // JSON is YAML too.
  writeFileSync(join(folder, 'index.yaml'), JSON.stringify({ parts: rows }));
  return { folder, heard };
}
