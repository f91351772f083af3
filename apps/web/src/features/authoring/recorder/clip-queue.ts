import { call } from '../../../local/api.ts';
import { Delivery, type DeliveryState, type HandIn } from '../media/delivery.ts';
import { keepFile, type KeptFile, keptFiles } from '../media/kept-files.ts';
import { type NarrationPart, placeOf } from './narration.ts';

/** A recording that the server does not have yet. */
export interface WaitingClip {
  file: KeptFile;
  /** Null while another one is on its way. */
  state: DeliveryState | null;
  /** Whether it lies on this computer; false: in this page alone. Null until that is known. */
  kept: boolean | null;
}

const handIn: HandIn<NarrationPart> = (upload, { of, read }) =>
  call<NarrationPart>('POST', `/api/drafts/${of}/clips`, { lang: read?.lang, key: read?.key, upload, source: read?.source });

/**
 * The recordings of one document that are on their way: kept on this computer as soon as the reader keeps them, sent one
 * after another, let go when the server has them. Those of an earlier visit go on by themselves.
 */
export class ClipQueue {
  readonly #person: string;
  readonly #document: string;
  readonly #onPart: (lang: string, part: NarrationPart) => void;
  #clips = new Map<string, WaitingClip>();
  #shown: ReadonlyMap<string, WaitingClip> = new Map();
  #delivery: Delivery<NarrationPart> | null = null;
  #listeners = new Set<() => void>();
  #open = true;

  constructor(of: { person: string; document: string; onPart: (lang: string, part: NarrationPart) => void }) {
    this.#person = of.person;
    this.#document = of.document;
    this.#onPart = of.onPart;
  }

  /** By place. Another map whenever something has changed. */
  get clips(): ReadonlyMap<string, WaitingClip> {
    return this.#shown;
  }

  readonly follow = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Takes up what an earlier visit has left. */
  async begin(): Promise<void> {
    this.#open = true;
    const files = await keptFiles(this.#person, this.#document);
    for (const file of files) if (file.use === 'narration' && !this.#clips.has(file.at)) this.#clips.set(file.at, { file, state: null, kept: true });
    this.#changed();
    this.#next();
  }

  /**
   * Takes a recording; one of the same part that waits is replaced: on this computer in one step, so that one of the two
   * is there whatever happens. Where there is no room, this page holds it.
   */
  async keep(file: Blob, read: NonNullable<KeptFile['read']>): Promise<void> {
    const at = placeOf(read.lang, read.key);
    const kept: KeptFile = { person: this.#person, of: this.#document, at, use: 'narration', file, since: Date.now(), read };
    if (this.#delivery?.file.at === at) {
      // Both have one place here: had the former one arrived meanwhile, it would take the new one along.
      this.#delivery.close();
      this.#delivery = null;
    }
    this.#clips.set(at, { file: kept, state: null, kept: null });
    this.#changed();
    const stored = await keepFile(kept);
    const clip = this.#clips.get(at);
    // Sent already, let go, or replaced by yet another one.
    if (clip?.file === kept) this.#clips.set(at, { ...clip, kept: stored || clip.kept === true });
    this.#changed();
    this.#next();
  }

  /** Lets a recording go that is not there yet. */
  async drop(at: string): Promise<void> {
    const mine = this.#delivery?.file.at === at ? this.#delivery : null;
    if (mine) this.#delivery = null;
    const clip = this.#clips.get(at);
    this.#clips.delete(at);
    if (mine) await mine.cancel();
    else if (clip) await new Delivery({ file: clip.file, handIn, onChange: () => undefined, onDone: () => undefined }).cancel();
    this.#changed();
    this.#next();
  }

  /** Tries at once, as when somebody has mended the line. */
  goOn(): void {
    this.#delivery?.goOn();
  }

  /** The page is left: everything stays on this computer. */
  close(): void {
    this.#open = false;
    this.#delivery?.close();
    this.#delivery = null;
  }

  #next(): void {
    if (this.#delivery || !this.#open) return;
    const waiting = [...this.#clips.values()].find(({ state }) => state?.phase !== 'refused');
    if (!waiting) return;
    const { file } = waiting;
    const delivery = new Delivery<NarrationPart>({
      file,
      handIn,
      onChange: (state) => {
        if (this.#delivery !== delivery) return;
        this.#clips.set(file.at, { file, state, kept: state.kept || (this.#clips.get(file.at)?.kept ?? null) });
        // One that is not taken keeps none of the others back.
        if (state.phase === 'refused') {
          delivery.close();
          this.#delivery = null;
          queueMicrotask(() => this.#next());
        }
        this.#changed();
      },
      onDone: (part) => {
        if (this.#delivery === delivery) this.#delivery = null;
        this.#clips.delete(file.at);
        this.#onPart(file.read?.lang ?? '', part);
        this.#changed();
        queueMicrotask(() => this.#next());
      },
    });
    this.#delivery = delivery;
    void delivery.start();
  }

  #changed(): void {
    this.#shown = new Map(this.#clips);
    for (const listener of this.#listeners) listener();
  }
}
