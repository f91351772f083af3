import type { Report } from './check-structure.ts';
import { CORE, CTR, FS, GLS, is, MTC, RES, SLR, VAL, XML } from './names.ts';
import { attribute, childrenOf, within, type XmlElement } from './tree.ts';

const HTML = new Set(
  'a abbr acronym address applet area aside audio b base basefont bdi bdo bgsound blockquote body br button canvas caption center cite code col colgroup command data datagrid datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins isindex kbd keygen label legend li link main map mark menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p param plaintext pre progress q rp rt ruby s samp script section select small source spacer span strike strong style sub summary sup table tbody td textarea tfoot th thead time title tr track tt u ul var video wbr xmp'.split(
    ' ',
  ),
);
const SLR_ATTRIBUTES = ['storageRestriction', 'sizeRestriction', 'equivStorage', 'sizeInfo', 'sizeInfoRef'];

/** What modules ask beyond elements, attributes and references. */
export function checkModules(root: XmlElement, report: Report): void {
  for (const element of within(root)) {
    const has = (name: string, namespace = ''): boolean => attribute(element, name, namespace) !== undefined;
    checkFormat(element, report);
    checkSize(element, report);
    const of = (name: string, namespace: string): boolean => element.name === name && element.namespace === namespace;
    const broken =
      (of('glossEntry', GLS) && childrenOf(element).every(({ name }) => name !== 'translation' && name !== 'definition')) ||
      (of('match', MTC) && has('subType') && !has('type')) ||
      ((of('source', RES) || of('target', RES)) && has('href') === element.children.length > 0) ||
      (of('rule', VAL) && !ruleStands(element)) ||
      (of('item', CTR) && !/^(content|[\w.:-]+)$/.test(attribute(element, 'property') ?? ''));
    if (broken) report(element, 'module_rule');
    if ((of('source', RES) || of('target', RES)) && !agrees(element, root)) report(element, 'language_differs');
  }
}

/** Format style: the name of an HTML element, and sub-attributes only beside it. */
function checkFormat(element: XmlElement, report: Report): void {
  const own = element.attributes.filter(({ namespace }) => namespace === FS);
  if (own.length === 0) return;
  const fs = attribute(element, 'fs', FS);
  if (element.namespace === CORE && element.name === 'xliff') return report(element, 'attribute_unknown');
  if (own.some(({ name }) => name !== 'fs' && name !== 'subFs')) report(element, 'attribute_unknown');
  else if (fs === undefined) report(element, 'module_rule');
  else if (!HTML.has(fs)) report(element, 'attribute_value');
}

function checkSize(element: XmlElement, report: Report): void {
  const own = element.attributes.filter(({ namespace }) => namespace === SLR);
  if (own.some(({ name }) => !SLR_ATTRIBUTES.includes(name))) return report(element, 'attribute_unknown');
  const value = (name: string): string | undefined => attribute(element, name, SLR);
  if (value('sizeInfo') !== undefined && value('sizeInfoRef') !== undefined) return report(element, 'attribute_conflict');
  // Profiles of others have restrictions of their own making; those of the specification count.
  const profile = (kind: string): boolean => (profileOf(element, kind) ?? 'xliff:').startsWith('xliff:');
  const wrong = (name: string, kind: string, fits: (text: string) => boolean): boolean => profile(kind) && value(name) !== undefined && !fits(value(name) ?? '');
  const broken =
    wrong('sizeRestriction', 'generalProfile', is.restriction) ||
    wrong('storageRestriction', 'storageProfile', is.restriction) ||
    wrong('equivStorage', 'storageProfile', is.whole) ||
    wrong('sizeInfo', 'generalProfile', is.whole);
  if (broken) report(element, 'attribute_value');
}

/** The profile that holds where an element stands: the nearest above it. */
function profileOf(element: XmlElement, kind: string): string | undefined {
  for (let one: XmlElement | null = element; one; one = one.parent) {
    const [profiles] = childrenOf(one, 'profiles', SLR);
    const found = profiles && attribute(profiles, kind);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Exactly one thing is asked of a text; a number of times only of what is present. */
function ruleStands(rule: XmlElement): boolean {
  const has = (name: string): boolean => attribute(rule, name) !== undefined;
  const own = rule.attributes.filter(({ namespace }) => namespace !== '' && namespace !== XML).length;
  const asked = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'].filter(has).length;
  if (asked + Math.min(own, 1) !== 1) return false;
  return (!has('occurs') || has('isPresent')) && (!has('existsInSource') || has('isPresent') || has('startsWith') || has('endsWith'));
}

/** A resource's language is that of the side it stands for. */
function agrees(element: XmlElement, root: XmlElement): boolean {
  const own = attribute(element, 'lang', XML);
  const side = attribute(root, element.name === 'source' ? 'srcLang' : 'trgLang');
  return own === undefined || side === undefined || own.toLowerCase() === side.toLowerCase();
}
