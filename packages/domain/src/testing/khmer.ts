import fc from 'fast-check';

/** Strings as badly typed as Khmer can be: letters, vowels and signs in any order, invisible marks, emoji, digits. */
export const khmerText = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 0x1780, max: 0x17dd }).map((code) => String.fromCharCode(code)) },
      { weight: 2, arbitrary: fc.constant('\u17d2') },
      { weight: 2, arbitrary: fc.constantFrom('\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad') },
      { weight: 2, arbitrary: fc.constantFrom(' ', '\n', 'A', 'é', 'e', '\u0301', 'J', '\u030c', 'İ', 'Σ', '0', '១', '៛') },
      { weight: 1, arbitrary: fc.constantFrom('😀', '🙏🏽', '👨‍👩‍👧', '🇰🇭') },
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));
