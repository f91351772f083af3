/** Where lines for whoever runs the installation go: events, counts and codes; never a name, an address or what somebody typed. */
export abstract class Log {
  abstract error(line: { event: string } & Record<string, unknown>): void;
}

/** What may be logged of an unexpected error. Its message may quote data: its class, code and place in our code are enough to find it. */
export function causeOf(error: unknown): { kind?: string; code?: string; at: string[] } {
  const { name, code, stack = '' } = (error ?? {}) as Partial<Error> & { code?: string };
  return { kind: name, code, at: [...stack.matchAll(/((?:src|dist)\/[\w./-]+:\d+)/g)].slice(0, 4).map((found) => found[1] ?? '') };
}
