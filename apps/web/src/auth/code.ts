import { toAsciiDigits } from '@seek-justice/domain/language/digits.ts';

const DIGITS = 14;

/** Whether the last digit is the Luhn check digit of those before it. */
export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/**
 * What was typed as a login, as the server wants it: a card's code in ASCII digits alone (Khmer digits, spaces and
 * hyphens are how people copy it), anything with other letters (an e-mail address, a demo code) only trimmed.
 */
export function normaliseLogin(typed: string): string {
  const text = toAsciiDigits(typed.normalize('NFC')).replace(/[\u200b\u2060\ufeff]/g, '').trim();
  const bare = text.replace(/[\s\-\u2010-\u2015.]/g, '');
  return /^\d+$/.test(bare) ? bare : text;
}

/** Whether a login can be right: a whole card code, or something that is not a card code at all. */
export function loginPlausible(typed: string): boolean {
  const login = normaliseLogin(typed);
  return /^\d+$/.test(login) ? login.length === DIGITS && luhnHolds(login) : login.length > 0;
}

/** A card code in the groups in which it is printed; anything else as it is. */
export function groupCode(login: string): string {
  return /^\d{14}$/.test(login) ? `${login.slice(0, 4)} ${login.slice(4, 9)} ${login.slice(9)}` : login;
}

/** Six digits of a PIN in ASCII, or null when it is something else. */
export function sixDigits(typed: string): string | null {
  const digits = toAsciiDigits(typed).replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** A group's code as eight ASCII digits; null when what was typed cannot be one. */
export function cohortCode(typed: string): string | null {
  const code = normaliseLogin(typed);
  return /^\d{8}$/.test(code) && luhnHolds(code) ? code : null;
}
