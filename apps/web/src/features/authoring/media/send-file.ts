import { DetailedError, Upload } from 'tus-js-client';
import type { Problem } from '@seek-justice/contracts/problem.ts';
import type { Use } from './kept-files.ts';

/** How far a file has come. */
export interface Sending {
  /** `waiting`: the line is gone, it goes on by itself. `signed-out`: it goes on when somebody has signed in again. */
  phase: 'sending' | 'waiting' | 'paused' | 'signed-out' | 'refused' | 'there';
  sent: number;
  of: number;
  problem?: Problem | null;
}

interface Options {
  file: Blob;
  use: Use;
  /** Where the server has begun to take it, in this page or an earlier one. */
  url?: string | undefined;
  onUrl: (url: string) => void;
  onChange: (sending: Sending) => void;
  /** The server has every byte. */
  onThere: (upload: string) => void;
}

/** Small enough that a line that breaks each minute carries it, large enough that a slow answer does not count. */
const PIECE_BYTES = 256 * 1024;
const LONGEST_WAIT_MS = 30_000;
/** No byte for so long: the line is dead, though nobody has said so. */
const STALLED_MS = 40_000;

function problemOf(error: unknown): { status: number; problem: Problem | null } {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  try {
    return { status: response?.getStatus() ?? 0, problem: JSON.parse(response?.getBody() ?? 'null') as Problem | null };
  } catch {
    return { status: response?.getStatus() ?? 0, problem: null };
  }
}

/** Whether an answer says that this file will never be taken, however often it is offered. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 404, 408, 409, 410, 423, 429, 460].includes(status);
}

/** Brings one file to the server piece by piece, over whatever line there is; what has arrived is not sent again. */
export class FileSender {
  readonly #of: Options;
  #upload: Upload | null = null;
  #url: string | undefined;
  #state: Sending;
  #failures = 0;
  #wait: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(of: Options) {
    this.#of = of;
    this.#url = of.url;
    this.#state = { phase: 'sending', sent: 0, of: of.file.size };
    window.addEventListener('online', this.#again);
    window.addEventListener('focus', this.#signedIn);
  }

  get state(): Sending {
    return this.#state;
  }

  /** Begins, or goes on. */
  readonly start = (): void => {
    if (this.#ended) return;
    clearTimeout(this.#wait);
    this.#change({ phase: 'sending' });
    this.#watchLine();
    const upload = new Upload(this.#of.file, {
      endpoint: '/api/uploads',
      ...(this.#url ? { uploadUrl: this.#url } : {}),
      metadata: { use: this.#of.use },
      chunkSize: PIECE_BYTES,
      // Ours is more patient, and knows when the line is back.
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => {
        if (!upload.url || upload.url === this.#url) return;
        this.#url = upload.url;
        this.#of.onUrl(upload.url);
      },
      onProgress: (sent) => {
        if (upload !== this.#upload) return;
        if (sent > this.#state.sent) this.#failures = 0;
        this.#watchLine();
        this.#change({ sent });
      },
      onSuccess: () => upload === this.#upload && this.#arrived(upload),
      onError: (error) => upload === this.#upload && this.#failed(error),
    });
    this.#upload = upload;
    upload.start();
  };

  /** Stops until somebody wants it to go on. */
  pause(): void {
    this.#halt();
    this.#change({ phase: 'paused' });
  }

  /** The page is left: what has arrived stays on the server, the file on this computer. */
  close(): void {
    this.#halt();
    this.#ended = true;
    window.removeEventListener('online', this.#again);
    window.removeEventListener('focus', this.#signedIn);
  }

  /** Nobody wants it any more: the server forgets it too, as soon as it can be told. */
  cancel(): void {
    const [upload, url] = [this.#upload, this.#url];
    this.close();
    if (upload && url) void Upload.terminate(url, { retryDelays: [1_000, 5_000] }).catch(() => undefined);
  }

  /** The server has lost what had arrived: from the beginning. */
  startAnew(): void {
    this.#url = undefined;
    this.#change({ sent: 0 });
    this.start();
  }

  #halt(): void {
    clearTimeout(this.#wait);
    clearTimeout(this.#watch);
    const upload = this.#upload;
    this.#upload = null;
    void upload?.abort().catch(() => undefined);
  }

  #arrived(upload: Upload): void {
    clearTimeout(this.#watch);
    this.#change({ phase: 'there', sent: this.#of.file.size });
    this.#of.onThere(upload.url?.split('/').at(-1) ?? '');
  }

  #failed(error: unknown): void {
    const { status, problem } = problemOf(error);
    this.#halt();
    if (status === 404 || status === 410) this.#url = undefined;
    if (isFinal(status)) return this.#change({ phase: 'refused', problem });
    if (status === 401 || status === 403) return this.#change({ phase: 'signed-out', problem });
    this.#failures += 1;
    this.#wait = setTimeout(this.start, Math.min(500 * 2 ** this.#failures, LONGEST_WAIT_MS));
    this.#change({ phase: 'waiting' });
  }

  #watchLine(): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#failed(null), STALLED_MS);
  }

  readonly #again = (): void => {
    if (this.#state.phase === 'waiting') this.start();
  };

  /** Signing in happens in another tab; whoever comes back from there need not press anything. */
  readonly #signedIn = (): void => {
    if (this.#state.phase === 'signed-out') this.start();
  };

  #change(change: Partial<Sending>): void {
    this.#state = { ...this.#state, ...change };
    this.#of.onChange(this.#state);
  }
}
