/**
 * Vowels that are written with more than one sign sort behind the single ones, in this order: what Khmer
 * dictionaries do and code points do not (កោះកុង comes after កំពង់ចាម).
 */
const LATE_VOWELS = ['ុំ', 'ំ', 'ាំ', 'ះ', 'ិះ', 'ុះ', 'េះ', 'ោះ'];
const LATE = /[ិុេោា]?[ំះ]/g;
/** Free places between the last vowel and the subscript sign. */
const FIRST_PLACE = 0x17c6;
/** Signs that change a sound but not the place of a word. */
const PASSED_OVER = /[\u17c8-\u17d1\u17dd\u200b]/g;

function khmerKey(text: string): string {
  return text.replace(PASSED_OVER, '').replace(LATE, (vowel) => {
    const place = LATE_VOWELS.indexOf(vowel);
    return place < 0 ? vowel : String.fromCharCode(FIRST_PLACE + place);
  });
}

/** Compares names as readers of a language order them, also in browsers that know no Khmer order (Chrome does not). */
export function nameOrder(lang: string): (a: string, b: string) => number {
  if (lang !== 'km' || Intl.Collator.supportedLocalesOf(lang).length > 0) return new Intl.Collator(lang).compare;
  return byKhmerKey;
}

/** The order of Khmer dictionaries, as far as names of places need it. */
export function byKhmerKey(a: string, b: string): number {
  const [left, right] = [khmerKey(a), khmerKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
