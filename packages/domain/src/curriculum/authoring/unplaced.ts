import { isChosen } from '../../assessment/item.ts';
import type { ItemDraft } from '../draft.ts';

/** A question as authors' documents have it: where options are not chosen among, none of them is called right. */
export function unplaced(item: ItemDraft): object {
  if (isChosen(item) || !Array.isArray(item.options)) return item;
  const options = item.options.map((option) => Object.fromEntries(Object.entries(option).filter(([key]) => key !== 'right')));
  return { ...item, options };
}
