import { isWritten, type Item, picksMany } from '@seek-justice/domain/assessment/item.ts';
import { isRight, type Mark } from '@seek-justice/domain/assessment/score.ts';
import { MATCH, WHY } from '@seek-justice/domain/curriculum/clip.ts';
import type { Answers } from '@seek-justice/domain/records/answers.ts';

/** A question as it is read aloud: what is asked, how to answer, each option after its letter. */
export function spokenQuestion(item: Item): string[] {
  const options = item.options.flatMap(({ id }, at) => [`#answer${at}`, `${item.id}.${id}`]);
  return [item.id, picksMany(item) ? '#chooseMany' : '#chooseOne', ...options];
}

/** What is said to an answer that is complete: to each chosen option, to all together, and how to go on. */
export function spokenFeedback(item: Item, chosen: readonly string[]): string[] {
  const each = item.options
    .filter(({ id }) => chosen.includes(id))
    .flatMap(({ id, right }) => [right ? '#right' : '#notQuite', `${item.id}.${id}${WHY}`]);
  return [...each, ...(picksMany(item) ? [isRight(item, chosen) ? '#allRight' : '#tryAgain'] : []), '#onward'];
}

/** A result as it is read aloud: the mark, what it means, and what is worth hearing again. */
export function spokenResult(items: readonly Item[], answers: Answers, mark: Mark): string[] {
  const again = items.filter((item) => !isWritten(item) && !isRight(item, answers[item.id] ?? []));
  return [
    `#n${mark.percent}`,
    '#percent',
    mark.passed ? '#passed' : '#notYet',
    ...again.flatMap((item) => [item.id, ...item.options.filter(({ right }) => right).flatMap(({ id, match }) => ['#right', ...(match ? ['', MATCH, WHY] : ['', WHY]).map((end) => `${item.id}.${id}${end}`)])]),
  ];
}
