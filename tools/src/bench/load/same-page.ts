import type { Client } from './drive.ts';

/** Asks for the same thing again and again, and checks that each answer has the bytes that were promised. */
export function sameRequest(request: Buffer, bytes: number): Client {
  return {
    next: () => request,
    answered: ({ status, body, headers }) => {
      if (status !== 200 || body.length !== bytes) throw new Error(`Not the answer that was measured before: ${headers}`);
    },
  };
}
