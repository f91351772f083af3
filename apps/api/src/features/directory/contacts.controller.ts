import { Controller, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { contacts } from '@seek-justice/contracts/endpoints/contacts.ts';
import { Contacts } from '../../database/contacts.ts';
import { Route } from '../../http/route.ts';

/** Numbers to call, for anybody. */
@ApiTags('directory')
@Controller()
export class ContactsController {
  readonly #contacts: Contacts;

  constructor(store: Contacts) {
    this.#contacts = store;
  }

  @Route(contacts)
  async all(@Res({ passthrough: true }) reply: FastifyReply): Promise<z.output<typeof contacts.success.body>> {
    void reply.header('cache-control', 'public, no-cache');
    return { contacts: await this.#contacts.all() };
  }
}
