/** Signs that GIFT gives a meaning to, and how they are written when they have none. */
const SIGNS = ['\\', ':', '#', '=', '{', '}', '~'] as const;
const ESCAPED = /\\([\\:#={}~n])/g;
const MARK_FIRST = 0xfdd0;
const MARKED = /[\ufdd0-\ufdd8]/g;
/** What each mark stands for: the signs, a new line, and how the parser's own marks begin. */
const MEANT = [...SIGNS, '\n', '&&'] as const;
/** What would be read as a format, a comment, a weight or a heading where a text begins. */
const MISREAD = /^(?:\[(?:html|markdown|plain|moodle)\]|\/\/|%|\$)/;

/** A text on one line, with every sign that GIFT gives a meaning to escaped. */
export function escaped(text: string): string {
  return text
    .trim()
    .replace(/[\\:#={}~]/g, '\\$&')
    .replace(/\r?\n/g, '\\n');
}

/** The same where a text may have a format: `[moodle]` says it where its beginning would be taken for something else. */
export function written(text: string): string {
  const safe = escaped(text);
  return MISREAD.test(safe) ? `[moodle]${safe}` : safe;
}

/**
 * A question's source with every escaped sign as one character that no text holds (Unicode's noncharacters): gift-pegjs
 * does not give back those of a match, and takes a text that holds its own marks for escapes.
 */
export function marked(source: string): string {
  const mark = (meant: string): string => String.fromCharCode(MARK_FIRST + (MEANT as readonly string[]).indexOf(meant));
  return source
    .replace(MARKED, '')
    .replace(ESCAPED, (_, sign: string) => mark(sign === 'n' ? '\n' : sign))
    .replaceAll('&&', mark('&&'));
}

/** What `marked` made of escaped signs, as the signs. */
export function unmarked(text: string): string {
  return text.replace(MARKED, (mark) => MEANT[mark.charCodeAt(0) - MARK_FIRST] ?? '');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A character by its number; '' where there is none. */
function character(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}

/** HTML, as Moodle exports it, as the plain text of a curriculum: paragraphs, lines, `**strong**`. */
export function withoutHtml(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/(?:p|div|h\d|ul|ol)>\s*/gi, '\n\n')
    .replace(/<li[^>]*>/gi, '\n')
    .replace(/<\/?(?:b|strong)(?:\s[^>]*)?>/gi, '**')
    .replace(/<[a-z/!][^>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      return character(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16));
    })
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
