const KHMER_ZERO = 0x17e0;

/** Khmer digits (U+17E0–U+17E9) as ASCII ones; everything else stays. Use before a number, PIN or code is parsed. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - KHMER_ZERO));
}

/** ASCII digits as Khmer ones; everything else stays. */
export function toKhmerDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(KHMER_ZERO + Number(digit)));
}

/** Digits as running text in that language writes them: Khmer digits in Khmer, ASCII elsewhere. */
export function digitsFor(language: string, text: string | number): string {
  return language === 'km' ? toKhmerDigits(String(text)) : String(text);
}
