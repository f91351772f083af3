/** Tags that are about no person: the program that wrote a file and how it was told to, and how long it lasts. */
const HARMLESS: ReadonlySet<string> = new Set(['vendor', 'encoder', 'encoder_options', 'duration']);

/** Whether a tag of this name tells of no person and no place. */
export function isHarmless(name: string): boolean {
  return HARMLESS.has(name.toLowerCase());
}
