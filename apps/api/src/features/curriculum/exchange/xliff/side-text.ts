import { CORE } from './names.ts';
import { attribute, childrenOf, within, type XmlElement } from './tree.ts';

/** Reads sides of a unit as we store texts: codes become our marks again, annotations leave their words. */
export function sideReader(unit: XmlElement): (sides: XmlElement[]) => string {
  const data = new Map(
    childrenOf(unit, 'originalData', CORE)
      .flatMap((one) => childrenOf(one, 'data', CORE))
      .map((one) => [attribute(one, 'id'), plain(one)]),
  );
  const sources = childrenOf(unit, undefined, CORE).flatMap((part) => childrenOf(part, 'source', CORE));
  const originals = new Map(sources.flatMap(within).map((one) => [attribute(one, 'id') ?? '', one]));
  /** What a code says of itself; a code of the translation that says no more than its id is that of the source. */
  const said = (code: XmlElement, name: string): string | undefined => {
    const original = originals.get(attribute(code, 'copyOf') ?? attribute(code, 'id') ?? '');
    return attribute(code, name) ?? (original && attribute(original, name));
  };
  return (sides) => {
    const starts = new Map(sides.flatMap(within).map((one) => [attribute(one, 'id'), one]));
    let strong = false;
    const mark = (code: XmlElement | undefined, begins: boolean): string => {
      // Strong within strong is strong: a second pair of marks would end the first.
      if (!code || said(code, 'subType') !== 'xlf:b' || strong === begins) return '';
      strong = begins;
      return '**';
    };
    const text = (element: XmlElement): string =>
      element.children
        .map((child) => {
          if (typeof child === 'string') return child;
          switch (child.name) {
            case 'cp':
              return character(child);
            case 'ph':
              return data.get(said(child, 'dataRef') ?? '') ?? said(child, 'equiv') ?? '';
            case 'pc': {
              const start = mark(child, true);
              const inside = text(child);
              if (start === '') return inside;
              strong = false;
              return inside === '' ? '' : `**${inside}**`;
            }
            case 'sc':
              return mark(child, true);
            case 'ec':
              return mark(starts.get(attribute(child, 'startRef') ?? attribute(child, 'id')), false);
            default:
              return text(child);
          }
        })
        .join('');
    return sides.map(text).join('');
  };
}

function plain(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : character(child))).join('');
}

function character(cp: XmlElement): string {
  return String.fromCodePoint(Number.parseInt(attribute(cp, 'hex') ?? '', 16));
}
