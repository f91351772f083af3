/** A text by language tag (`en`, `km`, …). Which tags there are is the site's data, never the type's. */
export type LocalizedText = Record<string, string>;

/** The text in `language`; where it is missing, the first one there is; '' for an empty map. */
export function textIn(text: LocalizedText, language: string): string {
  return (Object.hasOwn(text, language) ? text[language] : undefined) ?? Object.values(text)[0] ?? '';
}
