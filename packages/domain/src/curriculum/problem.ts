/** Something that stands in the way of publishing: where (a path of ids) and what. */
export interface Problem {
  where: string;
  problem: string;
  /** A stable word for it, under which screens say it in the reader's language. */
  code?: string;
  /** What is to be filled into those words. */
  values?: Record<string, string>;
}
