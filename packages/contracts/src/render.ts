import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import type { CourseManifest, LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import type { SealingKey } from '@seek-justice/domain/records/sealed.ts';

/** A course as pages show it: its manifest and the manifest's hash. */
export interface RenderCourse {
  hash: string;
  manifest: CourseManifest;
}

/** One page to make. `key` comes back with the HTML; `path` is the address that it will have. */
export type RenderPage =
  | { key: string; lang: string; page: 'lesson'; path: string; course: RenderCourse; leaf: LessonLeaf; leafHash: string }
  | { key: string; lang: string; page: 'quiz'; path: string; course: RenderCourse; module: string }
  | { key: string; lang: string; page: 'learn'; path: '/learn'; courses: RenderCourse[] }
  /** The page without a language and without a place, which the phone keeps: it becomes whatever its address says. */
  | { key: string; lang: string; page: 'shell'; path: '/shell'; courses: RenderCourse[] }
  | { key: string; lang: string; page: 'front' | 'sign-in' | 'help-now' | 'reading' | 'staff' | 'not-found' | 'welcome'; path: string };

/** What the API writes to the renderer's standard input, as one JSON text. */
export interface RenderJob {
  languages: string[];
  contacts: Contact[];
  /** The installation's public key: phones seal to it what others may carry. */
  sealTo: SealingKey;
  pages: RenderPage[];
}

/** What the renderer writes to its standard output: the pages in the order of the job. */
export interface RenderResult {
  pages: { key: string; html: string }[];
}

/** `dist/render/meta.json` of the web build: what the server must know about its pages. */
export interface RenderMeta {
  /** Changes whenever pages would come out differently: pages are made anew then. */
  renderer: string;
  /** CSP sources of the inline styles and scripts that pages hold, as `'sha256-…'`. */
  styles: string[];
  scripts: string[];
}
