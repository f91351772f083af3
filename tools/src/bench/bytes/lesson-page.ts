import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { RenderJob, RenderPage, RenderResult } from '@seek-justice/contracts/render.ts';
import type { LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { publish } from '@seek-justice/domain/curriculum/publish.ts';
import { loadCourse, loadFacts } from '@seek-justice/seed/load.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { inRepository } from '../../root.ts';

/** Pages in one language, made by the built renderer as the API has them made. */
export interface Pages {
  /** Of all lessons of the pastors. */
  lessons: string[];
  /** What the service worker fetches at the first visit: the app's own page, and the quick exit's. */
  fetched: string[];
}

/** Has the pages made that a phone meets at its first visit. */
export async function makePages(lang: string): Promise<Pages> {
  const { contacts, sources } = await loadFacts();
  const { hash, manifest, nodes } = publish(await loadCourse('pastors'), SITE.languages, sources, (text) => createHash('sha256').update(text).digest('hex'));
  const lessons = manifest.modules.flatMap(({ lessons }) =>
    lessons.map(({ id, leaves }): RenderPage => {
      const leafHash = leaves[lang]?.hash ?? '';
      const leaf = JSON.parse(nodes.get(leafHash) ?? '') as LessonLeaf;
      return { key: id, lang, page: 'lesson', path: `/learn/${id}`, course: { hash, manifest }, leaf, leafHash };
    }),
  );
  const fetched: RenderPage[] = [
    { key: 'shell', lang, page: 'shell', path: '/shell', courses: [{ hash, manifest }] },
    { key: 'reading', lang, page: 'reading', path: '/reading' },
  ];
  // As long as a real one.
  const sealTo = { kid: 'bench-ke', x: 'x'.repeat(43), y: 'y'.repeat(43) };
  const job: RenderJob = { languages: SITE.languages, contacts, sealTo, pages: [...lessons, ...fetched] };
  const renderer = inRepository('apps', 'web', 'dist', 'render', 'render.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [renderer], { input: JSON.stringify(job), encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`The built renderer failed: ${stderr}`);
  const made = (JSON.parse(stdout) as RenderResult).pages.map(({ html }) => html);
  return { lessons: made.slice(0, lessons.length), fetched: made.slice(lessons.length) };
}
