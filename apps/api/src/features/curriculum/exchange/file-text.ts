/** A file as text: UTF-8, or UTF-16 where it says so; null for neither. */
export function fileText(bytes: Uint8Array): string | null {
  return decoded(bytes, markedEncoding(bytes) ?? 'utf-8');
}

/** What the mark at the beginning of a file says of its letters. */
export function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** Bytes as letters, without the mark before them; null where they are not of this encoding, or nobody knows it. */
export function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
