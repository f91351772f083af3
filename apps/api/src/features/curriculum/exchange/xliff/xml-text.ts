import { decoded, markedEncoding } from '../file-text.ts';

const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/;

/** The text of an XML file: in UTF-16, in UTF-8, or in the encoding that its first line names; null for what is none. */
export function xmlText(bytes: Uint8Array): string | null {
  const encoding = markedEncoding(bytes) ?? silentEncoding(bytes);
  if (encoding) return decoded(bytes, encoding);
  const named = DECLARED.exec(decoded(bytes.subarray(0, 200), 'latin1') ?? '')?.[1];
  // A file whose first line can be read byte by byte is not UTF-16, whatever it says.
  const other = named && !/^utf-?16/i.test(named) ? decoded(bytes, named) : null;
  return other ?? decoded(bytes, 'utf-8');
}

/** UTF-16 shows without a mark, as an XML file begins with `<`. */
function silentEncoding([first, second]: Uint8Array): string | null {
  if (first === 0x3c && second === 0) return 'utf-16le';
  return first === 0 && second === 0x3c ? 'utf-16be' : null;
}
