import { CORE, CTR, RES, SLR } from './names.ts';
import { MODULE_FORMS } from './module-forms.ts';
import { childrenOf, type XmlElement } from './tree.ts';

const HOLDERS = new Set([`${CORE} skeleton`, `${RES} source`, `${RES} target`, `${CTR} item`, `${SLR} data`]);

/** Whether an element may have anything in it: it belongs to others, or it is what the format made for keeping things. */
export function holdsAnything({ namespace, name }: XmlElement): boolean {
  return HOLDERS.has(`${namespace} ${name}`) || (namespace !== CORE && !Object.hasOwn(MODULE_FORMS, namespace));
}

/**
 * Gives what is quoted another name space: a skeleton, a resource or somebody's own element may hold elements of the
 * core, and these are no texts of this file. What matches and the like have of the core is not quoted.
 */
export function setQuotedApart(element: XmlElement, quoted = false): void {
  const inside = quoted || holdsAnything(element);
  for (const child of childrenOf(element)) {
    if (inside && child.namespace === CORE) child.namespace = `${CORE}#quoted`;
    setQuotedApart(child, inside);
  }
}
