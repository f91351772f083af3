import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { curriculum } from '@seek-justice/contracts/endpoints/curriculum.ts';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import type { CourseManifest } from '@seek-justice/domain/curriculum/leaf.ts';
import { currentSession, type Session, useSession } from '../../auth/session.ts';
import { call } from '../../local/api.ts';
import { privateLeaves } from '../../local/private-leaves.ts';
import { loadNode, NotLoaded } from './leaves.ts';

type Curriculum = (typeof curriculum)['success']['body']['_zod']['output'];

export interface Courses {
  courses: readonly RenderCourse[];
  /** `known`: from the page alone, there may be more. `fresh`: the server has said what there is. */
  state: 'known' | 'loading' | 'fresh' | 'offline' | 'failed';
  /** Asks what there is for the reader now. */
  refresh: () => Promise<void>;
  /** Takes newer versions of courses that are here, where nobody is in the middle of one. */
  renew: (newer: readonly RenderCourse[]) => void;
}

const Context = createContext<Courses>({ courses: [], state: 'known', refresh: async () => undefined, renew: () => undefined });
/** Where the hashes of the reader's courses are kept, beside their texts. */
const LIST = 'courses';

/** A course in another list, whatever its version there. */
function sameIn(list: readonly RenderCourse[], { manifest }: RenderCourse): RenderCourse | undefined {
  return list.find((course) => course.manifest.id === manifest.id);
}

/** As whom the server answers. */
function readerIn({ status, me }: Session): string | null {
  return status === 'signed-in' ? me.person.id : null;
}

/** The reader's courses, as the server says or else as this phone remembers. */
async function fetchCourses(known: readonly RenderCourse[]): Promise<{ found: RenderCourse[]; said: boolean }> {
  const answer = await call<Curriculum>('GET', '/api/curriculum');
  const kept = answer.ok ? null : await privateLeaves()?.get(LIST);
  if (!answer.ok && !kept) throw new NotLoaded(answer.status);
  const hashes = answer.ok ? answer.body.courses.map(({ hash }) => hash) : (kept as string[]);
  if (answer.ok) void privateLeaves()?.put(LIST, hashes);
  const found = await Promise.all(
    hashes.map(
      async (hash) => known.find((course) => course.hash === hash) ?? { hash, manifest: await loadNode<CourseManifest>(hash) },
    ),
  );
  return { found, said: answer.ok };
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
      const { found, said } = await fetchCourses(known.current);
      // What is remembered is older than what a newer page has brought, also while this was asked.
      known.current = said ? found : found.map((course) => sameIn(known.current, course) ?? course);
      setCourses(known.current);
      setState('fresh');
    } catch (error) {
      setState(error instanceof NotLoaded && error.offline ? 'offline' : 'failed');
    }
  }, []);
  const renew = useCallback((newer: readonly RenderCourse[]) => {
    known.current = known.current.map((course) => sameIn(newer, course) ?? course);
    setCourses(known.current);
  }, []);
  // What one reader was told is not the last word for the next: another may open more.
  const shown = state !== 'loading' && askedAs !== reader ? 'known' : state;
  const value = useMemo(() => ({ courses, state: shown, refresh, renew }), [courses, shown, refresh, renew]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** The courses that the reader may open. */
export function useCourses(): Courses {
  return useContext(Context);
}
