import type { Problem } from '@seek-justice/contracts/problem.ts';
import type { MediaFile } from '@seek-justice/domain/curriculum/media.ts';
import { type Answer, call } from '../../../local/api.ts';
import { dropFile, keepFile, type KeptFile } from './kept-files.ts';
import { FileSender, type Sending } from './send-file.ts';

/** A delivery as the screen shows it. `preparing`: it is made lighter here; `checking`: the server has it and looks into it. */
export interface DeliveryState extends Omit<Sending, 'phase'> {
  phase: Sending['phase'] | 'preparing' | 'checking';
  /** Whether it lies on this computer too, so that the page may be closed. */
  kept: boolean;
}

const LONGEST_WAIT_MS = 30_000;
/** A large picture on a weak server is made small for a minute and more. */
const PATIENCE_MS = 180_000;

/** What the server makes of a file that has arrived. */
export type HandIn<T> = (upload: string, file: KeptFile) => Promise<Answer<T>>;

/** Makes a file of a block out of what has arrived. */
export const handInMedia: HandIn<MediaFile> = (upload, { use }) => call<MediaFile>('POST', '/api/media', { upload, use }, { patienceMs: PATIENCE_MS });

/** One file on its way from this computer into the curriculum: kept here, sent, handed in, and only then let go. */
export class Delivery<T> {
  readonly file: KeptFile;
  readonly #sender: FileSender;
  readonly #handIn: HandIn<T>;
  readonly #onChange: (state: DeliveryState) => void;
  readonly #onDone: (made: T) => void;
  #state: DeliveryState;
  #failures = 0;
  #wait: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(of: { file: KeptFile; handIn: HandIn<T>; onChange: (state: DeliveryState) => void; onDone: (made: T) => void }) {
    this.file = of.file;
    this.#handIn = of.handIn;
    this.#onChange = of.onChange;
    this.#onDone = of.onDone;
    this.#state = { phase: 'sending', sent: 0, of: of.file.file.size, kept: false };
    this.#sender = new FileSender({
      file: of.file.file,
      use: of.file.use,
      url: of.file.url,
      onUrl: (url) => {
        this.file.url = url;
        void keepFile(this.file);
      },
      onChange: (sending) => this.#change(sending.phase === 'there' ? { ...sending, phase: 'checking' } : sending),
      onThere: (upload) => void this.#arrived(upload),
    });
  }

  get state(): DeliveryState {
    return this.#state;
  }

  async start(): Promise<void> {
    this.#change({ kept: await keepFile(this.file) });
    this.#sender.start();
  }

  pause(): void {
    this.#sender.pause();
  }

  goOn(): void {
    this.#sender.start();
  }

  /** The page is left. */
  close(): void {
    this.#ended = true;
    clearTimeout(this.#wait);
    this.#sender.close();
  }

  /** Nobody wants it any more. */
  async cancel(): Promise<void> {
    this.close();
    this.#sender.cancel();
    await dropFile(this.file);
  }

  async #arrived(upload: string): Promise<void> {
    const answer = await this.#handIn(upload, this.file);
    if (this.#ended) return;
    if (answer.ok) {
      this.close();
      // First where it belongs, then let go: a crash between the two sends it once more, and changes nothing.
      this.#onDone(answer.body);
      await dropFile(this.file);
      return;
    }
    const { status, problem } = answer;
    if (problem?.code === 'upload_gone') return this.#sender.startAnew();
    if (problem?.code === 'upload_unfinished') return this.#sender.start();
    if (status === 401 || status === 403) return this.#change({ phase: 'signed-out', problem: problem as Problem | null });
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) return this.#change({ phase: 'refused', problem: problem as Problem | null });
    this.#failures += 1;
    this.#change({ phase: 'waiting' });
    this.#wait = setTimeout(() => void this.#arrived(upload), Math.min(1_000 * 2 ** this.#failures, LONGEST_WAIT_MS));
  }

  #change(change: Partial<DeliveryState>): void {
    this.#state = { ...this.#state, ...change };
    // Who chose it has it still; what was read aloud is nowhere else, and stays until the reader lets it go.
    if (change.phase === 'refused' && this.file.use !== 'narration') void dropFile(this.file);
    this.#onChange(this.#state);
  }
}
