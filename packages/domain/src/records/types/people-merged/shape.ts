/** A coordinator says that two people are one. An edge: nothing is rewritten, so ending it parts them exactly. */
export interface PeopleMerged {
  /** Id of the other person; the record's subject is the one. */
  other: string;
}

/** An edge between two people, by the id of the record that says so. */
export interface MergeEdge {
  record: string;
  one: string;
  other: string;
}

export function mergeEdge(record: { id: string; subject: string }, body: PeopleMerged): MergeEdge {
  return { record: record.id, one: record.subject, other: body.other };
}
