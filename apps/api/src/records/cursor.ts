/** A place in the feed: which feed, read with which rights, after which (transaction, row). */
export interface Cursor {
  feedId: string;
  /** Hash of whose records the reader may see; another one means reading again from the start. */
  scopeHash: string;
  /** Decimal, as PostgreSQL's xid8. */
  xid: string;
  seq: string;
}

const FORM = /^([A-Za-z0-9]{1,32})\.([a-f0-9]{16})\.(\d{1,20})\.(\d{1,19})$/;

/** What PostgreSQL's xid8 and bigint can hold. */
const LARGEST_XID = 2n ** 64n - 1n;
const LARGEST_SEQ = 2n ** 63n - 1n;

/** Reads a cursor; null for anything that this program did not write. */
export function parseCursor(text: string): Cursor | null {
  const found = FORM.exec(text);
  if (!found) return null;
  const [, feedId = '', scopeHash = '', xid = '', seq = ''] = found;
  if (BigInt(xid) > LARGEST_XID || BigInt(seq) > LARGEST_SEQ) return null;
  return { feedId, scopeHash, xid, seq };
}

export function showCursor({ feedId, scopeHash, xid, seq }: Cursor): string {
  return `${feedId}.${scopeHash}.${xid}.${seq}`;
}
