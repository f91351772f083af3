import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { curriculum } from '@seek-justice/contracts/endpoints/curriculum.ts';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import type { CourseManifest } from '@seek-justice/domain/curriculum/leaf.ts';
import { currentSession, type Session, useSession } from '../../auth/session.ts';
import { call } from '../../local/api.ts';
import { loadNode, NotLoaded } from './leaves.ts';

type Curriculum = (typeof curriculum)['success']['body']['_zod']['output'];

export interface Courses {
  courses: readonly RenderCourse[];
  /** `known`: from the page alone, there may be more. `fresh`: the server has said what there is. */
  state: 'known' | 'loading' | 'fresh' | 'offline' | 'failed';
  /** Asks what there is for the reader now. */
  refresh: () => Promise<void>;
}

const Context = createContext<Courses>({ courses: [], state: 'known', refresh: async () => undefined });

/** As whom the server answers. */
function readerIn({ status, me }: Session): string | null {
  return status === 'signed-in' ? me.person.id : null;
}

async function fetchCourses(known: readonly RenderCourse[]): Promise<RenderCourse[]> {
  const answer = await call<Curriculum>('GET', '/api/curriculum');
  if (!answer.ok) throw new NotLoaded(answer.status);
  return Promise.all(
    answer.body.courses.map(
      async ({ hash }) => known.find((course) => course.hash === hash) ?? { hash, manifest: await loadNode<CourseManifest>(hash) },
    ),
  );
}

/** Holds the courses that the reader may open, beginning with those of the page. */
export function CoursesProvider({ initial, children }: { initial: readonly RenderCourse[]; children: ReactNode }): ReactNode {
  const [courses, setCourses] = useState(initial);
  const [state, setState] = useState<Courses['state']>('known');
  const [askedAs, setAskedAs] = useState<string | null>(null);
  const known = useRef(courses);
  const reader = readerIn(useSession());
  const refresh = useCallback(async () => {
    setState('loading');
    setAskedAs(readerIn(currentSession()));
    try {
      known.current = await fetchCourses(known.current);
      setCourses(known.current);
      setState('fresh');
    } catch (error) {
      setState(error instanceof NotLoaded && error.offline ? 'offline' : 'failed');
    }
  }, []);
  // What one reader was told is not the last word for the next: another may open more.
  const shown = state !== 'loading' && askedAs !== reader ? 'known' : state;
  const value = useMemo(() => ({ courses, state: shown, refresh }), [courses, shown, refresh]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** The courses that the reader may open. */
export function useCourses(): Courses {
  return useContext(Context);
}
