import type { Figures } from '../bench.ts';
import type { Desk } from './desk.ts';
import { letters, writeCourse } from './synthetic.ts';

const COURSE = 'large1';
const LESSONS = 50;
const BLOCKS = 20;

/** Seconds until a course of fifty lessons is published with all its pages, and until one changed sentence of it is. */
export async function publishing(desk: Desk): Promise<Figures> {
  const [first] = await writeCourse(desk, COURSE, LESSONS, BLOCKS);
  const publish = async (kind: 'content' | 'correction'): Promise<number> => {
    const { problems } = await desk.ask<{ problems: { weight: string; code: string; draft: string }[] }>('GET', `/api/courses/${COURSE}/check`);
    const stops = problems.filter(({ weight }) => weight === 'stops');
    if (stops.length > 0) throw new Error(`It cannot be published: ${JSON.stringify(stops[0])}.`);
    const began = performance.now();
    const { changed } = await desk.ask<{ changed: boolean }>('POST', `/api/courses/${COURSE}/publish`, { kind, release: false, note: {}, recalled: [] });
    if (!changed) throw new Error('Nothing was published.');
    return (performance.now() - began) / 1000;
  };
  const publish_s = await publish('content');
  await desk.edit(first ?? '', [{ op: 'set', path: ['title'], lang: 'en', was: `A lesson, ${letters(first ?? '')}`, value: 'Another title' }]);
  const republish_s = await publish('correction');
  const began = performance.now();
  await desk.ask('GET', '/api/drafts');
  return { publish_s, republish_s, tree_ms: performance.now() - began, lessons: LESSONS };
}
