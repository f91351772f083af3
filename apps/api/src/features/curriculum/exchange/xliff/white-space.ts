/** A text with white space as a reader sees it: paragraphs stay apart, all else is one space. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/[ \t\r\n]+/g, ' ').trim())
    .join('\n\n')
    .trim();
}
