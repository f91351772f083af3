import type { Item } from '@seek-justice/domain/assessment/item.ts';

export interface RowsProps {
  item: Item;
  /** What stands where (`placesOf`). */
  places: readonly string[];
  /** Whether it is told of each place if it is right. */
  shown: boolean;
  /** Called with the places as they are now, and the parts to be read to it. */
  onPlace: (places: string[], say: string[]) => void;
}
