export { authorWordsIn, type AuthorKey, useAuthorWords } from '../../i18n/author-words.ts';
