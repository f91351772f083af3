import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { RenderJob, RenderPage, RenderResult } from '@seek-justice/contracts/render.ts';
import type { LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { publish } from '@seek-justice/domain/curriculum/publish.ts';
import { loadCourse, loadFacts } from '@seek-justice/seed/load.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { inRepository } from '../../root.ts';

/** Every page of the pastors' lessons in one language, made by the built renderer as the API has them made. */
export async function lessonPages(lang: string): Promise<string[]> {
  const { contacts, sources } = await loadFacts();
  const { hash, manifest, nodes } = publish(await loadCourse('pastors'), SITE.languages, sources, (text) => createHash('sha256').update(text).digest('hex'));
  const pages = manifest.modules.flatMap(({ lessons }) =>
    lessons.map(({ id, leaves }): RenderPage => {
      const leafHash = leaves[lang]?.hash ?? '';
      const leaf = JSON.parse(nodes.get(leafHash) ?? '') as LessonLeaf;
      return { key: id, lang, page: 'lesson', path: `/learn/${id}`, course: { hash, manifest }, leaf, leafHash };
    }),
  );
  // As long as a real one.
  const sealTo = { kid: 'bench-ke', x: 'x'.repeat(43), y: 'y'.repeat(43) };
  const job: RenderJob = { languages: SITE.languages, contacts, sealTo, pages };
  const renderer = inRepository('apps', 'web', 'dist', 'render', 'render.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [renderer], { input: JSON.stringify(job), encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`The built renderer failed: ${stderr}`);
  return (JSON.parse(stdout) as RenderResult).pages.map(({ html }) => html);
}
