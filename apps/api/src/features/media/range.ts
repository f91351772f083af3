/** Which bytes are wanted: all of them, an inclusive range, or a range that the file does not have. */
export type Wanted = 'all' | 'none' | { from: number; to: number };

/** Reads a Range header for a file of `bytes`. Several ranges, other units and nonsense are answered with everything, as RFC 9110 allows. */
export function wantedBytes(header: string | undefined, bytes: number): Wanted {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return 'all';
  const [first = '', last = ''] = [found[1], found[2]];
  if (first === '') return Number(last) === 0 ? 'none' : { from: Math.max(0, bytes - Number(last)), to: bytes - 1 };
  const [from, to] = [Number(first), last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)];
  if (last !== '' && Number(last) < from) return 'all';
  return from >= bytes ? 'none' : { from, to };
}
