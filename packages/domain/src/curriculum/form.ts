import type { ItemType } from '../assessment/item.ts';
import { QUIZ_FORMS } from '../assessment/quiz-forms.ts';
import type { LocalizedText } from '../language/localized-text.ts';
import type { Block } from './block.ts';

/**
 * What a thing of the curriculum is made of, field by field: the one list from which its texts are enumerated (stale
 * marks, translation files, search), its edits are checked, a new one is begun and its editor is built.
 */
export type FieldForm =
  /** A text in every language: one line, or paragraphs. */
  | { key: string; kind: 'line' | 'paragraphs'; optional?: true }
  /** A whole number of something. */
  | { key: string; kind: 'number'; least: number; most: number; first: number; unit: 'minutes' | 'people' | 'percent' }
  /** One of some words, which are the same in every language. `asked`: there is none until somebody has answered. */
  | { key: string; kind: 'choice'; of: readonly [string, ...string[]]; optional?: true; asked?: true }
  | { key: string; kind: 'flag' }
  /** A Bible reference, `Luke 10:25-37`. */
  | { key: string; kind: 'reference' }
  /** A day, `YYYY-MM-DD`. */
  | { key: string; kind: 'day' }
  /** The id of another thing in the same list. */
  | { key: string; kind: 'thing'; optional: true }
  /** What a thing was copied from. */
  | { key: string; kind: 'origin'; optional: true }
  /** A file by its hash, with what is known of it. */
  | { key: string; kind: 'media'; type: 'image' | 'audio' | 'video' }
  /** A set of words: competences, sources. */
  | { key: string; kind: 'words'; of?: readonly string[] }
  /** Things with ids of their own, in an order; a function where their form depends on their type. */
  | { key: string; kind: 'list'; least: number; most: number; of: Form | ((one: { type?: string }) => Form | null) }
  /** A thing without an id; a function, because a scenario's step holds steps. */
  | { key: string; kind: 'group'; of: () => Form; optional?: true };

export type Form = readonly FieldForm[];

const text = (key: string): FieldForm => ({ key, kind: 'paragraphs' });
const line = (key: string): FieldForm => ({ key, kind: 'line' });
const minutes = { key: 'minutes', kind: 'number', least: 1, most: 60, first: 5, unit: 'minutes' } as const;
const MOST_POINTS = 20;
const MOST_CHOICES = 6;
/** A ladder that is longer leads nowhere. */
const MOST_STEPS = 8;

const points = { key: 'items', kind: 'list', least: 2, most: MOST_POINTS, of: [line('text')] } as const satisfies FieldForm;
const choice: Form = [line('text'), { key: 'good', kind: 'flag' }, text('outcome')];
const step = (): Form => [
  text('text'),
  { key: 'choices', kind: 'list', least: 2, most: MOST_CHOICES, of: [...choice, { key: 'step', kind: 'group', of: step, optional: true }] },
];

/** The fields of every block type, in the order in which they are written and read. */
export const BLOCK_FORMS: Readonly<Record<Block<LocalizedText>['type'], Form>> = {
  story: [text('text')],
  text: [{ key: 'heading', kind: 'line', optional: true }, text('text')],
  passage: [{ key: 'reference', kind: 'reference' }, text('text')],
  callout: [{ key: 'kind', kind: 'choice', of: ['remember', 'care', 'danger'] }, text('text')],
  signs: [line('heading'), { key: 'intro', kind: 'paragraphs', optional: true }, points],
  scenario: [line('heading'), { key: 'step', kind: 'group', of: step }],
  discussion: [minutes, { key: 'group', kind: 'number', least: 1, most: 50, first: 3, unit: 'people' }, text('question'), text('quiet')],
  prayer: [minutes, text('topic'), line('leader'), text('note')],
  report: [
    line('heading'),
    text('intro'),
    { key: 'steps', kind: 'list', least: 1, most: MOST_POINTS, of: [line('ask'), { key: 'choices', kind: 'list', least: 2, most: MOST_CHOICES, of: choice }] },
  ],
  rights: [line('heading'), points],
  contacts: [text('intro')],
  home: [text('text')],
  image: [
    { key: 'media', kind: 'media', type: 'image' },
    text('alt'),
    { key: 'caption', kind: 'paragraphs', optional: true },
    { key: 'consent', kind: 'choice', of: ['nobody', 'recorded'], asked: true },
  ],
  audio: [{ key: 'media', kind: 'media', type: 'audio' }, line('title'), text('transcript')],
  video: [{ key: 'media', kind: 'media', type: 'video' }, line('title'), text('transcript')],
  roleplay: [
    line('heading'),
    minutes,
    text('scene'),
    { key: 'roles', kind: 'list', least: 2, most: MOST_CHOICES, of: [line('name'), text('task')] },
    text('after'),
  ],
  officer: [
    line('heading'),
    minutes,
    { key: 'questions', kind: 'list', least: 0, most: MOST_POINTS, of: [line('ask'), text('answer'), { key: 'shared', kind: 'flag' }] },
    text('replacement'),
  ],
  promise: [line('heading'), line('by'), { ...points, least: 1 }, { key: 'date', kind: 'day' }, { key: 'reviewBy', kind: 'day' }],
  ladder: [
    line('heading'),
    { key: 'intro', kind: 'paragraphs', optional: true },
    { key: 'steps', kind: 'list', least: 2, most: MOST_STEPS, of: [text('text'), { key: 'otherwise', kind: 'line', optional: true }] },
  ],
  poll: [text('question'), { key: 'options', kind: 'list', least: 2, most: MOST_CHOICES, of: [line('text')] }, { key: 'after', kind: 'paragraphs', optional: true }],
};

/** How many pairs or steps an item may have: fewer than three are guessed, more than six have no letter. */
export const LEAST_ARRANGED = 3;
export const MOST_ARRANGED = 6;

const options: FieldForm = { key: 'options', kind: 'list', least: 2, most: 4, of: [line('text'), { key: 'right', kind: 'flag' }, text('feedback')] };
const arranged = (...of: FieldForm[]): FieldForm => ({ key: 'options', kind: 'list', least: LEAST_ARRANGED, most: MOST_ARRANGED, of: [line('text'), ...of, text('feedback')] });

/** What every item may have beside its own fields: which form of the quiz it belongs to, and where it comes from. */
const ABOUT_ITEM: Form = [
  { key: 'form', kind: 'choice', of: QUIZ_FORMS, optional: true },
  { key: 'twin', kind: 'thing', optional: true },
  { key: 'from', kind: 'origin', optional: true },
];

/** The fields of every item type of a quiz. The options of `matching` are pairs, those of `ordering` steps, in their right order, those of `written` what others say. */
export const ITEM_FORMS: Readonly<Record<ItemType, Form>> = {
  single: [text('question'), options, ...ABOUT_ITEM],
  multiple: [text('question'), options, ...ABOUT_ITEM],
  truefalse: [text('question'), { ...options, most: 2 }, ...ABOUT_ITEM],
  scenario: [text('situation'), text('question'), options, ...ABOUT_ITEM],
  matching: [text('question'), arranged(line('match')), ...ABOUT_ITEM],
  ordering: [text('question'), arranged(), ...ABOUT_ITEM],
  written: [text('question'), { key: 'options', kind: 'list', least: 1, most: 4, of: [line('text'), text('feedback')] }, ...ABOUT_ITEM],
};

/** The form of an item; null for a type that this build does not know. */
export function itemFormOf(type: string): Form | null {
  return Object.hasOwn(ITEM_FORMS, type) ? ITEM_FORMS[type as ItemType] : null;
}

/** What every block may have beside its own fields: a text for the person who leads a group. */
export const NOTES: FieldForm = { key: 'notes', kind: 'paragraphs', optional: true };

/** What stands behind a block: who must sign it off, and its sources. */
const BEHIND: Form = [
  { key: 'tags', kind: 'words', of: ['law', 'safety', 'scripture'] },
  { key: 'sources', kind: 'words' },
];

/** The form of a thing in a list. */
export function formIn(list: FieldForm & { kind: 'list' }, one: object): Form {
  return typeof list.of === 'function' ? (list.of(one) ?? []) : list.of;
}

/** The same form for the same type each time: who draws by it sees that nothing has changed. */
const WHOLE_FORMS: ReadonlyMap<string, Form> = new Map(Object.entries(BLOCK_FORMS).map(([type, form]) => [type, [...form, NOTES, ...BEHIND]]));

/** The form of a block with its notes and what stands behind it; null for a type that this build does not know. */
export function formOf(type: string): Form | null {
  return WHOLE_FORMS.get(type) ?? null;
}

/** A text of a thing and where it stands: keys and ids of list elements, from the thing downwards. */
export interface FoundText {
  path: string[];
  field: FieldForm & { kind: 'line' | 'paragraphs' };
  /** Absent where an optional text was never written. */
  text: LocalizedText | undefined;
}

type Thing = Record<string, unknown>;

/** All texts of a thing in the order of its form; optional ones that were never written as well. */
export function textsOf(thing: object, form: Form, at: readonly string[] = []): FoundText[] {
  return form.flatMap((field): FoundText[] => {
    const value = (thing as Thing)[field.key];
    const path = [...at, field.key];
    switch (field.kind) {
      case 'line':
      case 'paragraphs':
        return [{ path, field, text: value as LocalizedText | undefined }];
      case 'list':
        return ((value ?? []) as (Thing & { id: string })[]).flatMap((one) => textsOf(one, formIn(field, one), [...path, one.id]));
      case 'group':
        return value ? textsOf(value as Thing, field.of(), path) : [];
      default:
        return [];
    }
  });
}
