import type { Item } from '@seek-justice/domain/assessment/item.ts';
import { isRight } from '@seek-justice/domain/assessment/score.ts';
import { shuffled } from '@seek-justice/domain/assessment/shuffle.ts';
import { MATCH, WHY } from '@seek-justice/domain/curriculum/clip.ts';

/** A question whose options are arranged, as it is read aloud: steps after their letters, pairs by letter and by number. */
export function spokenArranged(item: Item): string[] {
  const lettered = item.type === 'ordering' ? shuffled(item.id, item.options) : item.options;
  const numbered = item.type === 'ordering' ? [] : shuffled(item.id, item.options);
  return [
    item.id,
    item.type === 'ordering' ? '#orderAll' : '#matchAll',
    ...lettered.flatMap(({ id }, at) => [`#answer${at}`, `${item.id}.${id}`]),
    ...numbered.flatMap(({ id }, at) => [`#n${at + 1}`, `${item.id}.${id}${MATCH}`]),
  ];
}

/** What is said to an answer that was checked: to each place, to the whole, and how to go on. */
export function spokenPlaced(item: Item, places: readonly string[]): string[] {
  const each = item.options.flatMap(({ id }, at) => [`${item.id}.${id}`, places[at] === id ? '#right' : '#notQuite', `${item.id}.${id}${WHY}`]);
  return [...each, isRight(item, places) ? '#allRight' : '#tryAgain', '#onward'];
}
