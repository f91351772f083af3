import type { Report } from './check-structure.ts';
import { CORE, GLS, MDA, MTC, RES, XML } from './names.ts';
import { attribute, childrenOf, enclosing, within, type XmlElement } from './tree.ts';

/** Ids: each once in the scope that the specification names for it. */
export function checkIds(root: XmlElement, report: Report): void {
  const once = (elements: XmlElement[]): void => {
    const seen = new Set<string>();
    for (const element of elements) {
      const id = (attribute(element, 'id') ?? attribute(element, 'id', XML))?.trim();
      if (id === undefined) continue;
      if (seen.has(id)) report(element, 'id_doubled');
      seen.add(id);
    }
  };
  once(childrenOf(root, 'file', CORE));
  for (const element of within(root)) {
    const all = (name: string, namespace = CORE): XmlElement[] => within(element).filter((one) => one.name === name && one.namespace === namespace);
    switch (`${element.namespace} ${element.name}`) {
      case `${CORE} file`:
        once(all('group'));
        once(all('unit'));
        break;
      case `${CORE} unit`:
        checkUnit(element, once, report);
        break;
      case `${CORE} notes`:
      case `${CORE} originalData`:
      case `${MTC} matches`:
        once(childrenOf(element));
        break;
      case `${GLS} glossary`:
      case `${MDA} metadata`:
        once(within(element).filter(({ namespace }) => namespace === element.namespace));
        break;
      case `${RES} resourceData`:
        once(childrenOf(element));
        break;
      default:
    }
    // Elements of others: once each beside the others of their name space.
    if (element.namespace === CORE && ['file', 'group', 'unit'].includes(element.name)) foreignIds(element, once);
  }
}

function foreignIds(element: XmlElement, once: (elements: XmlElement[]) => void): void {
  const groups = Map.groupBy(
    childrenOf(element).filter(({ namespace }) => namespace !== CORE),
    ({ namespace }) => namespace,
  );
  const known: string[] = [GLS, MDA, MTC, RES];
  for (const [namespace, elements] of groups) if (!known.includes(namespace)) once(elements.flatMap(within));
}

function checkUnit(unit: XmlElement, once: (elements: XmlElement[]) => void, report: Report): void {
  const parts = childrenOf(unit).filter(({ name, namespace }) => namespace === CORE && (name === 'segment' || name === 'ignorable'));
  const inline = (name: string): XmlElement[] => parts.flatMap((part) => childrenOf(part, name, CORE)).flatMap((side) => within(side).slice(1));
  const sources = inline('source');
  once([...parts, ...sources]);
  const targets = inline('target');
  once(targets);
  const idOf = (element: XmlElement): string => attribute(element, 'id')?.trim() ?? '';
  const partIds = new Set(parts.map(idOf).filter((id) => id !== ''));
  const bySource = new Map(sources.filter((one) => idOf(one) !== '').map((one) => [idOf(one), one]));
  for (const target of targets) {
    const twin = bySource.get(idOf(target));
    // What has the id of a code of the source stands for that code and no other.
    if (partIds.has(idOf(target)) || (twin && !alike(twin, target))) report(target, 'id_other_code');
  }
}

/** A pair may be written as one element or as two halves, after segments were cut or joined; else like for like. */
function alike(one: XmlElement, other: XmlElement): boolean {
  const kind = ({ name }: XmlElement): string => ({ pc: 'pair', sc: 'pair', mrk: 'mark', sm: 'mark' })[name] ?? name;
  return kind(one) === kind(other);
}

/** The id of the unit that an element is in, for telling where a fault lies. */
export function unitOf(element: XmlElement): string | undefined {
  const unit = enclosing(element, 'unit', CORE);
  return unit ? attribute(unit, 'id') : undefined;
}
