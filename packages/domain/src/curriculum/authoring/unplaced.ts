import { isArranged } from '../../assessment/item.ts';
import type { ItemDraft } from '../draft.ts';

/** A question as authors' documents have it: where every option has its place, none of them is called right. */
export function unplaced(item: ItemDraft): object {
  if (!isArranged(item) || !Array.isArray(item.options)) return item;
  const options = item.options.map((option) => Object.fromEntries(Object.entries(option).filter(([key]) => key !== 'right')));
  return { ...item, options };
}
