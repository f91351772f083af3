import type { RenderCourse, RenderPage } from '@seek-justice/contracts/render.ts';
import type { Audience } from '@seek-justice/domain/curriculum/draft.ts';
import type { LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';

/** A page to be made, and who may have it. */
export interface PlannedPage {
  audience: Audience;
  page: RenderPage;
}

const PLAIN_PAGES: [Exclude<RenderPage['page'], 'lesson' | 'quiz' | 'learn' | 'shell'>, string][] = [
  ['front', '/'],
  ['sign-in', '/sign-in'],
  ['welcome', '/welcome'],
  ['help-now', '/help-now'],
  ['reading', '/reading'],
  ['staff', '/staff'],
  ['not-found', '/not-found'],
];

/** All pages of a site: the plain ones, the map, and a page per lesson and quiz, each in every language. */
export function planPages(languages: readonly string[], courses: readonly RenderCourse[], leaf: (hash: string) => LessonLeaf): PlannedPage[] {
  // The map of /learn is the same for everybody: courses that are not open are added by the app after sign-in.
  const open = courses.filter(({ manifest }) => manifest.audience === 'open');
  // One for all languages: the phone's script chooses.
  const shell: PlannedPage = { audience: 'open', page: { key: `${languages[0]} /shell`, lang: languages[0] ?? '', page: 'shell', path: '/shell', courses: open } };
  const each = languages.flatMap((lang): PlannedPage[] => [
    ...PLAIN_PAGES.map(([page, path]): PlannedPage => ({ audience: 'open', page: { key: `${lang} ${path}`, lang, page, path } })),
    { audience: 'open', page: { key: `${lang} /learn`, lang, page: 'learn', path: '/learn', courses: open } },
    ...courses.flatMap((course) => course.manifest.modules.flatMap((module): PlannedPage[] => [
      ...module.lessons.map((lesson): PlannedPage => {
        const path = `/learn/${lesson.id}`;
        const leafHash = lesson.leaves[lang]?.hash ?? '';
        return {
          audience: course.manifest.audience,
          page: { key: `${lang} ${path}`, lang, page: 'lesson', path, course, leaf: leaf(leafHash), leafHash },
        };
      }),
      {
        audience: course.manifest.audience,
        page: { key: `${lang} /learn/${module.quiz.id}`, lang, page: 'quiz', path: `/learn/${module.quiz.id}`, course, module: module.id },
      },
    ])),
  ]);
  return [shell, ...each];
}
