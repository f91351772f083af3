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
  /** Path of the file with all styles of the learner's pages; most pages hold them as text instead. */
  export const sheet: string;
  /** What is in that file. */
  export const styles: string;
  /** Styles of the blocks that few lessons have, for the pages of these. */
  export const seldomStyles: string;
  /** All styles of the quick exit's page. */
  export const readingStyles: string;
  /** Changes with any of them. */
  export const version: string;
}
