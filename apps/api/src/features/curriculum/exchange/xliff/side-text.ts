import { CORE } from './names.ts';
import { attribute, childrenOf, within, type XmlElement } from './tree.ts';

/** The text of one side of a unit as we store texts: codes become our marks again, annotations leave their words. */
export function sideText(sides: XmlElement[], unit: XmlElement): string {
  const data = new Map(
    childrenOf(unit, 'originalData', CORE)
      .flatMap((one) => childrenOf(one, 'data', CORE))
      .map((one) => [attribute(one, 'id'), plain(one)]),
  );
  const starts = new Map(sides.flatMap(within).map((one) => [attribute(one, 'id'), one]));
  let strong = false;
  const mark = (code: XmlElement | undefined, begins: boolean): string => {
    // Strong within strong is strong: a second pair of marks would end the first.
    if (!code || attribute(code, 'subType') !== 'xlf:b' || strong === begins) return '';
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
            return data.get(attribute(child, 'dataRef') ?? '') ?? attribute(child, 'equiv') ?? '';
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
}

function plain(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : character(child))).join('');
}

function character(cp: XmlElement): string {
  return String.fromCodePoint(Number.parseInt(attribute(cp, 'hex') ?? '', 16));
}
