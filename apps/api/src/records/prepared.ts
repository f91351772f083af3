import type { Envelope } from '@seek-justice/domain/records/envelope.ts';

/** A record that passed all checks and waits to be committed. */
export interface Prepared {
  envelope: Envelope;
  /** As it came. */
  text: string;
  hash: Buffer;
  /** Account whose word it is. */
  account: string;
  /** Sorted. */
  roles: string[];
  /** How it came: vouched for by a session, signed and sent by its own phone, or signed and carried by another. */
  via: 'session' | 'device' | 'carried';
}

/** What became of it. */
export type Outcome = 'stored' | 'duplicate' | 'id_taken';
