import type { Item } from '@seek-justice/domain/assessment/item.ts';
import type { Attempt } from '../attempt.ts';

/**
 * What stands where so far: of steps their ids as they were chosen, of pairs for each one the id of what was put to it,
 * '' where nothing is yet. Ids that the item does not have are of another version and gone.
 */
export function placesOf(attempt: Attempt, item: Item): string[] {
  const picked = attempt.picked[item.id] ?? [];
  const known = (id: string | undefined): id is string => item.options.some((option) => option.id === id);
  if (item.type === 'ordering') return picked.filter(known);
  return item.options.map((_, at) => (known(picked[at]) ? picked[at] : ''));
}

/** Puts a step behind those that were chosen, or takes it out again. */
export function inTurn(places: readonly string[], id: string): string[] {
  return places.includes(id) ? places.filter((one) => one !== id) : [...places, id];
}

/** Puts an id to a pair, taking it from where it was; '' clears the place. */
export function putTo(places: readonly string[], at: number, id: string): string[] {
  return places.map((before, place) => {
    if (place === at) return id;
    return before === id ? '' : before;
  });
}

/** Whether every place is taken. */
export function isFull(places: readonly string[], item: Item): boolean {
  return places.length === item.options.length && places.every(Boolean);
}

/** An attempt with other places. Feedback belongs to what was checked: it waits for the next check. */
export function arrange(attempt: Attempt, item: Item, places: string[]): Attempt {
  return { ...attempt, picked: { ...attempt.picked, [item.id]: places }, shown: { ...attempt.shown, [item.id]: [] } };
}
