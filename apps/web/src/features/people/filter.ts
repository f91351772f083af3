import type { COMPLETION_FILTERS, PEOPLE_ORDERS } from '@seek-justice/contracts/endpoints/list-people.ts';
import type { Role } from '@seek-justice/contracts/parts.ts';

/** What the sentence above the list says. */
export interface PeopleFilter {
  text: string;
  role: Role | null;
  province: string | null;
  completion: (typeof COMPLETION_FILTERS)[number];
  /** With `module-done`: which module. */
  module: string | null;
  order: (typeof PEOPLE_ORDERS)[number];
}

/** A coordinator looks for pastors first. */
export const FIRST_FILTER: PeopleFilter = { text: '', role: 'pastor', province: null, completion: 'any', module: null, order: 'name' };
/** The sentence that leaves nobody out. */
export const EVERYBODY: PeopleFilter = { ...FIRST_FILTER, role: null };

export const PAGE_SIZE = 50;

/** The body of the request for one page of the list. */
export function requestBody(filter: PeopleFilter, cursor: string | null): PeopleFilter & { cursor: string | null; limit: number } {
  const module = filter.completion === 'module-done' ? filter.module : null;
  return { ...filter, text: filter.text.normalize('NFC').trim(), module, cursor, limit: PAGE_SIZE };
}

/** Whether nothing but the order was chosen: an empty list then means that nobody is there at all. */
export function asksForAll(filter: PeopleFilter): boolean {
  return filter.text.trim() === '' && filter.province === null && filter.completion === 'any' && (filter.role === null || filter.role === FIRST_FILTER.role);
}

/** One value for the select that says how far people are: `module-done` carries its module. */
export function completionValue({ completion, module }: PeopleFilter): string {
  return completion === 'module-done' ? `module-done ${module}` : completion;
}

/** The part of the filter that such a value stands for. */
export function readCompletion(value: string): Pick<PeopleFilter, 'completion' | 'module'> {
  const [completion, module] = value.split(' ');
  return { completion: completion as PeopleFilter['completion'], module: module ?? null };
}

let remembered: PeopleFilter | null = null;

/**
 * Keeps the sentence for the way back and for a reload. What was searched may be a name: it stays in memory and
 * goes neither into the address nor into the browser's history.
 */
export function rememberFilter(filter: PeopleFilter): void {
  remembered = filter;
  history.replaceState({ ...(history.state as object | null), filter: { ...filter, text: '' } }, '');
}

/** The sentence as it was left. */
export function rememberedFilter(): PeopleFilter {
  const kept = (history.state as { filter?: PeopleFilter } | null)?.filter;
  return remembered ?? (kept && typeof kept === 'object' ? { ...FIRST_FILTER, ...kept, text: '' } : FIRST_FILTER);
}

/** Forgets it: whoever signs in next begins anew. */
export function forgetFilter(): void {
  remembered = null;
}
