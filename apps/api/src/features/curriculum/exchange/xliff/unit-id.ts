import { NOT_NAME } from './names.ts';

const ESCAPED = /_x([\dA-F]{4,6})_/g;
const EMPTY = '_x_';

/** An id of ours as XLIFF has ids (name characters alone): what does not fit is `_xHHHH_`, and so is what looks like it. */
export function toXliffId(id: string): string {
  if (id === '') return EMPTY;
  const escape = (character: string): string => `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return id.replaceAll('_x', `${escape('_')}x`).replaceAll(NOT_NAME, escape);
}

/** The id that `toXliffId` was given; an id that it would not have made stays as it is. */
export function fromXliffId(id: string): string {
  if (id === EMPTY) return '';
  const plain = id.replaceAll(ESCAPED, (all, hex: string) => (Number.parseInt(hex, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(hex, 16)) : all));
  return toXliffId(plain) === id ? plain : id;
}
