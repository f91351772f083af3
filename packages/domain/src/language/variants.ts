import { keyedText } from './keyed-text.ts';

/** Most spellings of one query that are looked for. */
const MOST = 8;

/**
 * Words that people spell in several ways and that no rule of the search key makes equal, because the same difference
 * means another word elsewhere. Each with the reason.
 */
const VARIANTS: readonly { spellings: readonly string[]; why: string }[] = [
  { spellings: ['ប៉ូលីស', 'ប៉ូលិស'], why: '«police»: the dictionary has the long vowel, signs and phones often the short one' },
  { spellings: ['សម្រោង', 'សំរោង'], why: 'a place name: ម below a letter or a nikahit for the same sound' },
  { spellings: ['សម្រាប់', 'សំរាប់'], why: '«for»: older schoolbooks write the nikahit' },
  { spellings: ['តម្រួត', 'តំរួត'], why: '«police officer»: older schoolbooks write the nikahit' },
  { spellings: ['កម្លាំង', 'កំលាំង'], why: '«strength, force»: older schoolbooks write the nikahit' },
];

const KEYS = VARIANTS.map(({ spellings }) => spellings.map((spelling) => keyedText(spelling).key));

/** A key and the keys of its other spellings, itself first. */
export function spellingsOf(key: string): string[] {
  const found = new Set([key]);
  for (const spellings of KEYS)
    for (const known of found) {
      const here = spellings.find((one) => known.includes(one));
      if (here) for (const other of spellings) if (found.size < MOST) found.add(known.replaceAll(here, other));
    }
  return [...found];
}
