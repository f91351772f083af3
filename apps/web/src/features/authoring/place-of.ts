/** Which field of a block mends a problem, where one field does. */
const FIELDS: Readonly<Record<string, string>> = {
  law_without_source: 'sources',
  unknown_source: 'sources',
  reference_unknown: 'reference',
  reference_nowhere: 'reference',
};
const TEXTS: Readonly<Record<string, string>> = { untranslated: 'missing', stale: 'stale' };
const SELF = ':self';

/** The place of a problem within its document, as the end of an address: `#thing-b1.sources`, `#thing-b2.missing-km`. */
export function placeOf({ code, thing, values }: { code: string; thing: string; values: Record<string, string> }): string {
  const text = TEXTS[code];
  const what = FIELDS[code] ?? (text && values.lang ? `${text}-${values.lang}` : '');
  if (thing === SELF && !text) return '';
  return `#thing-${thing === SELF ? 'self' : thing}${what && `.${what}`}`;
}

const FOCUSABLE = '[role=textbox], input, select, textarea, button';

/** Shows the place that an address ends with, and gives its field the focus. */
export function goToPlace(hash: string): void {
  const [, thing = '', what = ''] = /^#(thing-[a-z0-9-]+)(?:\.([a-z-]+))?$/.exec(hash) ?? [];
  const card = thing === '' ? null : document.getElementById(thing);
  if (!card) return;
  const [, state, lang] = /^(missing|stale)-([a-z]+)$/.exec(what) ?? [];
  const field = what === '' ? null : card.querySelector<HTMLElement>(state ? `.half.is-${state}[data-lang="${lang}"]` : `[data-field="${what}"]`);
  (field ?? card).scrollIntoView({ block: 'center' });
  const target = field?.matches(FOCUSABLE) ? field : field?.querySelector<HTMLElement>(FOCUSABLE);
  // Where no one field mends it, the keys go on from the block.
  (target ?? card).focus({ preventScroll: true });
}
