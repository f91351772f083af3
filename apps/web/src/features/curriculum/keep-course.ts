import { useEffect } from 'react';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import { useWords } from '../../i18n/words.ts';
import { IN_APP } from '../../local/in-app.ts';
import { comesByItself, fetchTexts } from './course-files.ts';

const REST_MS = 3_000;

/** Brings the whole text of the course that is open to the phone, in the language on screen, once the page has come to rest. */
export function useCourseOnPhone(course: RenderCourse | undefined): void {
  const { lang } = useWords();
  useEffect(() => {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    // Who saves data asks for it on the screen of what is on the phone.
    if (!course || IN_APP || connection?.saveData) return;
    let here = true;
    const fetchAll = async (): Promise<void> => {
      if (await comesByItself(course, lang)) await fetchTexts(course, lang, () => here);
    };
    const timer = setTimeout(() => void fetchAll().catch(() => undefined), REST_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [course, lang]);
}
