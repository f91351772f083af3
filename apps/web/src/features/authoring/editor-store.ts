import { applyEdits } from '@seek-justice/domain/curriculum/authoring/apply.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit, Outcome } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import { call } from '../../local/api.ts';
import { type Collision, keepCopy } from './local-copy.ts';
import { sameThings } from './same-things.ts';
import { goesOn, Steps } from './steps.ts';

export interface EditorState {
  document: Document;
  version: number;
  phase: 'saved' | 'waiting' | 'saving' | 'offline' | 'refused';
  others: readonly string[];
  /** Another text as soon as there is another comment or signature; null before the server has been asked. */
  said: string | null;
  collisions: readonly Collision[];
}

interface Saved {
  version: number;
  outcomes: Outcome[];
  document: Document | null;
  others: string[];
  said: string;
}

const AFTER_MS = 700;
/** Whoever writes without a pause is saved as often. */
const AT_LATEST_MS = 3_000;
const ASK_MS = 5_000;
const LONGEST_MS = 30_000;
const AT_ONCE = 200;

/** One document on the author's screen: what they do is there at once, lies on this computer at once, and goes to the server soon. */
export class EditorStore {
  readonly #person: string;
  readonly #languages: readonly string[];
  #base: Document;
  #waiting: Edit[];
  #flying: Edit[] = [];
  #state: EditorState;
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #failures = 0;
  /** Since when something waits that no request has taken along. */
  #since: number | null = null;
  #atOnce = AT_ONCE;
  readonly #tab = newId();
  readonly #steps = new Steps();
  /** Whether this tab has put anything by: what another one did is not this one's to let go. */
  #put = false;
  #open = true;

  constructor(of: { document: Document; version: number; person: string; languages: readonly string[]; edits?: Edit[]; collisions?: Collision[] }) {
    this.#person = of.person;
    this.#languages = of.languages;
    this.#base = of.document;
    this.#waiting = of.edits ?? [];
    this.#state = { document: of.document, version: of.version, phase: 'saved', others: [], said: null, collisions: of.collisions ?? [] };
    this.#change({ document: this.#seen(), ...(this.#waiting.length > 0 ? { phase: 'waiting' as const } : {}) });
    this.#keep();
    this.#schedule(this.#waiting.length > 0 ? 0 : ASK_MS);
  }

  get state(): EditorState {
    return this.#state;
  }

  readonly follow = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Makes a change, which can be taken back. @returns false where it can never be kept, which the author is told. */
  edit(edit: Edit): boolean {
    this.#steps.made(edit, this.#state.document);
    return this.#make(edit);
  }

  /** Takes the last change of this tab back. @returns what was done to do so; null where nothing is left. */
  undo(): Edit | null {
    return this.#again(this.#steps.back(this.#state.document));
  }

  /** Makes once more what was taken back last. */
  redo(): Edit | null {
    return this.#again(this.#steps.forth(this.#state.document));
  }

  #again(edit: Edit | null): Edit | null {
    if (edit) this.#make(edit);
    return edit;
  }

  #make(edit: Edit): boolean {
    const { document, outcomes } = applyEdits(this.#state.document, [edit], this.#languages);
    if (outcomes[0]?.result === 'refused') {
      this.#change({ collisions: [...this.#state.collisions, { edit, refused: true }] });
      this.#keep();
      return false;
    }
    const last = this.#waiting.at(-1);
    // Letter after letter in one place is one edit, from what stood there before the first; over what came in since, it is another.
    if (last?.op === 'set' && edit.op === 'set' && goesOn(last, edit)) this.#waiting[this.#waiting.length - 1] = { ...last, value: edit.value };
    else this.#waiting.push(edit);
    this.#since ??= Date.now();
    this.#change({ document: sameThings(this.#state.document, document), phase: 'waiting' });
    this.#keep();
    this.#schedule(Math.max(0, Math.min(AFTER_MS, this.#since + AT_LATEST_MS - Date.now())));
    return true;
  }

  /** Chooses between what the author wrote and what somebody else did. */
  settle(collision: Collision, mine: boolean): void {
    this.#change({ collisions: this.#state.collisions.filter((one) => one !== collision) });
    const { edit, theirs } = collision;
    if (mine && theirs !== undefined && 'was' in edit) this.edit({ ...edit, was: theirs });
    this.#keep();
  }

  /** Sends at once, as when the page is left. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    // One request at a time, also one that only asks: its answer must not be taken for that of what was written since.
    if (this.#asking) return;
    this.#asking = true;
    this.#flying = this.#waiting.splice(0, this.#atOnce);
    this.#since = null;
    const { id } = this.#base;
    if (this.#flying.length > 0) this.#change({ phase: 'saving' });
    const answer = await call<Saved>('POST', `/api/drafts/${id}/edits`, { version: this.#state.version, edits: this.#flying });
    this.#asking = false;
    if (answer.ok) this.#took(answer.body);
    else this.#failed(answer.status);
  }

  close(): void {
    this.#open = false;
    clearTimeout(this.#timer);
    if (this.#waiting.length > 0) void this.save();
  }

  #took({ version, outcomes, document, others, said }: Saved): void {
    const sent = this.#flying;
    this.#flying = [];
    this.#failures = 0;
    const collided = sent.flatMap((edit, at): Collision[] => {
      const outcome = outcomes[at];
      if (outcome?.result === 'conflict') return [{ edit, theirs: outcome.current }];
      if (outcome?.result === 'refused') return [{ edit, refused: true }];
      // Nothing of the author's is lost with a place or an order that is not there any more.
      return outcome?.result === 'gone' && (edit.op === 'set' || edit.op === 'add') ? [{ edit }] : [];
    });
    this.#base = document ?? applyEdits(this.#base, sent, this.#languages).document;
    this.#change({
      version,
      others: others.join() === this.#state.others.join() ? this.#state.others : others,
      said,
      collisions: collided.length > 0 ? [...this.#state.collisions.filter((one) => !collided.some(({ edit }) => goesOn(one.edit, edit))), ...collided] : this.#state.collisions,
      phase: this.#waiting.length > 0 ? 'waiting' : 'saved',
      document: this.#seen(),
    });
    this.#keep();
    this.#atOnce = AT_ONCE;
    // The page was left while this was on its way: the rest follows it.
    if (!this.#open && this.#waiting.length > 0) void this.save();
    this.#schedule(this.#waiting.length > 0 ? AFTER_MS : ASK_MS);
  }

  /** A request that can never be taken is made smaller until the one edit is found that spoils it; that one is asked about. */
  #spoilt(): void {
    if (this.#flying.length > 1) this.#atOnce = Math.ceil(this.#flying.length / 2);
    else this.#change({ collisions: [...this.#state.collisions, ...this.#flying.splice(0).map((edit): Collision => ({ edit, refused: true }))] });
  }

  #failed(status: number): void {
    if ((status === 400 || status === 413) && this.#flying.length > 0) this.#spoilt();
    this.#waiting = [...this.#flying, ...this.#waiting];
    this.#flying = [];
    this.#failures += 1;
    // Signed out, or no author any more: what was written stays on this computer.
    const refused = status === 401 || status === 403;
    this.#change({ phase: this.#waiting.length === 0 ? this.#state.phase : refused ? 'refused' : 'offline' });
    this.#keep();
    this.#schedule(Math.min(1_000 * 2 ** this.#failures, LONGEST_MS));
  }

  /** What the author sees: what the server has, and on it what is on its way. An edit that no longer fits is asked about when the server has said so. */
  #seen(): Document {
    return sameThings(this.#state.document, applyEdits(this.#base, [...this.#flying, ...this.#waiting], this.#languages).document);
  }

  #keep(): void {
    const edits = [...this.#flying, ...this.#waiting];
    const { version, collisions } = this.#state;
    if (edits.length === 0 && collisions.length === 0 && !this.#put) return;
    this.#put = true;
    void keepCopy({ id: this.#base.id, person: this.#person, tab: this.#tab, base: this.#base, version, edits, collisions: [...collisions] });
  }

  #schedule(after: number): void {
    clearTimeout(this.#timer);
    if (this.#open) this.#timer = setTimeout(() => void this.save(), after);
  }

  #change(change: Partial<EditorState>): void {
    if ((Object.keys(change) as (keyof EditorState)[]).every((key) => change[key] === this.#state[key])) return;
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
