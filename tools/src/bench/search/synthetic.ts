import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { CourseManifest, LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { generator, type Random, upTo } from '../faults/random.ts';
import { PLANTED } from './planted.ts';

export const LANGS = ['km', 'en'] as const;
export const BLOCKS_EACH = 25;
export const SEED = 20_260_301;
const LESSONS_A_MODULE = 50;
const PHRASES_A_BLOCK = 5;

/** Phrases as authors write them, by language. */
export type Phrases = Record<(typeof LANGS)[number], string[]>;

/** Phrases of the open course: what stands between spaces in Khmer, words in English. */
export async function readPhrases(url: string, manifest: CourseManifest): Promise<Phrases> {
  const phrases: Phrases = { km: [], en: [] };
  for (const lang of LANGS)
    for (const { leaves } of manifest.modules.flatMap(({ lessons }) => lessons)) {
      const leaf = (await (await fetch(`${url}/api/snapshots/${leaves[lang]?.hash}`)).json()) as LessonLeaf;
      for (const block of leaf.blocks) if ('text' in block) phrases[lang].push(...block.text.replace(/\{[^}]*\}|\*\*/g, '').split(lang === 'km' ? /\s+/ : /(?<=[.,;:?!”])\s+/));
    }
  return { km: phrases.km.filter((one) => one.length > 3), en: phrases.en.filter((one) => one.length > 3) };
}

const pick = <T>(random: Random, from: readonly T[]): T => from[upTo(random, from.length)] as T;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** In which lesson and block a planted sentence stands: spread over the course. */
export function placeOf(at: number, lessons: number): { lesson: string; block: string } {
  return { lesson: `x${Math.floor(((at + 0.5) * lessons) / PLANTED.length)}`, block: `b${(at * 7) % BLOCKS_EACH}` };
}

/** Publishes a synthetic course as a publish does, past its pages: `lessons` lessons in both languages. */
export async function publishSynthetic(owner: pg.Client, phrases: Phrases, lessons: number): Promise<void> {
  const random = generator(SEED);
  const planted = new Map(PLANTED.map(({ lang, sentence }, at) => [`${placeOf(at, lessons).lesson} ${placeOf(at, lessons).block} ${lang}`, sentence]));
  const nodes: [hash: string, kind: string, body: string][] = [];
  const made = Array.from({ length: lessons }, (_, at) => {
    const id = `x${at}`;
    const title = Object.fromEntries(LANGS.map((lang) => [lang, `${pick(random, phrases[lang])} ${at}`]));
    const leaves = Object.fromEntries(
      LANGS.map((lang) => {
        const blocks = Array.from({ length: BLOCKS_EACH }, (_block, n) => {
          const said = Array.from({ length: PHRASES_A_BLOCK }, () => pick(random, phrases[lang]));
          const sentence = planted.get(`${id} b${n} ${lang}`);
          // In the midst of the others.
          return { id: `b${n}`, type: 'text', text: (sentence ? said.toSpliced(2, 1, sentence) : said).join(' ') };
        });
        const body = JSON.stringify({ kind: 'lesson', id, lang, title: title[lang], minutes: 5, draft: false, blocks, sources: {} });
        nodes.push([sha256(body), 'lesson', body]);
        return [lang, { hash: sha256(body), bytes: Buffer.byteLength(body) }];
      }),
    );
    return { id, title, minutes: 5, leaves };
  });
  const modules = Array.from({ length: Math.ceil(lessons / LESSONS_A_MODULE) }, (_, at) => ({
    id: `xm${at}`,
    title: {},
    summary: {},
    lessons: made.slice(at * LESSONS_A_MODULE, (at + 1) * LESSONS_A_MODULE),
    quiz: { id: `xq${at}`, items: 0, passMark: 80, leaves: {} },
  }));
  const course = JSON.stringify({ kind: 'course', id: 'synthetic', audience: 'open', title: {}, modules });
  nodes.push([sha256(course), 'course', course]);
  await owner.query(
    `INSERT INTO snapshots (hash, kind, course, audience, body)
     SELECT hash, kind, 'synthetic', 'open', body FROM unnest($1::text[], $2::text[], $3::text[]) AS node (hash, kind, body) ON CONFLICT (hash) DO NOTHING`,
    [nodes.map(([hash]) => hash), nodes.map(([, kind]) => kind), nodes.map(([, , body]) => body)],
  );
  await owner.query(`INSERT INTO courses (id, position, audience, hash) VALUES ('synthetic', 9, 'open', $1) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash`, [sha256(course)]);
  await owner.query(`SELECT pg_notify('curriculum_published', 'courses')`);
}

/** What people type: parts of phrases, also from the middle of a word, and now and then two. */
export function queries(phrases: Phrases, count: number): { q: string; lang: string }[] {
  const random = generator(SEED + 1);
  return Array.from({ length: count }, (_, at) => {
    const lang = LANGS[at % LANGS.length] ?? 'km';
    const part = (): string => {
      const letters = Array.from(new Intl.Segmenter(lang, { granularity: 'grapheme' }).segment(pick(random, phrases[lang])), ({ segment }) => segment);
      const from = upTo(random, Math.max(1, letters.length - 4));
      return letters.slice(from, from + 3 + upTo(random, 6)).join('').trim();
    };
    return { q: (at % 4 === 3 ? `${part()} ${part()}` : part()).slice(0, 80), lang };
  });
}
