import { useEffect, useMemo } from 'react';
import type { progress } from '@seek-justice/contracts/endpoints/progress.ts';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import { type CourseView, viewCourse } from '@seek-justice/domain/progress/view.ts';
import { addRecord, emptyState, mergeStates, type State } from '@seek-justice/domain/records/state.ts';
import { type Me, useSession } from '../../auth/session.ts';
import { call } from '../../local/api.ts';
import type { OutboxEntry } from '../../local/database.ts';
import { keep, kept } from '../../local/kept.ts';
import { createStore, useStore } from '../../local/store.ts';
import { useRecords } from '../../records/status.ts';

type Progress = (typeof progress)['success']['body']['_zod']['output'];

interface Known {
  subject: string;
  progress: Progress | null;
  /** The server could not be asked: what the phone remembers. */
  stale: boolean;
}

const store = createStore<Known | null>(null);

let underWay: string | undefined;

/** Asks for what a person has done, once at a time. Begun at sign-in already, so that the map need not wait twice. */
export async function loadProgress(subject: string): Promise<void> {
  if (underWay === subject) return;
  underWay = subject;
  await load(subject);
  underWay = undefined;
}

async function load(subject: string): Promise<void> {
  const name = `progress:${subject}`;
  const remembered = (await kept<Progress>(name)) ?? null;
  if (store.get()?.subject !== subject) store.set({ subject, progress: remembered, stale: false });
  const answer = await call<Progress>('GET', `/api/people/${subject}/progress`);
  if (answer.ok && answer.body?.subject === subject) {
    store.set({ subject, progress: answer.body, stale: false });
    await keep(name, answer.body);
  } else store.set({ subject, progress: remembered, stale: true });
}

/** What the phone has written down and the server may not have counted yet, as a state of the same form. */
export function stateOfOutbox(entries: readonly OutboxEntry[], roles: readonly string[]): State {
  const state = emptyState();
  for (const { envelope, state: fate } of entries) if (fate !== 'refused') addRecord(state, envelope, { at: envelope.occurredAt, roles });
  return state;
}

function view(course: RenderCourse, known: Progress | null, entries: readonly OutboxEntry[], me: Me): CourseView {
  const state = mergeStates(stateOfOutbox(entries, me.roles), (known?.state as State | undefined) ?? emptyState());
  return viewCourse(state, course.manifest, (id) => known?.marks[id] ?? entries.find((entry) => entry.id === id)?.mark ?? null);
}

interface Done {
  /** What the reader has done in each course, by course id; null for a visitor. Joined from server and phone. */
  views: Map<string, CourseView> | null;
  /** The server could not be asked. */
  stale: boolean;
  /** Nobody has said yet what this reader has done. */
  pending: boolean;
}

/** What the reader has done. */
export function useProgress(courses: readonly RenderCourse[]): Done {
  const { me } = useSession();
  const { mine } = useRecords();
  const known = useStore(store);
  const subject = me?.person.id;
  useEffect(() => {
    if (subject && (store.get()?.subject !== subject || store.get()?.stale)) void loadProgress(subject);
  }, [subject]);
  return useMemo(() => {
    if (!me || known?.subject !== me.person.id) return { views: null, stale: false, pending: false };
    const views = new Map(courses.map((course) => [course.manifest.id, view(course, known.progress, mine, me)]));
    return { views, stale: known.stale, pending: known.progress === null && !known.stale };
  }, [courses, known, mine, me]);
}
