import type { CourseCheck } from './api.ts';
import { bringIntoSight } from './bring.ts';

/** Texts that are found by how they stand: where several of a thing do, the first. */
const STATES: Readonly<Record<string, string>> = { untranslated: 'missing', stale: 'stale' };
const SELF = ':self';

/** The place of a problem within its document, as the end of an address: `#thing-b1.sources`, `#thing-b1.items/a/text@km`, `#thing-b2.missing-km`. */
export function placeOf({ code, thing, field, values }: Pick<CourseCheck['problems'][number], 'code' | 'thing' | 'field' | 'values'>): string {
  const state = STATES[code];
  const what = state && values.lang ? `${state}-${values.lang}` : field && values.lang ? `${field}@${values.lang}` : field;
  if (thing === SELF && !what) return '';
  return `#thing-${thing === SELF ? 'self' : thing}${what && `.${what}`}`;
}

const FOCUSABLE = '[role=textbox], input, select, textarea, button';

/** The element of a card that a place names; null where the card has none such. */
function fieldIn(card: HTMLElement, what: string): Element | null {
  const [, state, of] = /^(missing|stale)-([a-z]+)$/.exec(what) ?? [];
  if (state) return card.querySelector(`.half.is-${state}[data-lang="${of}"]`);
  const [path = '', lang] = what.split('@');
  const thing = card.id.slice('thing-'.length);
  // The thing's own path stands before: `blocks/b1/items/a/text`.
  const whole = thing === 'self' ? [path] : ['blocks', 'items'].map((list) => `${list}/${thing}/${path}`);
  const there = [...card.querySelectorAll<HTMLElement>('[data-path]')].filter(({ dataset }) => whole.includes(dataset.path ?? ''));
  return there.find(({ dataset }) => dataset.lang === lang) ?? there[0] ?? card.querySelector(`[data-field="${path.split('/').at(-1)}"]`);
}

/** Shows the place that an address ends with, and gives its field the focus. */
export function goToPlace(hash: string): void {
  const [, thing = '', what = ''] = /^#(thing-[a-z0-9-]+)(?:\.([\w/@-]+))?$/.exec(hash) ?? [];
  const card = thing === '' ? null : document.getElementById(thing);
  if (!card) return;
  const field = what === '' ? null : fieldIn(card, what);
  // What most things do not have is folded away.
  field?.closest('details')?.setAttribute('open', '');
  bringIntoSight(field ?? card, 'center');
  // Of a list, where one adds to it.
  const target = field?.matches(FOCUSABLE) ? field : (field?.querySelector(':scope > .add button') ?? field?.querySelector(FOCUSABLE));
  // Where no one field mends it, the keys go on from the block.
  ((target as HTMLElement | null | undefined) ?? card).focus({ preventScroll: true });
}
