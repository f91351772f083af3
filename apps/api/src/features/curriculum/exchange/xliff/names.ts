/** The core of XLIFF 2.0 and 2.1; that of 2.2, which has another name for the same elements, is read as this. */
export const CORE = 'urn:oasis:names:tc:xliff:document:2.0';
export const CORE_2_2 = 'urn:oasis:names:tc:xliff:document:2.2';
export const XML = 'http://www.w3.org/XML/1998/namespace';
export const FS = 'urn:oasis:names:tc:xliff:fs:2.0';
export const SLR = 'urn:oasis:names:tc:xliff:sizerestriction:2.0';
export const GLS = 'urn:oasis:names:tc:xliff:glossary:2.0';
export const MDA = 'urn:oasis:names:tc:xliff:metadata:2.0';
export const MTC = 'urn:oasis:names:tc:xliff:matches:2.0';
export const RES = 'urn:oasis:names:tc:xliff:resourcedata:2.0';
export const VAL = 'urn:oasis:names:tc:xliff:validation:2.0';
/** As 2.0 has it. Drafts of 2.1 had another, which no version of the format took up: that is an extension like any. */
export const CTR = 'urn:oasis:names:tc:xliff:changetracking:2.0';
const TBX = 'urn:iso:std:iso:30042:ed-1:v1:en';
export const ITS = 'http://www.w3.org/2005/11/its';
export const ITSM = 'urn:oasis:names:tc:xliff:itsm:2.1';

/** Prefixes that fragment identifiers may name a module by; TBX, for terms, is registered beside them. */
export const MODULE_PREFIXES: Readonly<Record<string, string>> = { fs: FS, slr: SLR, gls: GLS, mda: MDA, mtc: MTC, res: RES, val: VAL, ctr: CTR, its: ITS, itsm: ITSM, tbx: TBX };

const NAME = String.raw`[-.:\w\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]`;
const NMTOKEN = new RegExp(`^${NAME}+$`, 'u');
export const NOT_NAME = new RegExp(`(?!${NAME})[^]`, 'gu');

/** A value of somebody's own: `prefix:value`, of which `xlf` is not to be had. */
const own = (value: string): boolean => /^[^:\s]+:\S.*$/.test(value) && !value.startsWith('xlf:');

/** Checks of attribute values. */
export const is = {
  any: () => true,
  nmtoken: (value: string) => NMTOKEN.test(value.trim()),
  nmtokens: (value: string) => value.trim().split(/\s+/).every((one) => NMTOKEN.test(one)),
  yesNo: (value: string) => value === 'yes' || value === 'no',
  language,
  space: (value: string) => value === 'default' || value === 'preserve',
  direction: (value: string) => ['ltr', 'rtl', 'auto'].includes(value),
  state: (value: string) => ['initial', 'translated', 'reviewed', 'final'].includes(value),
  reorder: (value: string) => ['yes', 'no', 'firstNo'].includes(value),
  sourceTarget: (value: string) => value === 'source' || value === 'target',
  priority: (value: string) => /^([1-9]|10)$/.test(value),
  positive: (value: string) => /^[1-9]\d{0,8}$/.test(value),
  codeType: (value: string) => ['fmt', 'ui', 'quote', 'link', 'image', 'other'].includes(value),
  version: (value: string) => ['2.0', '2.1', '2.2'].includes(value),
  own,
  subType: (value: string) => (value.startsWith('xlf:') ? /^xlf:(lb|pb|b|i|u|var)$/.test(value) : own(value)),
  annotation: (value: string) => ['generic', 'comment', 'term'].includes(value) || own(value),
  /** A code point that XML has no way to write. */
  illegalCharacter: (value: string) => /^([\da-f]{4}|[\da-f]{5}|(00|10)[\da-f]{4}|0[\da-f]{5})$/i.test(value) && !isXmlCharacter(Number.parseInt(value, 16)),
  percent: (value: string) => /^\d{1,3}(\.\d+)?$/.test(value) && Number(value) <= 100,
  whole: (value: string) => /^\d{1,9}$/.test(value),
  restriction: (value: string) => /^(\*|\d+(,(\d+|\*))?)$/.test(value),
  normalisation: (value: string) => ['none', 'nfc', 'nfd'].includes(value),
  matchType: (value: string) => ['am', 'mt', 'icm', 'idm', 'tb', 'tm', 'other'].includes(value),
  metaOf: (value: string) => ['source', 'target', 'ignorable'].includes(value),
} as const satisfies Record<string, (value: string) => boolean>;

function language(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return /^(x|i)-[a-z\d-]+$/i.test(value);
  }
}

/** Whether XML 1.0 can write a code point. */
export function isXmlCharacter(code: number): boolean {
  return code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
