import { randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz';
const SIGNS = `${LETTERS}23456789`;

/** A new id of a question: six characters, random, begun with a letter. */
export function newThingId(): string {
  return Array.from({ length: 6 }, (_, at) => (at === 0 ? LETTERS : SIGNS)[randomInt(at === 0 ? LETTERS.length : SIGNS.length)]).join('');
}
