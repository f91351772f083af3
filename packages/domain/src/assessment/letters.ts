const LETTERS: Record<string, string> = { km: 'កខគឃងច', en: 'ABCDEF' };

/** The letter by which an option is called in a language, from 0. */
export function letterOf(lang: string, at: number): string {
  return (LETTERS[lang] ?? LETTERS.en ?? '').charAt(at);
}
