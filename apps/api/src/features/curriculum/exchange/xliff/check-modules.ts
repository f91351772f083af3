import { checkChanges } from './check-changes.ts';
import { checkSize } from './check-size.ts';
import type { Report } from './check-structure.ts';
import { CORE, FS, GLS, MTC, RES, VAL, XML } from './names.ts';
import { attribute, childrenOf, within, type XmlElement } from './tree.ts';

const HTML = new Set(
  'a abbr acronym address applet area aside audio b base basefont bdi bdo bgsound blockquote body br button canvas caption center cite code col colgroup command data datagrid datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins isindex kbd keygen label legend li link main map mark menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p param plaintext pre progress q rp rt ruby s samp script section select small source spacer span strike strong style sub summary sup table tbody td textarea tfoot th thead time title tr track tt u ul var video wbr xmp'.split(
    ' ',
  ),
);

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
      (of('rule', VAL) && !ruleStands(element));
    if (broken) report(element, 'module_rule');
    if (of('source', RES) && !agrees(element, root)) report(element, 'language_differs');
  }
  checkChanges(root, report);
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

/** Exactly one thing is asked of a text; a number of times only of what is present. */
function ruleStands(rule: XmlElement): boolean {
  const has = (name: string): boolean => attribute(rule, name) !== undefined;
  const own = rule.attributes.filter(({ namespace }) => namespace !== '' && namespace !== XML).length;
  const asked = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'].filter(has).length;
  if (asked + Math.min(own, 1) !== 1) return false;
  return (!has('occurs') || has('isPresent')) && (!has('existsInSource') || has('isPresent') || has('startsWith') || has('endsWith'));
}

/** The language of a resource's source is the file's; one file of resources may serve translations into several. */
function agrees(element: XmlElement, root: XmlElement): boolean {
  const own = attribute(element, 'lang', XML);
  return own === undefined || own.toLowerCase() === attribute(root, 'srcLang')?.toLowerCase();
}
