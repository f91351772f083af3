const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/**
 * Work that is to be done again whenever somebody says that something has changed: one round at a time, one more for all
 * that is said meanwhile, and again where it failed, later each time.
 */
export class Rounds {
  readonly #round: () => Promise<void>;
  readonly #failed: (error: unknown) => void;
  #running: Promise<void> | null = null;
  #due = false;
  #ended = false;
  #wait = FIRST_WAIT_MS;
  #timer: NodeJS.Timeout | undefined;

  /** @param failed is told of each failure: it says so to whoever runs the installation. */
  constructor(round: () => Promise<void>, failed: (error: unknown) => void) {
    this.#round = round;
    this.#failed = failed;
  }

  /** Beside everything else: nobody waits for it. */
  begin(): void {
    this.#due = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#due && !this.#ended) this.begin();
    });
  }

  /** Begins no more rounds, and waits for the one under way. */
  async end(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#due && !this.#ended) {
      this.#due = false;
      try {
        await this.#round();
        this.#wait = FIRST_WAIT_MS;
      } catch (error) {
        this.#again(error);
      }
    }
  }

  /** What failed may be this process's own, or the database may be away. */
  #again(error: unknown): void {
    if (this.#ended) return;
    this.#failed(error);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.begin(), this.#wait).unref();
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }
}
