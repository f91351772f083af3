import { type GIFTQuestion, type Matching, type MultipleChoice, parse, type TextFormat, type TrueFalse } from 'gift-pegjs';
import type { ItemType } from '@seek-justice/domain/assessment/item.ts';
import type { ItemDraft } from '@seek-justice/domain/curriculum/draft.ts';
import { itemFormOf } from '@seek-justice/domain/curriculum/form.ts';
import { type GiftBlock, giftBlocks } from './gift-blocks.ts';
import { marked, unmarked, withoutHtml } from './gift-text.ts';

/**
 * Why a question cannot be one here: its type; several blanks; no answers at all; several answers of which any one is
 * enough; nothing right, or everything; fewer or more answers than an item has; a text that is empty; not GIFT.
 */
export type GiftReason = 'essay' | 'short_answer' | 'numeric' | 'cloze' | 'description' | 'any_of' | 'no_right' | 'all_right' | 'too_few' | 'too_many' | 'empty' | 'syntax';

export interface UnreadQuestion {
  /** From 1. */
  line: number;
  text: string;
  reason: GiftReason;
}

/** What is wrong with one question; never leaves this file. */
class Unread extends Error {
  readonly reason: GiftReason;

  constructor(reason: GiftReason) {
    super(reason);
    this.reason = reason;
  }
}

/** A question longer than this is none: the parser looks at every letter many times. */
const MOST_LETTERS = 20_000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const TRUE_FALSE: Record<string, readonly [string, string]> = { en: ['True', 'False'], km: ['ត្រូវ', 'មិនត្រូវទេ'] };

type Answer = { text: string; feedback: string; right: boolean; match?: string };

function plain({ text, format }: Pick<TextFormat, 'text' | 'format'>): string {
  const signs = unmarked(text);
  return (format === 'html' ? withoutHtml(signs) : signs).trim().normalize('NFC');
}

const said = (feedback: TextFormat | null): string => (feedback ? plain(feedback) : '');

function parsed({ text }: GiftBlock): GIFTQuestion {
  if (text.length > MOST_LETTERS) throw new Unread('syntax');
  const source = marked(text);
  try {
    const [question, ...more] = parse(source);
    if (question && more.length === 0) return question;
  } catch {
    // The parser says what it would have expected, which helps nobody who writes questions.
  }
  throw new Unread((source.match(/\{/g)?.length ?? 0) > 1 ? 'cloze' : 'syntax');
}

function choices({ choices: all }: MultipleChoice): { type: ItemType; answers: Answer[] } {
  const one = all.some(({ isCorrect }) => isCorrect);
  const answers = all.map(({ text, feedback, isCorrect, weight }) => ({ text: plain(text), feedback: said(feedback), right: one ? isCorrect : (weight ?? 0) > 0 }));
  const right = answers.filter((answer) => answer.right).length;
  if (right === 0) throw new Unread('no_right');
  if (right === answers.length) throw new Unread('all_right');
  if (one && right > 1) throw new Unread('any_of');
  return { type: one ? 'single' : 'multiple', answers };
}

function trueOrFalse({ isTrue, trueFeedback, falseFeedback }: TrueFalse, lang: string): Answer[] {
  // GIFT has the feedback to the wrong answer first; the parser calls that one `true`.
  const [wrong, right] = [said(trueFeedback), said(falseFeedback)];
  const words = TRUE_FALSE[lang] ?? ['True', 'False'];
  return words.map((text, at) => ({ text, right: (at === 0) === isTrue, feedback: (at === 0) === isTrue ? right : wrong }));
}

function pairs({ matchPairs, globalFeedback, stem }: Matching): Answer[] {
  const whys = said(globalFeedback).split('\n');
  const answers = matchPairs.map(({ subquestion, subanswer }, at) => ({
    text: plain(subquestion),
    match: plain({ text: subanswer, format: stem.format }),
    // A line for each pair, or one text for all of them.
    feedback: (whys.length === matchPairs.length ? whys[at] : whys.join('\n')) ?? '',
    right: true,
  }));
  // Moodle allows answers that belong to nothing.
  if (answers.some(({ text }) => text === '')) throw new Unread('empty');
  return answers;
}

function itemOf(block: GiftBlock, lang: string, newId: () => string): ItemDraft {
  const question = parsed(block);
  const answered = (): { type: ItemType; answers: Answer[] } => {
    switch (question.type) {
      case 'MC': {
        const { type, answers } = choices(question);
        const told = (['scenario', 'truefalse'] as const).find((tag) => type === 'single' && block.tags.includes(tag));
        return { type: told ?? type, answers };
      }
      case 'TF':
        return { type: 'truefalse', answers: trueOrFalse(question, lang) };
      case 'Matching': {
        const answers = pairs(question);
        if (!block.tags.includes('ordering')) return { type: 'matching', answers };
        return { type: 'ordering', answers: answers.toSorted((one, other) => Number(one.text) - Number(other.text)).map(({ match = '', feedback, right }) => ({ text: match, feedback, right })) };
      }
      case 'Short':
        if (block.tags.includes('written')) return { type: 'written', answers: question.choices.map(({ text: answer, feedback }) => ({ text: plain(answer), feedback: said(feedback), right: true })) };
        // Several answers that are all right look the same.
        throw new Unread('short_answer');
      case 'Numerical':
        throw new Unread('numeric');
      case 'Essay':
        throw new Unread('essay');
      default:
        throw new Unread('description');
    }
  };
  const { type, answers } = answered();
  const list = itemFormOf(type)?.find(({ key }) => key === 'options');
  if (list?.kind === 'list' && answers.length < list.least) throw new Unread('too_few');
  if (list?.kind === 'list' && answers.length > list.most) throw new Unread('too_many');
  const asked = 'stem' in question ? plain(question.stem) : '';
  const parts = asked.split('\n\n');
  const situation = type === 'scenario' && parts.length > 1 ? parts.slice(0, -1).join('\n\n') : '';
  const words = situation ? (parts.at(-1) ?? '') : asked || unmarked(question.title ?? '').trim().normalize('NFC');
  if (words === '' || answers.some(({ text, match }) => text === '' || match === '')) throw new Unread('empty');
  return {
    id: newId(),
    type: type === 'scenario' && !situation ? 'single' : type,
    ...(situation ? { situation: { [lang]: situation } } : {}),
    question: { [lang]: words },
    options: answers.map(({ text, match, feedback, right }, at) => ({
      id: LETTERS.charAt(at),
      right,
      text: { [lang]: text },
      ...(match === undefined ? {} : { match: { [lang]: match } }),
      feedback: feedback ? { [lang]: feedback } : {},
    })),
  };
}

/**
 * Reads a GIFT file in a language, question by question: one that is no GIFT spoils no other. `newId` names the items.
 * HTML becomes plain text; shares of points, titles and categories are left out.
 */
export function readGift(text: string, lang: string, newId: () => string): { items: ItemDraft[]; unread: UnreadQuestion[] } {
  const items: ItemDraft[] = [];
  const unread: UnreadQuestion[] = [];
  for (const block of giftBlocks(text)) {
    try {
      items.push(itemOf(block, lang, newId));
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      unread.push({ line: block.line, text: block.text, reason: error.reason });
    }
  }
  return { items, unread };
}
