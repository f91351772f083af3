import { VIEW_SCRIPT } from './view-script.ts';

/** What a page's document is made of. */
export interface DocumentParts {
  lang: string;
  title: string;
  /** Held by the page as text, with the path of the file that holds the same, if there is one; or that file alone. */
  styles: { text: string; file?: string } | { file: string };
  /** Further sheets, of what few pages have; each is named in the content security policy. */
  also?: readonly string[];
  /** What React rendered. */
  body: string;
  /** Script, and what it will need at once; null for a page without script. */
  script: { entry: string; preload: string[]; fetch: string[]; data: unknown } | null;
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Crect width='24' height='24' rx='5' fill='%230B5A5E'/%3E%3Cpath d='M12 8c-2-1.5-4.5-1.5-6.5-1v10c2-.5 4.5-.5 6.5 1 2-1.5 4.5-1.5 6.5-1V7c-2-.5-4.5-.5-6.5 1zm0 0v10' fill='none' stroke='%23fff' stroke-width='1.6'/%3E%3C/svg%3E";

/** A page with a script belongs to the app that can be put on the home screen. */
const INSTALL = '<link rel="manifest" href="/app.webmanifest"><link rel="apple-touch-icon" href="/assets/book-192-v1.png">';

/** Text as HTML text or attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** JSON that can stand inside a script element: no `<` can end it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029');
}

function stylesIn(styles: DocumentParts['styles']): string {
  if (!('text' in styles)) return `<link rel="stylesheet" href="${styles.file}">`;
  return `<style${styles.file ? ` data-file="${styles.file}"` : ''}>${styles.text}</style>`;
}

/**
 * A whole HTML document. Text comes before every script but the few bytes that make it look as its reader chose; styles
 * and those bytes are inline and named by their hashes, and the data is a block that no browser executes.
 */
export function htmlDocument({ lang, title, styles, also = [], body, script }: DocumentParts): string {
  const preloads = script
    ? [script.entry, ...script.preload].map((path) => `<link rel="modulepreload" href="${path}">`).join('') +
      script.fetch.map((path) => `<link rel="preload" as="fetch" href="${path}" crossorigin>`).join('')
    : '';
  return (
    `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    '<meta name="color-scheme" content="light dark">' +
    '<meta name="theme-color" media="(prefers-color-scheme:light)" content="#fff"><meta name="theme-color" media="(prefers-color-scheme:dark)" content="#1B2529">' +
    '<meta name="referrer" content="same-origin"><meta name="format-detection" content="telephone=no">' +
    `<title>${escapeHtml(title)}</title><link rel="icon" href="${ICON}"><script>${VIEW_SCRIPT}</script>${script ? INSTALL : ''}${stylesIn(styles)}${also.map((sheet) => `<style>${sheet}</style>`).join('')}</head>` +
    `<body><div id="app">${body}</div>` +
    // After the text: on a slow line the scripts must not share the line with it.
    (script ? `${preloads}<script type="application/json" id="page">${scriptJson(script.data)}</script><script type="module" src="${script.entry}"></script>` : '') +
    '</body></html>'
  );
}
