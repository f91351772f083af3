import type { CourseManifest, QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';

/** The open course of a running API, with its quizzes. */
export interface OpenCourse {
  manifest: CourseManifest;
  quizzes: { hash: string; leaf: QuizLeaf }[];
}

/** Reads the open course as a phone would. */
export async function readOpenCourse(url: string): Promise<OpenCourse> {
  const read = async <T>(path: string) => (await (await fetch(url + path)).json()) as T;
  const { courses } = await read<{ courses: { hash: string }[] }>('/api/curriculum');
  const hash = courses[0]?.hash;
  if (!hash) throw new Error('There is no open course.');
  const manifest = await read<CourseManifest>(`/api/snapshots/${hash}`);
  const quizzes = await Promise.all(
    manifest.modules.map(async ({ quiz }) => {
      const leaf = quiz.leaves.km?.hash ?? '';
      return { hash: leaf, leaf: await read<QuizLeaf>(`/api/snapshots/${leaf}`) };
    }),
  );
  return { manifest, quizzes };
}
