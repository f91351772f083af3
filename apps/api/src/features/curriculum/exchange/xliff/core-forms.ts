import { is } from './names.ts';

type Check = (value: string) => boolean;

/** What an element may be made of. */
export interface ElementForm {
  /** Attributes without name space; a `!` before the name says that it must be there. */
  attributes: Readonly<Record<string, Check>>;
  /** `xml:` attributes that may be there. */
  xml?: readonly ('lang' | 'space')[];
  /** Attributes of modules (`modules`), of anybody besides (`any`), or none of other name spaces. */
  foreign?: 'modules' | 'any';
  /** Child elements in order, each name followed by a comma; `*` stands for an element of another name space. */
  content: RegExp;
  /** Names of which one must be there: what is missing when the content does not fit. */
  needs?: readonly string[];
  /** Characters between the children. */
  text?: true;
}

const NONE = /^$/;
const INLINE = /^((cp|ph|pc|sc|ec|mrk|sm|em),)*$/;
const can = { canCopy: is.yesNo, canDelete: is.yesNo, canReorder: is.reorder, copyOf: is.nmtoken, type: is.codeType, subType: is.subType };
const single = { ...can, dataRef: is.nmtoken, disp: is.any, equiv: is.any, subFlows: is.nmtokens };
const half = { ...single, canOverlap: is.yesNo, dir: is.direction, isolated: is.yesNo };
const annotation = { '!id': is.nmtoken, translate: is.yesNo, type: is.annotation, ref: is.any, value: is.any };
const inherited = { canResegment: is.yesNo, translate: is.yesNo, srcDir: is.direction, trgDir: is.direction };
const below = { '!id': is.nmtoken, name: is.any, type: is.own, ...inherited };

/** The elements of XLIFF 2.1's core. */
export const CORE_FORMS: Readonly<Record<string, ElementForm>> = {
  // Notes and metadata of the whole are those of 2.2.
  xliff: { attributes: { '!version': is.version, '!srcLang': is.language, trgLang: is.language }, xml: ['lang', 'space'], foreign: 'any', content: /^(notes,)?(\*,)?(file,)+$/, needs: ['file'] },
  file: {
    attributes: { '!id': is.nmtoken, original: is.any, ...inherited },
    xml: ['lang', 'space'],
    foreign: 'any',
    content: /^(skeleton,)?(\*,)*(notes,)?((unit|group),)+$/,
    needs: ['unit', 'group'],
  },
  skeleton: { attributes: { href: is.any }, content: /^(\*,)*$/, text: true },
  group: { attributes: below, xml: ['lang', 'space'], foreign: 'any', content: /^(\*,)*(notes,)?((unit|group),)*$/ },
  unit: { attributes: below, xml: ['lang', 'space'], foreign: 'any', content: /^(\*,)*(notes,)?(originalData,)?(ignorable,)*segment,((segment|ignorable),)*$/, needs: ['segment'] },
  notes: { attributes: {}, content: /^(note,)+$/, needs: ['note'] },
  note: { attributes: { id: is.nmtoken, appliesTo: is.sourceTarget, category: is.any, priority: is.priority, ref: is.any }, foreign: 'any', content: NONE, text: true },
  originalData: { attributes: {}, content: /^(data,)+$/, needs: ['data'] },
  data: { attributes: { '!id': is.nmtoken, dir: is.direction }, xml: ['space'], content: /^(cp,)*$/, text: true },
  segment: { attributes: { id: is.nmtoken, canResegment: is.yesNo, state: is.state, subState: is.own }, content: /^source,(target,)?$/, needs: ['source'] },
  ignorable: { attributes: { id: is.nmtoken }, content: /^source,(target,)?$/, needs: ['source'] },
  source: { attributes: {}, xml: ['lang', 'space'], content: INLINE, text: true },
  target: { attributes: { order: is.positive }, xml: ['lang', 'space'], content: INLINE, text: true },
  cp: { attributes: { '!hex': is.illegalCharacter }, content: NONE },
  ph: { attributes: { '!id': is.nmtoken, ...single }, foreign: 'modules', content: NONE },
  pc: {
    attributes: {
      '!id': is.nmtoken,
      ...can,
      canOverlap: is.yesNo,
      dir: is.direction,
      dataRefStart: is.nmtoken,
      dataRefEnd: is.nmtoken,
      dispStart: is.any,
      dispEnd: is.any,
      equivStart: is.any,
      equivEnd: is.any,
      subFlowsStart: is.nmtokens,
      subFlowsEnd: is.nmtokens,
    },
    foreign: 'modules',
    content: INLINE,
    text: true,
  },
  sc: { attributes: { '!id': is.nmtoken, ...half }, foreign: 'modules', content: NONE },
  ec: { attributes: { id: is.nmtoken, startRef: is.nmtoken, ...half }, foreign: 'modules', content: NONE },
  mrk: { attributes: annotation, foreign: 'any', content: INLINE, text: true },
  sm: { attributes: annotation, foreign: 'any', content: NONE },
  em: { attributes: { '!startRef': is.nmtoken }, content: NONE },
};
