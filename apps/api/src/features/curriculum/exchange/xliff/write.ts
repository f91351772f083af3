import { CORE, isXmlCharacter, MDA } from './names.ts';
import { type Piece, piecesOf } from './marks.ts';
import { toXliffId } from './unit-id.ts';

/** Under which name a unit's metadata say what its translator was given. */
export const SEEN = 'seek-justice-seen';

/** Category of the notes that we write: all others are somebody else's. */
export const OURS = 'seek-justice';

export type XliffState = 'initial' | 'translated' | 'reviewed' | 'final';

/** A text to translate: `id` is kept as it is, `notes` tell the translator where it stands. */
export interface XliffUnit {
  id: string;
  source: string;
  target?: string;
  state: XliffState;
  notes?: string[];
  /** Says which translation the translator was given, so that another one that is written meanwhile is not written over. */
  seen?: string;
}

export interface XliffInput {
  /** Language tags. */
  source: string;
  target: string;
  /** What the texts belong to, each with its id and at least one text; ids of texts once each. */
  files: { id: string; units: XliffUnit[] }[];
}

/**
 * A translation file (XLIFF 2.1) for a translator's tool. Strong parts, paragraph breaks and references to contacts
 * go as inline codes, which the tool protects; all else goes letter for letter. A unit without a target is `initial`.
 * @throws RangeError without units, which the format has no way to say.
 */
export function writeXliff({ source, target, files }: XliffInput): string {
  if (files.length === 0 || files.some(({ units }) => units.length === 0)) throw new RangeError('a translation file has one text at least');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${CORE}" xmlns:mda="${MDA}" version="2.1" srcLang="${inAttribute(source)}" trgLang="${inAttribute(target)}">`,
    ...files.flatMap(({ id, units }) => [`  <file id="${toXliffId(id)}" original="${inAttribute(id)}" xml:space="preserve">`, ...units.map(unit), '  </file>']),
    '</xliff>',
    '',
  ].join('\n');
}

function unit({ id, source, target, state, notes = [], seen }: XliffUnit): string {
  const codes = new Codes(target);
  const lines = [`      <source>${codes.write(piecesOf(source), 'source')}</source>`];
  if (target !== undefined) lines.push(`      <target>${codes.write(piecesOf(target), 'target')}</target>`);
  const segment = target === undefined ? 'initial' : state;
  return [
    `    <unit id="${toXliffId(id)}">`,
    ...(seen === undefined ? [] : [`      <mda:metadata><mda:metaGroup category="${SEEN}"><mda:meta type="${SEEN}">${inText(seen)}</mda:meta></mda:metaGroup></mda:metadata>`]),
    ...(notes.length > 0 ? ['      <notes>', ...notes.map((note, at) => `        <note id="n${at + 1}" category="${OURS}">${inNote(note)}</note>`), '      </notes>'] : []),
    ...codes.originalData(),
    `      <segment state="${segment}">`,
    ...lines,
    '      </segment>',
    '    </unit>',
  ].join('\n');
}

/** The inline codes of a unit: a code of the target has the id of the source's code that it stands for. */
class Codes {
  private readonly data = new Map<string, string>();
  /** Ids of the source's codes by what they are, in order; the target takes them from the front. */
  private readonly offered = new Map<string, string[]>();
  private readonly inTarget: string[] | null;
  private count = 0;

  constructor(target: string | undefined) {
    this.inTarget = target === undefined ? null : contactsOf(piecesOf(target));
  }

  write(pieces: Piece[], side: 'source' | 'target'): string {
    return pieces
      .map((piece) => {
        if ('text' in piece) return inText(piece.text);
        if ('strong' in piece) {
          const id = this.id('s', side);
          return `<pc id="${id}" type="fmt" subType="xlf:b">${this.write(piece.strong, side)}</pc>`;
        }
        if ('paragraphs' in piece) return `<ph id="${this.id('p', side)}" dataRef="${this.dataRef(piece.paragraphs)}" type="fmt" subType="xlf:pb"/>`;
        return this.contact(piece.contact, side);
      })
      .join('');
  }

  private contact(raw: string, side: 'source' | 'target'): string {
    const id = this.id(raw, side);
    // A translation that was written without the number is sent as it is; then the format cannot ask for it.
    const kept = this.kept(raw, side) ? ' canDelete="no"' : '';
    return `<ph id="${id}" canCopy="no"${kept} dataRef="${this.dataRef(raw)}" equiv="${raw}" disp="${raw}" type="other" subType="sj:contact"/>`;
  }

  private kept(raw: string, side: 'source' | 'target'): boolean {
    if (side === 'target' || this.inTarget === null) return true;
    const at = this.inTarget.indexOf(raw);
    if (at >= 0) this.inTarget.splice(at, 1);
    return at >= 0;
  }

  private id(kind: string, side: 'source' | 'target'): string {
    const offered = this.offered.get(kind) ?? [];
    const taken = side === 'target' ? offered.shift() : undefined;
    if (taken !== undefined) return taken;
    this.count += 1;
    const id = `c${this.count}`;
    if (side === 'source') this.offered.set(kind, [...offered, id]);
    return id;
  }

  private dataRef(raw: string): string {
    const id = this.data.get(raw) ?? `d${this.data.size + 1}`;
    this.data.set(raw, id);
    return id;
  }

  originalData(): string[] {
    if (this.data.size === 0) return [];
    return ['      <originalData>', ...[...this.data].map(([raw, id]) => `        <data id="${id}">${inText(raw)}</data>`), '      </originalData>'];
  }
}

function contactsOf(pieces: Piece[]): string[] {
  return pieces.flatMap((piece) => ('contact' in piece ? [piece.contact] : 'strong' in piece ? contactsOf(piece.strong) : []));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character);

/** Characters that XML cannot write are `<cp>` where that may stand. */
function inText(text: string): string {
  return [...text].map((character) => (isXmlCharacter(code(character)) ? escaped(character) : `<cp hex="${code(character).toString(16).toUpperCase().padStart(4, '0')}"/>`)).join('');
}

function inNote(text: string): string {
  return [...text].map((character) => (isXmlCharacter(code(character)) ? escaped(character) : '\ufffd')).join('');
}

const inAttribute = (text: string): string => inNote(text).replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;');

const code = (character: string): number => character.codePointAt(0) ?? 0;
