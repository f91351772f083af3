import { useEffect, useMemo } from 'react';
import type { progress } from '@seek-justice/contracts/endpoints/progress.ts';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import { type CourseView, viewCourse } from '@seek-justice/domain/progress/view.ts';
import { addRecord, emptyState, mergeStates, type State } from '@seek-justice/domain/records/state.ts';
import { changeProfile, profileOf } from '../../auth/profile/profiles.ts';
import { keepOwn, ownKept } from '../../auth/profile/vault.ts';
import { type Me, useSession } from '../../auth/session.ts';
import { call } from '../../local/api.ts';
import { createStore, useStore } from '../../local/store.ts';
import { type MyRecord, useRecords } from '../../records/status.ts';

type Progress = (typeof progress)['success']['body']['_zod']['output'];

interface Known {
  subject: string;
  /** This phone, as the reader's. */
  device: string | undefined;
  progress: Progress | null;
  /** The server has said it; or it could not be asked, and this is what the phone remembers; or it has no session for this reader, who opened the phone by its digits. */
  from: 'nobody' | 'server' | 'offline' | 'phone';
}

const store = createStore<Known | null>(null);

const NAME = 'progress';

let underWay: string | undefined;
/** Whose progress has changed on the server since it was asked for. */
let changed: string | undefined;

/** Asks for what a person has done, once at a time. Begun at sign-in already, so that the map need not wait twice. */
export async function loadProgress(subject: string): Promise<void> {
  if (underWay === subject) return;
  underWay = subject;
  do {
    changed = undefined;
    await load(subject);
  } while (changed === subject);
  underWay = undefined;
}

async function load(subject: string): Promise<void> {
  const remembered = (await ownKept<Progress>(subject, NAME)) ?? null;
  const device = (await profileOf(subject))?.device;
  if (store.get()?.subject !== subject) store.set({ subject, device, progress: remembered, from: 'nobody' });
  const answer = await call<Progress>('GET', `/api/people/${subject}/progress`);
  if (answer.ok && answer.body?.subject === subject) {
    store.set({ subject, device, progress: answer.body, from: 'server' });
    await keepOwn(subject, NAME, answer.body);
    await changeProfile(subject, { after: answer.body.cursor }).catch(() => undefined);
  } else store.set({ subject, device, progress: remembered, from: !answer.ok && answer.status === 401 ? 'phone' : 'offline' });
}

/** What the phone has written down and the server may not have counted yet, as a state of the same form. */
export function stateOfOutbox(entries: readonly MyRecord[], roles: readonly string[]): State {
  const state = emptyState();
  for (const { envelope, state: fate } of entries) if (envelope && fate !== 'refused') addRecord(state, envelope, { at: envelope.occurredAt, roles });
  return state;
}

function view(course: RenderCourse, known: Progress | null, entries: readonly MyRecord[], me: Me): CourseView {
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
  /** So many records of the reader's earlier phones have not arrived. */
  missing: number;
}

/** What phones other than this one have written down and nobody has received, by the gaps in their numbers. */
export function missingOf(devices: Progress['devices'], own: string | undefined): number {
  return devices.filter(({ device }) => device !== own).reduce((sum, { missing }) => sum + missing, 0);
}

/** Records that were asked for because they are on the server and the phone cannot read them: once each. */
const sought = new Set<string>();

/**
 * What the phone cannot read any more (other digits, or a vault that never had any) shows on the map once the server
 * counts it: so the server is asked again when such a record has gone there since.
 */
function useUnreadable(known: Known | null, mine: readonly MyRecord[]): void {
  useEffect(() => {
    if (known?.from !== 'server') return;
    const counted = known.progress?.state.evidence ?? {};
    const gone = mine.filter(({ id, state, envelope }) => state === 'delivered' && !envelope && !(id in counted) && !sought.has(id));
    if (gone.length === 0) return;
    for (const { id } of gone) sought.add(id);
    changed = known.subject;
    void loadProgress(known.subject);
  }, [known, mine]);
}

/** What the reader has done. */
export function useProgress(courses: readonly RenderCourse[]): Done {
  const { me } = useSession();
  const { mine } = useRecords();
  const known = useStore(store);
  const subject = me?.person.id;
  useUnreadable(known?.subject === subject ? known : null, mine);
  useEffect(() => {
    const ask = (): void => {
      if (subject && (store.get()?.subject !== subject || store.get()?.from === 'offline')) void loadProgress(subject);
    };
    ask();
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, [subject]);
  return useMemo(() => {
    if (!me || known?.subject !== me.person.id) return { views: null, stale: false, pending: false, missing: 0 };
    const views = new Map(courses.map((course) => [course.manifest.id, view(course, known.progress, mine, me)]));
    return { views, stale: known.from === 'offline', pending: known.progress === null && known.from === 'nobody', missing: missingOf(known.progress?.devices ?? [], known.device) };
  }, [courses, known, mine, me]);
}
