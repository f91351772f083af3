import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { addContact, changeContact, confirmContact, officeContact, officeContacts, retireContact } from '@seek-justice/contracts/endpoints/office-contacts.ts';
import { signedIn } from '../../auth/access.guard.ts';
import { Route } from '../../http/route.ts';
import { OfficeContactsService } from './office-contacts.service.ts';

type One = Promise<z.output<typeof officeContact>>;

/** Numbers to call, as the office keeps them. */
@ApiTags('directory')
@Controller()
export class OfficeContactsController {
  readonly #contacts: OfficeContactsService;

  constructor(contacts: OfficeContactsService) {
    this.#contacts = contacts;
  }

  @Route(officeContacts)
  list(): Promise<z.output<typeof officeContacts.success.body>> {
    return this.#contacts.list();
  }

  @Route(addContact)
  add(@Req() request: FastifyRequest, @Body({ schema: addContact.body }) body: z.output<typeof addContact.body>): One {
    return this.#contacts.add(signedIn(request), body);
  }

  @Route(changeContact)
  change(
    @Req() request: FastifyRequest,
    @Param({ schema: changeContact.params }) params: z.output<typeof changeContact.params>,
    @Body({ schema: changeContact.body }) body: z.output<typeof changeContact.body>,
  ): One {
    return this.#contacts.change(signedIn(request), params.id, body);
  }

  @Route(confirmContact)
  confirm(
    @Req() request: FastifyRequest,
    @Param({ schema: confirmContact.params }) params: z.output<typeof confirmContact.params>,
    @Body({ schema: confirmContact.body }) body: z.output<typeof confirmContact.body>,
  ): One {
    return this.#contacts.confirm(signedIn(request), params.id, body);
  }

  @Route(retireContact)
  retire(
    @Req() request: FastifyRequest,
    @Param({ schema: retireContact.params }) params: z.output<typeof retireContact.params>,
    @Body({ schema: retireContact.body }) body: z.output<typeof retireContact.body>,
  ): One {
    return this.#contacts.retire(signedIn(request), params.id, body);
  }
}
