const LETTERS: Record<string, string> = { km: 'កខគឃងច', en: 'ABCDEF' };

/** The letter by which an option is called in a language. */
export function letterOf(lang: string, at: number): string {
  return (LETTERS[lang] ?? LETTERS.en ?? '').charAt(at);
}
