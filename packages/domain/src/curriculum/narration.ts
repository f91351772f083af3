import type { LocalizedText } from '../language/localized-text.ts';
import { textIn } from '../language/localized-text.ts';
import type { Choice, ScenarioStep } from './block.ts';
import { type Contact, contactsIn } from './contact.ts';
import { AFTER, type Clip, type Clips, MATCH, type NarrationLeaf, OUTCOME, SAID, STEP, TITLE, WHY } from './clip.ts';
import type { LessonLeaf, QuizLeaf } from './leaf.ts';

/** Recordings as they are given to a publish: the clips of a lesson, a quiz or `phrases` in a language. */
export type Recordings = (of: string, lang: string) => Clips | undefined;

/** A text that is read aloud as one recording, under a key that outlives edits. */
export interface Part {
  key: string;
  text: string;
  /** Heard only by who chooses it: what follows from a choice, what is said to an answer. */
  aside: boolean;
}

/** A text as a voice reads it: marks that nobody hears are gone, so that changing them makes no recording old. */
export function spokenText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\*\*|[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is read aloud of a number to call. */
export function spokenContact({ name, answers, number }: Pick<Contact, 'name' | 'answers' | 'number'>, lang: string): string {
  return `${textIn(name, lang)}. ${textIn(answers, lang)} ${number}`;
}

/** A contact with its recordings as they may be heard today: none that speaks another number, old ones marked. */
export function heardContact(contact: Contact, sha256: (text: string) => string): Contact {
  const { narration, ...rest } = contact;
  if (!narration) return contact;
  const heard = Object.entries(narration).flatMap(([lang, clip]) => {
    if (clip.numbers?.[contact.id] !== contact.number) return [];
    const stale = clip.source !== sha256(spokenText(spokenContact(contact, lang)));
    return [[lang, stale ? { ...clip, stale } : clip] as const];
  });
  return heard.length > 0 ? { ...rest, narration: Object.fromEntries(heard) } : rest;
}

/** Whether the numbers that a clip speaks are still the ones to call. */
export function numbersHold(clip: Clip, contacts: readonly Pick<Contact, 'id' | 'number'>[]): boolean {
  return Object.entries(clip.numbers ?? {}).every(([id, number]) => contacts.some((contact) => contact.id === id && contact.number === number));
}

const join = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join(' ');
const part = (key: string, text: string | undefined, aside = false): Part => ({ key, text: spokenText(text ?? ''), aside });

function choiceParts(at: string, choice: Choice<string> & { step?: ScenarioStep<string> }, aside: boolean): Part[] {
  const key = `${at}.${choice.id}`;
  const next = choice.step ? [part(`${key}${STEP}`, choice.step.text, true), ...choice.step.choices.flatMap((inner) => choiceParts(key, inner, true))] : [];
  return [part(key, choice.text, aside), part(`${key}${OUTCOME}`, choice.outcome, true), ...next];
}

function blockParts(block: LessonLeaf['blocks'][number]): Part[] {
  const { id } = block;
  switch (block.type) {
    case 'text':
      return [part(id, join(block.heading, block.text))];
    case 'signs':
    case 'rights':
      return [
        part(id, join(block.heading, 'intro' in block ? block.intro : undefined)),
        ...block.items.map((item) => part(`${id}.${item.id}`, item.text)),
      ];
    case 'scenario':
      return [part(id, join(block.heading, block.step.text)), ...block.step.choices.flatMap((choice) => choiceParts(id, choice, false))];
    case 'report':
      return [
        part(id, join(block.heading, block.intro)),
        ...block.steps.flatMap((step) => {
          const key = `${id}.${step.id}`;
          return [part(key, step.ask), ...step.choices.flatMap((choice) => choiceParts(key, choice, false))];
        }),
      ];
    case 'discussion':
      return [part(id, join(block.question, block.quiet))];
    case 'prayer':
      return [part(id, join(block.topic, block.leader, block.note))];
    case 'contacts':
      return [part(id, block.intro)];
    case 'image':
      return [part(id, join(block.alt, block.caption))];
    case 'audio':
      // What is said in it is heard when it is played.
      return [part(id, block.title)];
    case 'video':
      return [part(id, block.title), part(`${id}${SAID}`, block.transcript, true)];
    case 'roleplay':
      return [
        part(id, join(block.heading, block.scene)),
        ...block.roles.map((role) => part(`${id}.${role.id}`, join(role.name, role.task))),
        part(`${id}${AFTER}`, block.after),
      ];
    case 'officer':
      return [
        part(id, join(block.heading, block.replacement)),
        ...block.questions.flatMap(({ id: question, ask, answer }) => [part(`${id}.${question}`, ask), part(`${id}.${question}${OUTCOME}`, answer, true)]),
      ];
    case 'promise':
      return [part(id, join(block.heading, block.by)), ...block.items.map((item) => part(`${id}.${item.id}`, item.text))];
    case 'ladder':
      return [part(id, join(block.heading, block.intro)), ...block.steps.map((step) => part(`${id}.${step.id}`, join(step.text, step.otherwise)))];
    case 'poll':
      return [
        part(id, block.question),
        ...block.options.map((option) => part(`${id}.${option.id}`, option.text)),
        ...(block.after ? [part(`${id}${AFTER}`, block.after)] : []),
      ];
    case 'story':
    case 'passage':
    case 'callout':
    case 'home':
      return [part(id, block.text)];
    default:
      // A type of a later version: nothing is known of its texts.
      return [];
  }
}

/** Everything of a lesson or quiz that is read aloud, in the order in which it is heard. */
export function partsOf(leaf: LessonLeaf | QuizLeaf): Part[] {
  if (leaf.kind === 'lesson') return [part(TITLE, leaf.title), ...leaf.blocks.flatMap(blockParts)];
  return leaf.items.flatMap((item) => [
    part(item.id, join(item.situation, item.question)),
    ...item.options.flatMap((option) => {
      const key = `${item.id}.${option.id}`;
      const match = option.match === undefined ? [] : [part(`${key}${MATCH}`, option.match)];
      return [part(key, option.text), ...match, part(`${key}${WHY}`, option.feedback, true)];
    }),
  ]);
}

/** Whether a clip says which numbers it speaks, as far as its text names any: else nobody could tell when it turns wrong. */
function tellsNumbers(text: string, clip: Clip): boolean {
  return contactsIn(text).every((id) => clip.numbers?.[id] !== undefined);
}

/** The block or item that a part is of; `:title` for the title. */
export function thingOfPart(key: string): string {
  return key === TITLE ? TITLE : (/^[^.:]*/.exec(key)?.[0] ?? '');
}

/**
 * Joins recordings to the texts that they belong to: what is heard, what is old, what is missing.
 * @param older things whose text in this language is older than what it was translated from: who listens is told what who reads is told.
 */
export function narrate(
  { of, lang, parts, clips, older = [] }: { of: string; lang: string; parts: readonly Part[]; clips: Clips; older?: readonly string[] },
  sha256: (text: string) => string,
): { leaf: NarrationLeaf; bytes: number; ms: number; missing: string[]; stale: string[] } {
  const heard = parts.flatMap(({ key, text }) => {
    const clip = Object.hasOwn(clips, key) ? clips[key] : undefined;
    return clip && tellsNumbers(text, clip) ? [{ key, clip, stale: clip.source !== sha256(text) || older.includes(thingOfPart(key)) }] : [];
  });
  const files = new Map(heard.map(({ clip }) => [clip.media, clip.bytes]));
  return {
    leaf: { kind: 'narration', of, lang, parts: Object.fromEntries(heard.map(({ key, clip }) => [key, clip])) },
    bytes: [...files.values()].reduce((sum, bytes) => sum + bytes, 0),
    ms: heard.reduce((sum, { clip }) => sum + clip.ms, 0),
    missing: parts.filter(({ key }) => !heard.some((one) => one.key === key)).map(({ key }) => key),
    stale: heard.filter(({ stale }) => stale).map(({ key }) => key),
  };
}

/** Parts of a set of phrases: `key → text in every language`. */
export function phraseParts(phrases: Readonly<Record<string, LocalizedText>>, lang: string): Part[] {
  return Object.entries(phrases).map(([key, text]) => part(key, textIn(text, lang)));
}
