import type { MergeEdge } from '../records/types/people-merged/shape.ts';

/**
 * People who are one by the edges that hold: each subject that has an edge, with all members of its connected
 * component in order. Edges are a set, so their order and repeats do not matter.
 */
export function components(edges: readonly Pick<MergeEdge, 'one' | 'other'>[]): Map<string, readonly string[]> {
  const groups = new Map<string, Set<string>>();
  for (const { one, other } of edges) {
    const joined = new Set([one, other, ...(groups.get(one) ?? []), ...(groups.get(other) ?? [])]);
    for (const member of joined) groups.set(member, joined);
  }
  const sorted = new Map([...new Set(groups.values())].map((group) => [group, [...group].sort()]));
  return new Map([...groups].map(([subject, group]) => [subject, sorted.get(group) ?? []]));
}
