import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Contacts, CONTACTS_CHANNEL } from '../../database/contacts.ts';
import { Listener } from '../../database/listener.ts';
import { Rounds } from '../../database/rounds.ts';
import { causeOf, Log } from '../../http/log.ts';
import { Publisher } from './publisher.ts';

/**
 * Makes the pages anew when a number to call has changed, whichever process it was changed in. All processes hear of it
 * and take turns: the first one does the work, the others find it done; where it ends half-way another one goes on.
 */
@Injectable()
export class ContactPages implements OnModuleDestroy {
  readonly #rounds: Rounds;

  constructor(contacts: Contacts, publisher: Publisher, listener: Listener, log: Log) {
    this.#rounds = new Rounds(
      () => publisher.alone(async () => void (await publisher.makePages(await contacts.all()))),
      // Until it is done pages tell the old number: whoever runs the installation must know.
      (error) => log.error({ event: 'contact_pages', ...causeOf(error) }),
    );
    listener.on(CONTACTS_CHANNEL, () => this.#rounds.begin());
  }

  onModuleDestroy(): Promise<void> {
    return this.#rounds.end();
  }
}
