import type { CourseManifest, LessonLeaf, ManifestModule, QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import type { Lang } from './words.ts';

async function json<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** A course that everybody may read, as it is published: the one that installations begin with, or another by its id. */
export async function openCourse(url: string, wanted?: string): Promise<CourseManifest> {
  const { courses } = await json<{ courses: { id: string; hash: string }[] }>(`${url}/api/curriculum`);
  return json(`${url}/api/snapshots/${(wanted ? courses.find(({ id }) => id === wanted) : courses[0])?.hash}`);
}

/** A module of it, from 0. */
export async function moduleAt(url: string, at: number): Promise<ManifestModule> {
  const found = (await openCourse(url)).modules[at];
  if (!found) throw new Error(`there is no module ${at}`);
  return found;
}

/** A module's questions with their right answers. */
export function quizLeaf(url: string, module: ManifestModule, lang: Lang): Promise<QuizLeaf> {
  return json(`${url}/api/snapshots/${module.quiz.leaves[lang]?.hash}`);
}

/** A lesson's text. */
export function lessonLeaf(url: string, lesson: ManifestModule['lessons'][number], lang: Lang): Promise<LessonLeaf> {
  return json(`${url}/api/snapshots/${lesson.leaves[lang]?.hash}`);
}

/** The lesson that has a block of a type: where a test can find it however the lessons are arranged. */
export async function lessonWith(url: string, type: 'report' | 'scenario' | 'contacts'): Promise<ManifestModule['lessons'][number]> {
  for (const module of (await openCourse(url)).modules)
    for (const lesson of module.lessons) if ((await lessonLeaf(url, lesson, 'km')).blocks.some((block) => block.type === type)) return lesson;
  throw new Error(`no lesson has a ${type}`);
}
