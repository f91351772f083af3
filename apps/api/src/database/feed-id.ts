import { type Answering, type Asked, answeringOn } from './feed-identity.ts';

/**
 * The id of the feed as of now. A server that is replaced under a running process (a promotion, a copy put back) is
 * noticed by the first new connection, before anything is read or written on it.
 */
export class FeedId {
  readonly #check: () => Promise<Answering>;
  #known: Answering;
  #checking: Promise<void> | null = null;

  /** @param check asks the database as its owner, and renews the id where it must. */
  constructor(known: Answering, check: () => Promise<Answering>) {
    this.#known = known;
    this.#check = check;
  }

  /**
   * Take it before asking the database for what it shall name: an older id makes a reader start again, a newer one
   * would make it believe that the new database has what the old one answered.
   */
  get now(): string {
    return this.#known.feedId;
  }

  /** @throws Error that means "the database is away" when another server than the one at this address answers here. */
  async verify(connection: Asked): Promise<void> {
    const server = await answeringOn(connection);
    if (server === this.#known.server) return;
    this.#checking ??= this.#check().then((known) => void (this.#known = known)).finally(() => (this.#checking = null));
    await this.#checking;
    if (server !== this.#known.server) throw Object.assign(new Error('the database system is another one by now'), { code: '57P03' });
  }
}
