/** A text of ours in pieces that a translator may or may not touch. Joined again they are the text, letter for letter. */
export type Piece = { text: string } | { contact: string } | { paragraphs: string } | { strong: Piece[] };

const BREAK = /(\n\s*\n)/;
const CONTACT = /(\{contact:[a-z0-9-]+\})/;

/** What a paragraph break and a reference to a contact are, as they stand in the original data of a unit. */
export const isBreak = (raw: string): boolean => /^\n\s*\n$/.test(raw);
export const isContact = (raw: string): boolean => /^\{contact:[a-z0-9-]+\}$/.test(raw);

/** Cuts a text at its marks: paragraphs, then strong parts in each, then contacts. A `**` without its other half is text. */
export function piecesOf(text: string): Piece[] {
  return text.split(BREAK).flatMap((piece, at): Piece[] => (at % 2 === 1 ? [{ paragraphs: piece }] : lineOf(piece)));
}

function lineOf(line: string): Piece[] {
  const parts = line.split('**');
  const pieces: Piece[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    if (at % 2 === 0) pieces.push(...plainOf(part));
    else if (at === parts.length - 1) pieces.push(...plainOf(`**${part}`));
    else if (part === '') pieces.push({ text: '****' });
    else pieces.push({ strong: plainOf(part) });
  }
  return pieces;
}

function plainOf(text: string): Piece[] {
  return text.split(CONTACT).flatMap((piece, at): Piece[] => (piece === '' ? [] : at % 2 === 1 ? [{ contact: piece }] : [{ text: piece }]));
}
