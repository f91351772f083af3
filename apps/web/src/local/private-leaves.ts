/** Where texts are kept that not everybody may read: behind the reader's PIN. */
export interface PrivateLeaves {
  get: (name: string) => Promise<unknown>;
  put: (name: string, value: unknown) => Promise<void>;
}

let leaves: PrivateLeaves | null = null;

/** The present reader's place for such texts; null while nobody has unlocked one. */
export function privateLeaves(): PrivateLeaves | null {
  return leaves;
}

/** Says where they are kept from now on. */
export function setPrivateLeaves(store: PrivateLeaves | null): void {
  leaves = store;
}
