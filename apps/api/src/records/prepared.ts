import type { Envelope } from '@seek-justice/domain/records/envelope.ts';

/** A record that passed all checks and waits to be committed. */
export interface Prepared {
  envelope: Envelope;
  /** As it came. */
  text: string;
  hash: Buffer;
  /** Account that handed it in. */
  account: string;
  /** Sorted. */
  roles: string[];
  via: 'session';
}

/** What became of it. */
export type Outcome = 'stored' | 'duplicate' | 'id_taken';
