import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Contacts, CONTACTS_CHANNEL } from '../../database/contacts.ts';
import { Listener } from '../../database/listener.ts';
import { Publisher } from './publisher.ts';

const AGAIN_MS = 5_000;

/**
 * Makes the pages anew when a number to call has changed, whichever process it was changed in. All processes hear of it
 * and take turns: the first one does the work, the others find it done; where it ends half-way another one goes on.
 */
@Injectable()
export class ContactPages implements OnModuleDestroy {
  readonly #contacts: Contacts;
  readonly #publisher: Publisher;
  #running: Promise<void> | null = null;
  #due = false;
  #ended = false;

  constructor(contacts: Contacts, publisher: Publisher, listener: Listener) {
    this.#contacts = contacts;
    this.#publisher = publisher;
    listener.on(CONTACTS_CHANNEL, () => this.#refresh());
  }

  async onModuleDestroy(): Promise<void> {
    this.#ended = true;
    await this.#running;
  }

  /** Several changes while pages are made are one more turn. */
  #refresh(): void {
    this.#due = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#due && !this.#ended) this.#refresh();
    });
  }

  async #run(): Promise<void> {
    while (this.#due && !this.#ended) {
      this.#due = false;
      try {
        await this.#publisher.alone(async () => this.#publisher.makePages(await this.#contacts.all()));
      } catch {
        // The database is away, which everybody else says: tried again.
        if (!this.#ended) setTimeout(() => this.#refresh(), AGAIN_MS).unref();
      }
    }
  }
}
