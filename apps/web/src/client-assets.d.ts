/** What the client build came to; made by build/client-assets.ts. */
declare module 'virtual:client-assets' {
  const assets: {
    /** Path of the script that starts a page. */
    entry: string;
    /** Scripts that the first one needs. */
    shared: string[];
    /** Scripts with the words, by language. */
    words: Record<string, string>;
    /** All styles of the learner's pages. */
    styles: string;
  };
  export default assets;
}
