import { randomInt } from 'node:crypto';
import { toAsciiDigits } from '@seek-justice/domain/language/digits.ts';

/** Random digits of a printed code: 13 of them are 43 bits, one more catches a slip of the finger. */
const RANDOM_DIGITS = 13;

/** Luhn's check digit (ISO/IEC 7812-1, annex B): catches every single wrong digit and most swapped neighbours. */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** A new printed code, `1234-56789-01234`. Digits alone: the same keys in every language. */
export function newPrintedCode(): string {
  const digits = Array.from({ length: RANDOM_DIGITS }, () => randomInt(10)).join('');
  const whole = digits + luhnDigit(digits);
  return `${whole.slice(0, 4)}-${whole.slice(4, 9)}-${whole.slice(9)}`;
}

/** Random digits of a cohort's code: it is written on a wall, so it has to be short; guessing it is slowed down. */
const COHORT_DIGITS = 7;

/** A new code for a cohort: eight digits, the last of which catches a slip of the finger. */
export function newCohortCode(): string {
  const digits = Array.from({ length: COHORT_DIGITS }, () => randomInt(10)).join('');
  return digits + luhnDigit(digits);
}

/** A typed cohort's code as eight ASCII digits; null when it cannot be one. Khmer digits, spaces and hyphens are fine. */
export function normalCohortCode(typed: string): string | null {
  const code = normalLogin(typed);
  return /^\d{8}$/.test(code) && code.at(-1) === luhnDigit(code.slice(0, -1)) ? code : null;
}

/** What a person typed as code or e-mail address, in the one form that is hashed. Khmer digits, spaces and hyphens are fine. */
export function normalLogin(typed: string): string {
  const text = toAsciiDigits(typed.normalize('NFC')).replace(/[\u200b\ufeff]/g, '').trim().toLowerCase();
  return text.includes('@') ? text : text.replace(/[\s\-–—.]/g, '');
}

/** A typed PIN as six ASCII digits, or null when it is no such thing. */
export function normalPin(typed: string): string | null {
  const pin = toAsciiDigits(typed).replace(/[\s\u200b]/g, '');
  return /^\d{6}$/.test(pin) ? pin : null;
}
