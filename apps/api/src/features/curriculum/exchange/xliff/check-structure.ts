import { CORE_FORMS, type ElementForm } from './core-forms.ts';
import type { XliffFault } from './fault.ts';
import { MODULE_FORMS, MODULE_ROOTS } from './module-forms.ts';
import { CORE, FS, GLS, is, MTC, SLR, XML } from './names.ts';
import { holdsAnything } from './quoted.ts';
import { attribute, childrenOf, type XmlElement } from './tree.ts';

const MOST_TRIED = 100;

/** Tells a fault of an element. */
export type Report = (element: XmlElement, code: XliffFault) => void;

/** Elements and attributes: which, where, in what order and with what values, for the core and the modules. */
export function checkStructure(element: XmlElement, report: Report): void {
  const form = formFor(element);
  if (form) {
    checkAttributes(element, form, report);
    checkContent(element, form, report);
  } else if (element.namespace === CORE || Object.hasOwn(MODULE_FORMS, element.namespace)) {
    report(element, 'element_unknown');
    return;
  }
  for (const child of childrenOf(element)) {
    if (belongs(child, element)) checkStructure(child, report);
    else report(child, formFor(child) ? 'element_misplaced' : 'element_unknown');
  }
}

function formFor({ namespace, name }: XmlElement): ElementForm | undefined {
  const forms = namespace === CORE ? CORE_FORMS : MODULE_FORMS[namespace];
  return forms && Object.hasOwn(forms, name) ? forms[name] : undefined;
}

/** Whether an element may stand in another at all, by the name spaces of both; names and order are the content's. */
function belongs(child: XmlElement, parent: XmlElement): boolean {
  if (child.namespace === parent.namespace) return true;
  if (child.namespace === CORE) return parent.namespace === MTC && parent.name === 'match';
  const roots = MODULE_ROOTS[`${child.namespace} ${child.name}`];
  if (holdsAnything(parent)) return true;
  // Matches may have metadata; what a term has besides is of others.
  if (parent.namespace !== CORE) return parent.namespace !== GLS || !Object.hasOwn(MODULE_FORMS, child.namespace);
  return roots ? roots.includes(parent.name) : !Object.hasOwn(MODULE_FORMS, child.namespace);
}

function checkAttributes(element: XmlElement, form: ElementForm, report: Report): void {
  for (const { namespace, name, value } of element.attributes) {
    if (namespace === '') {
      const check = form.attributes[name] ?? form.attributes[`!${name}`];
      if (!check) report(element, 'attribute_unknown');
      else if (!check(value)) report(element, 'attribute_value');
    } else if (namespace === XML) {
      const known = form.xml?.find((one) => one === name);
      if (!known) report(element, 'attribute_unknown');
      else if (!(known === 'lang' ? is.language : is.space)(value)) report(element, 'attribute_value');
    } else if (!takes(form, namespace)) report(element, 'attribute_unknown');
  }
  const missing = Object.keys(form.attributes).some((key) => key.startsWith('!') && attribute(element, key.slice(1)) === undefined);
  if (missing) report(element, 'attribute_missing');
}

function takes({ foreign }: ElementForm, namespace: string): boolean {
  if (namespace === CORE) return false;
  return foreign === 'any' || (foreign === 'modules' && (namespace === FS || namespace === SLR));
}

function checkContent(element: XmlElement, form: ElementForm, report: Report): void {
  const stray = !form.text && element.children.some((child) => typeof child === 'string' && child.trim() !== '');
  if (stray) report(element, 'text_misplaced');
  const children = childrenOf(element);
  const names = children.map((child) => (child.namespace === element.namespace || (child.namespace === CORE && belongs(child, element)) ? child.name : '*'));
  if (form.content.test(names.map((name) => `${name},`).join(''))) return;
  if (form.needs && !form.needs.some((name) => names.includes(name))) report(element, 'element_missing');
  else report(firstStray(children, names, form) ?? element, 'element_misplaced');
}

/** The first child that may not stand in this element at all, or one without which the rest would stand, or the first that does not stand behind the one before. */
function firstStray(children: XmlElement[], names: string[], { content }: ElementForm): XmlElement | undefined {
  const known = children.find((_, at) => !content.source.includes(names[at] === '*' ? '\\*' : (names[at] ?? '')));
  if (known) return known;
  // Each is tried with all others, so only where there are few.
  const few = children.length <= MOST_TRIED ? children : [];
  const alone = few.findLast((_, at) => content.test(names.toSpliced(at, 1).map((name) => `${name},`).join('')));
  if (alone) return alone;
  const pairFits = (one: string, next: string): boolean => content.source.indexOf(token(one)) <= content.source.lastIndexOf(token(next));
  const at = names.findIndex((name, index) => index > 0 && !pairFits(names[index - 1] ?? '', name));
  return children[at];
}

const token = (name: string): string => (name === '*' ? '\\*' : name);
