/** A number from 0 below `below`, drawn from a state of 32 bits (Marsaglia's xorshift), and the next state. */
function draw(state: number, below: number): [number, number] {
  let next = state;
  next ^= next << 13;
  next ^= next >>> 17;
  next ^= next << 5;
  return [(next >>> 0) % below, next];
}

/**
 * Things in the order in which an item shows them: the same on every phone and in every language, because it comes from
 * the item's id; never the order that they are given in, as far as there are two of them.
 */
export function shuffled<Thing>(id: string, things: readonly Thing[]): Thing[] {
  // FNV-1a; xorshift stands still at 0.
  let state = 0x811c9dc5;
  for (const sign of id) state = Math.imul(state ^ sign.charCodeAt(0), 0x01000193);
  state ||= 1;
  const shown = [...things];
  for (let last = shown.length - 1; last > 0; last -= 1) {
    const [at, next] = draw(state, last + 1);
    state = next;
    [shown[last], shown[at]] = [shown[at] as Thing, shown[last] as Thing];
  }
  return shown.every((thing, at) => thing === things[at]) ? [...shown.slice(1), ...shown.slice(0, 1)] : shown;
}
