/** What the client build came to; made by build/client-assets.ts. */
declare module 'virtual:client-assets' {
  /** Path of the script that starts a page. */
  export const entry: string;
  /** Scripts that the first one needs. */
  export const shared: string[];
  /** Scripts with the words, by language. */
  export const words: Record<string, string>;
  /** Scripts and styles of the screens that are seldom opened. */
  export const late: string[];
  /** All styles of the learner's pages. */
  export const styles: string;
  /** Styles of the blocks that few lessons have, for the pages of these. */
  export const seldomStyles: string;
  /** Changes with any of them. */
  export const version: string;
}
