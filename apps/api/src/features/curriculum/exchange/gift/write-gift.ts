import { isArranged, picksMany } from '@seek-justice/domain/assessment/item.ts';
import type { ItemDraft, QuizDraft } from '@seek-justice/domain/curriculum/draft.ts';
import { type LocalizedText, textIn } from '@seek-justice/domain/language/localized-text.ts';
import { escaped, written } from './gift-text.ts';

/** Five decimals are what Moodle takes for a share of the points. */
function share(of: number): string {
  return String(Number((100 / of).toFixed(5)));
}

/** An arrow in an answer would make it a pair, and nothing escapes it: another one stands for it. */
const unpaired = (text: string): string => text.replaceAll('->', '→');

function answers(item: ItemDraft, say: (text: LocalizedText) => string): string[] {
  const rightShare = share(item.options.filter(({ right }) => right).length);
  return item.options.map(({ right, text, feedback }) => {
    const why = say(feedback);
    const sign = picksMany(item) ? `~%${right ? rightShare : -100}%` : right ? '=' : '~';
    return `\t${sign}${unpaired(say(text))}${why && `#${why}`}`;
  });
}

/** Moodle knows pairs without feedback: what is said to each stands below them, a line each. Steps go as pairs of their number. */
function pairs(item: ItemDraft, say: (text: LocalizedText) => string, lang: string): string[] {
  const whys = item.options.map(({ feedback }) => textIn(feedback, lang).trim().replace(/\s*\n\s*/g, ' '));
  const lines = item.options.map(({ text, match }, at) => {
    // The second half has no format, and may have arrows.
    const left = match ? unpaired(say(text)) : String(at + 1);
    return `\t=${left} -> ${escaped(textIn(match ?? text, lang))}`;
  });
  return whys.some(Boolean) ? [...lines, `\t####${written(whys.join('\n'))}`] : lines;
}

/**
 * A quiz in one language as a GIFT file for Moodle. What GIFT has no words for stands in a tag (`scenario`, `truefalse`
 * with words of its own, `ordering`, `written`), so that `readGift` gets back what was written.
 */
export function writeGift(quiz: QuizDraft, lang: string): string {
  const say = (text: LocalizedText | undefined): string => written(textIn(text ?? {}, lang));
  const questions = quiz.items.map((item) => {
    const tag = ['scenario', 'truefalse', 'ordering', 'written'].includes(item.type) ? ` [tag:${item.type}]` : '';
    const stem = written([item.situation, item.question].flatMap((text) => (text ? [textIn(text, lang).trim()] : [])).join('\n\n'));
    const lines = isArranged(item) ? pairs(item, say, lang) : answers(item, say);
    return [`// [id:${item.id}]${tag}`, `${stem} {`, ...lines, '}', ''].join('\n');
  });
  return questions.join('\n');
}
