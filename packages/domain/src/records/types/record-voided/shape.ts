/** An earlier record of the same subject no longer counts. Final; may arrive before what it ends. */
export interface RecordVoided {
  /** Id of the record that is ended. */
  record: string;
  reason: 'mistake' | 'other-person' | 'test';
}

export interface Voiding {
  reason: RecordVoided['reason'];
  at: string;
}

export function voiding(body: RecordVoided, stamp: { at: string }): Voiding {
  return { reason: body.reason, at: stamp.at };
}
