import { toAsciiDigits } from '../language/digits.ts';
import { isArranged, isWritten } from '../assessment/item.ts';
import { countGraphemes } from '../language/graphemes.ts';
import type { LocalizedText } from '../language/localized-text.ts';
import { searchKey } from '../language/search-key.ts';
import { passageProblems, textProblems } from './bible/reference-problems.ts';
import { blockFaults } from './block-check.ts';
import { contactsIn } from './contact.ts';
import type { CourseDraft, ItemDraft, LessonDraft, QuizDraft, Source } from './draft.ts';
import type { Problem } from './problem.ts';
import { formsProblems } from './quiz-forms-check.ts';

const KHMER_LETTER = /[\u1780-\u17d3\u17d7\u17dc\u17dd]/gu;
const LETTER = /\p{L}|\p{M}/gu;
const DANGLING_COENG = /\u17d2(?![\u1780-\u17a2])/u;
/** Seven digits and more; nine and more after a 0 or a plus, however they are parted; short codes. */
const PHONE_NUMBER = /\d[\d\u00a0 ]{5,}\d|(?:\+\d|(?<!\d)0)(?:[.\u00a0 -]*\d){8,}|(?<!\d)1[12]\d{1,2}(?!\d)/;
const INVISIBLE = /[\u200b\u2060]/g;

/** English graphemes below which a text is a label: its length says little about its completeness. */
const SHORT = 40;

/** What is wrong with the Khmer of a text beside its English (language.md; issue: content check). */
export function khmerProblems(text: LocalizedText): string[] {
  const { km, en } = text;
  if (!km || !en) return ['a language is missing'];
  const found: string[] = [];
  // Names such as APLE and places to fill in are Latin by right: a contact's reference is not a letter of the text.
  const bare = km.replace(/\{contact:[a-z0-9-]+\}/g, '');
  const letters = bare.match(LETTER)?.length ?? 0;
  const khmer = bare.match(KHMER_LETTER)?.length ?? 0;
  if (letters > 0 && khmer < letters * 0.9) found.push(`only ${khmer} of ${letters} letters are Khmer`);
  if (DANGLING_COENG.test(km)) found.push('a coeng without a consonant after it');
  if (km !== km.normalize('NFC')) found.push('not NFC');
  const english = countGraphemes(en);
  const ratio = countGraphemes(km) / english;
  // A title of a few words may be half as long in Khmer, which stacks a syllable into one grapheme.
  const [least, most] = english < SHORT ? [0.3, 3] : [0.6, 2];
  if (ratio < least || ratio > most) found.push(`${ratio.toFixed(2)} times the length of the English`);
  return found;
}

/** The stable word for what `khmerProblems` says. */
function khmerCode(problem: string): Pick<Problem, 'code' | 'values'> {
  const ratio = /^([\d.]+) times/.exec(problem)?.[1];
  if (ratio) return { code: 'length_differs', values: { ratio, lang: 'km' } };
  if (problem.startsWith('only')) return { code: 'not_khmer', values: { lang: 'km' } };
  if (problem === 'a language is missing') return { code: 'untranslated' };
  return { code: problem.startsWith('a coeng') ? 'dangling_coeng' : 'not_nfc', values: { lang: 'km' } };
}

/** Walks every localised text below a value. */
export function eachText(value: unknown, where: string, visit: (text: LocalizedText, where: string) => void): void {
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) eachText(member, `${where}/${(member as { id?: string })?.id ?? index}`, visit);
  } else if (typeof value === 'object' && value !== null) {
    // What is told by language without being a text (which blocks are stale) is none.
    if ([(value as LocalizedText).en, (value as LocalizedText).km].some((text) => typeof text === 'string')) visit(value as LocalizedText, where);
    else for (const [key, member] of Object.entries(value)) eachText(member, `${where}/${key}`, visit);
  }
}

/** English words that a learner sees in a lesson: everything but the leader's notes. */
export function countWords(lesson: LessonDraft): number {
  let words = 0;
  eachText(lesson, '', (text, where) => {
    if (!where.endsWith('/notes')) words += (text.en ?? '').split(/\s+/).filter(Boolean).length;
  });
  return words;
}

/** What stands in the way of publishing a quiz, apart from its texts. `where`: the path of its id. */
export function quizProblems(quiz: QuizDraft, where: string): Problem[] {
  const found: Problem[] = [];
  // What is written counts for nothing: a mark needs enough of the others.
  const marked = quiz.items.filter((item) => !isWritten(item)).length;
  if (marked < 8) found.push({ where, problem: `${marked} items, at least 8 are wanted`, code: 'few_items', values: { n: String(marked) } });
  // Answers name items and options by id: one that stands for two would be scored for both.
  for (const id of repeated(quiz.items.map((item) => item.id))) found.push({ where, problem: `two items are called ${id}`, code: 'repeated_id' });
  for (const item of quiz.items) {
    const at = `${where}/${item.id}`;
    for (const id of repeated(item.options.map((option) => option.id))) found.push({ where: at, problem: `two options are called ${id}`, code: 'repeated_id', field: 'options' });
    if (item.type === 'scenario' && !item.situation) found.push({ where: at, problem: 'a scenario without its situation', code: 'no_situation', field: 'situation' });
    if (isArranged(item)) {
      found.push(...arrangedProblems(item, at));
      continue;
    }
    if (isWritten(item)) continue;
    const right = item.options.filter((option) => option.right).length;
    const field = `options/${item.options[0]?.id ?? ''}/right`;
    if (right === 0) found.push({ where: at, problem: 'no right answer', code: 'no_right_answer', field });
    else if (right === item.options.length) found.push({ where: at, problem: 'every answer is right', code: 'all_right', field });
    else if (item.type !== 'multiple' && right !== 1) found.push({ where: at, problem: `${right} right answers, one is wanted`, code: 'many_right', field, values: { n: String(right) } });
    if (item.type === 'truefalse' && item.options.length !== 2) found.push({ where: at, problem: 'true or false has two options', code: 'two_options', field: 'options' });
  }
  return [...found, ...formsProblems(quiz, where)];
}

/** What is wrong with pairs or steps: they must be told apart, else who places them well is called wrong. */
function arrangedProblems(item: ItemDraft, where: string): Problem[] {
  const found: Problem[] = [];
  for (const { id, match } of item.type === 'matching' ? item.options : []) if (!match) found.push({ where, problem: 'half of a pair is missing', code: 'half_pair', field: `options/${id}/match` });
  const placed = item.options.map(({ text, match }) => match ?? text);
  for (const lang of new Set(placed.flatMap(Object.keys)))
    if (repeated(placed.map((text) => searchKey(text[lang] ?? ''))).some(Boolean)) found.push({ where, problem: `two places look the same (${lang})`, code: 'same_place', field: 'options' });
  return found;
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** Everything that is wrong with a course's content; empty when it may be published. */
export function courseProblems(course: CourseDraft, contacts: readonly { id: string }[], sources: readonly Source[]): Problem[] {
  const found: Problem[] = [];
  eachText(course, course.id, (text, where) => {
    for (const problem of khmerProblems(text)) found.push({ where, problem, ...khmerCode(problem) });
    for (const [lang, words] of Object.entries(text)) {
      for (const id of contactsIn(words)) if (!contacts.some((contact) => contact.id === id)) found.push({ where, problem: `unknown contact ${id}`, code: 'unknown_contact', values: { id, lang } });
      if (PHONE_NUMBER.test(toAsciiDigits(words.replace(INVISIBLE, '')))) found.push({ where, problem: `a number to call is written out (${lang})`, code: 'number_written_out', values: { lang } });
      found.push(...textProblems(words, where, lang));
    }
    if (contactsIn(text.en ?? '').sort().join() !== contactsIn(text.km ?? '').sort().join())
      found.push({ where, problem: 'the languages name different contacts', code: 'contacts_differ' });
  });
  for (const module of course.modules) {
    found.push(...quizProblems(module.quiz, `${module.id}/${module.quiz.id}`));
    for (const lesson of module.lessons) {
      const where = `${module.id}/${lesson.id}`;
      for (const id of repeated(lesson.blocks.map((block) => block.id))) found.push({ where, problem: `two blocks are called ${id}`, code: 'repeated_id' });
      for (const block of lesson.blocks) {
        found.push(...passageProblems(block, `${where}/${block.id}`));
        for (const fault of blockFaults(block)) found.push({ where: `${where}/${block.id}`, ...fault });
        for (const id of block.sources ?? []) if (!sources.some((source) => source.id === id)) found.push({ where: `${where}/${block.id}`, problem: `unknown source ${id}`, code: 'unknown_source', field: 'sources', values: { id } });
        if (block.tags?.includes('law') && !block.sources?.length) found.push({ where: `${where}/${block.id}`, problem: 'law without a source', code: 'law_without_source', field: 'sources' });
      }
    }
  }
  const ids = course.modules.flatMap((module) => [module.id, module.quiz.id, ...module.lessons.map(({ id }) => id)]);
  for (const id of repeated(ids)) found.push({ where: course.id, problem: `the id ${id} is used twice`, code: 'repeated_id' });
  return found;
}
