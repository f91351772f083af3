import { CORE, MDA } from './names.ts';
import { remarksOf } from './remarks.ts';
import { sideReader } from './side-text.ts';
import { attribute, childrenOf, inherited, type XmlElement } from './tree.ts';
import { fromXliffId } from './unit-id.ts';
import { tidy } from './white-space.ts';
import { SEEN, type XliffState } from './write.ts';

export interface ReadUnit {
  id: string;
  source: string;
  /** Null where a segment has no target yet. */
  target: string | null;
  /** The target is none: it is empty, or a part of it is still in the words of the source. */
  open?: true;
  /** The least of its segments' states. */
  state: XliffState;
  /** Which translation the translator was given, where the file still says so. */
  seen?: string;
  /** What translators wrote beside it. */
  remarks?: string[];
  /** Line of the file, from 1. */
  line: number;
}

const STATES: readonly XliffState[] = ['initial', 'translated', 'reviewed', 'final'];

/** A unit as one text in each language, however it was cut. */
export function readUnit(unit: XmlElement): ReadUnit {
  const parts = childrenOf(unit).filter(({ name, namespace }) => namespace === CORE && (name === 'segment' || name === 'ignorable'));
  const segments = parts.filter(({ name }) => name === 'segment');
  const read = sideReader(unit);
  const sources = parts.flatMap((part) => childrenOf(part, 'source', CORE));
  const placed = parts.map((part, at) => {
    const [target] = childrenOf(part, 'target', CORE);
    // What lies between segments (white space) is the source's where the tool wrote none.
    const side = target ?? (part.name === 'ignorable' ? childrenOf(part, 'source', CORE)[0] : undefined);
    return { side, order: Number((target && attribute(target, 'order')) ?? at + 1) };
  });
  const targets = placed.toSorted((one, other) => one.order - other.order).flatMap(({ side }) => side ?? []);
  const source = spaced(read(sources), sources);
  const target = targets.length === parts.length ? spaced(read(targets), targets) : null;
  const open = target !== null && ((tidy(target) === '' && tidy(source) !== '') || segments.some((segment) => isCopy(segment, read)));
  const remarks = remarksOf(unit);
  return {
    id: fromXliffId(attribute(unit, 'id') ?? ''),
    source,
    target,
    ...(open ? { open } : {}),
    state: STATES[Math.min(...segments.map(stateOf))] ?? 'initial',
    line: unit.line,
    ...(remarks.length > 0 ? { remarks } : {}),
    ...seenIn(unit),
  };
}

const stateOf = (segment: XmlElement): number => STATES.indexOf((attribute(segment, 'state') ?? 'initial') as XliffState);

/** Some tools write the source where nobody has translated. What somebody called reviewed is meant as it is. */
function isCopy(segment: XmlElement, read: (sides: XmlElement[]) => string): boolean {
  if (stateOf(segment) >= STATES.indexOf('reviewed')) return false;
  const [source, target] = ['source', 'target'].map((name) => tidy(read(childrenOf(segment, name, CORE))));
  return source === target && /\p{L}/u.test((source ?? '').replaceAll(/\{contact:[a-z0-9-]+\}/g, ''));
}

/** White space counts where the file says that it is to be kept; elsewhere tools break and indent lines as they like. */
function spaced(text: string, sides: XmlElement[]): string {
  return sides.some((side) => inherited(side, 'space') === 'preserve') ? text : tidy(text);
}

function seenIn(unit: XmlElement): { seen?: string } {
  const found = childrenOf(unit, 'metadata', MDA)
    .flatMap((data) => childrenOf(data, 'metaGroup', MDA))
    .flatMap((group) => childrenOf(group, 'meta', MDA))
    .find((meta) => attribute(meta, 'type') === SEEN);
  return found ? { seen: found.children.filter((child) => typeof child === 'string').join('').trim() } : {};
}
