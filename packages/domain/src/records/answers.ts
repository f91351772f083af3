/** Chosen option ids by item id. An item that was not answered is absent. */
export type Answers = Record<string, string[]>;
