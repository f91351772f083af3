import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import type { RefusalCode } from '@seek-justice/domain/records/verdict.ts';

/** What a phone sends of somebody who joined by a cohort's code, unsealed; the signature of `opened` has been verified. */
export interface JoinItem {
  /** Of the item, not of the person. */
  id: string;
  /** As the phone wrote it: checked by whoever completes the join. */
  join: unknown;
  /** The profile's first record: its subject is the id that the phone made for the person. */
  opened: Envelope;
  /** The same as it came. */
  openedText: string;
}

export interface Joined {
  person: string;
  account: string;
  /** Lets the device hand in records. */
  token: string;
}

/** How a join is completed: by the feature that knows people and cohorts. */
export abstract class Joins {
  /**
   * Makes the person, account and device, or finds those of the same item. @returns why not where it can't.
   * @param by who brought it: whoever tries many codes is slowed down.
   */
  abstract complete(item: JoinItem, by?: string): Promise<Joined | { refused: RefusalCode }>;
}
