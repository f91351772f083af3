import { describe, expect, test } from '@jest/globals';
import { groupCode, loginPlausible, luhnHolds, normaliseLogin, sixDigits } from '../src/auth/code.ts';

/** A code with its Luhn check digit, computed apart from the code under test. */
function withCheckDigit(thirteen: string): string {
  const sum = [...thirteen].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return thirteen + String((10 - (sum % 10)) % 10);
}

const CODE = withCheckDigit('4827160935518');

describe('a card code', () => {
  test.each([
    ['as printed', `${CODE.slice(0, 4)} ${CODE.slice(4, 9)} ${CODE.slice(9)}`],
    ['with hyphens', `${CODE.slice(0, 4)}-${CODE.slice(4, 9)}–${CODE.slice(9)}`],
    ['in Khmer digits', CODE.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))],
    ['with invisible signs around it', `\u200b ${CODE}\ufeff`],
  ])('%s is the same code', (_, typed) => {
    expect(normaliseLogin(typed)).toBe(CODE);
    expect(loginPlausible(typed)).toBe(true);
  });

  test('is shown in the groups in which it is printed', () => {
    expect(groupCode(CODE)).toBe(`${CODE.slice(0, 4)} ${CODE.slice(4, 9)} ${CODE.slice(9)}`);
    expect(groupCode('DEMO-0001')).toBe('DEMO-0001');
  });

  test('with any single digit changed does not pass', () => {
    for (let at = 0; at < CODE.length; at += 1) {
      const other = String((Number(CODE[at]) + 1) % 10);
      expect(loginPlausible(CODE.slice(0, at) + other + CODE.slice(at + 1))).toBe(false);
    }
  });

  test('that is too short does not pass, though its Luhn digit holds', () => {
    expect(luhnHolds('18')).toBe(true);
    expect(loginPlausible('18')).toBe(false);
    expect(loginPlausible('')).toBe(false);
  });
});

test('an e-mail address and a demo code are only trimmed', () => {
  expect(normaliseLogin(' coordinator@example.org ')).toBe('coordinator@example.org');
  expect(normaliseLogin('DEMO-0001')).toBe('DEMO-0001');
  expect(loginPlausible('DEMO-0001')).toBe(true);
});

test('a PIN is six digits, also Khmer ones', () => {
  expect(sixDigits('១២៣ ៤៥៦')).toBe('123456');
  expect(sixDigits('12345')).toBeNull();
  expect(sixDigits('a23456')).toBeNull();
});
