import type { RenderCourse, RenderPage } from '@seek-justice/contracts/render.ts';
import type { SealingKey } from '@seek-justice/domain/records/sealed.ts';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';

/** What a page carries for its script: the same for every reader, so names and progress are never in it. */
export interface PageData {
  page: RenderPage['page'];
  lang: string;
  languages: string[];
  contacts: Contact[];
  courses: RenderCourse[];
  /** What this phone writes down is sealed to this key. */
  sealTo: SealingKey;
  /** On a lesson page: the leaf whose text stands in the article already. */
  leafHash?: string;
}

/** Id of the element that holds it as JSON. */
export const PAGE_DATA_ID = 'page';
/** Id of the lesson text that the server has rendered. */
export const ARTICLE_ID = 'text';

/** The key to seal to; absent on a page of an older release. */
export function sealingKey(): SealingKey | undefined {
  return readPageData().sealTo as SealingKey | undefined;
}

/** Reads the data of the page that is open. */
export function readPageData(): PageData {
  return JSON.parse(document.getElementById(PAGE_DATA_ID)?.textContent ?? '{}') as PageData;
}
