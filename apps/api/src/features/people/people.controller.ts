import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { addPerson } from '@seek-justice/contracts/endpoints/add-person.ts';
import { newCode } from '@seek-justice/contracts/endpoints/new-code.ts';
import { readPerson } from '@seek-justice/contracts/endpoints/read-person.ts';
import { setCompetences } from '@seek-justice/contracts/endpoints/set-competences.ts';
import { samePerson } from '@seek-justice/contracts/endpoints/same-person.ts';
import { signedIn } from '../../auth/access.guard.ts';
import { Route } from '../../http/route.ts';
import { PeopleService } from './people.service.ts';
import type { Person } from './people.repository.ts';
import { SamePersonService } from './same-person.ts';

/** Adding people and handing out their codes. */
@ApiTags('people')
@Controller()
export class PeopleController {
  readonly #people: PeopleService;
  readonly #same: SamePersonService;

  constructor(people: PeopleService, same: SamePersonService) {
    this.#people = people;
    this.#same = same;
  }

  @Route(addPerson)
  add(@Req() request: FastifyRequest, @Body({ schema: addPerson.body }) body: z.output<typeof addPerson.body>): Promise<z.output<typeof addPerson.success.body>> {
    return this.#people.add(signedIn(request), body);
  }

  @Route(readPerson)
  read(@Req() request: FastifyRequest, @Param({ schema: readPerson.params }) params: z.output<typeof readPerson.params>): Promise<Person> {
    return this.#people.read(signedIn(request), params.id);
  }

  @Route(samePerson)
  same(@Req() request: FastifyRequest, @Param({ schema: samePerson.params }) params: z.output<typeof samePerson.params>): Promise<z.output<typeof samePerson.success.body>> {
    return this.#same.read(signedIn(request), params.id);
  }

  @Route(newCode)
  newCode(@Req() request: FastifyRequest, @Param({ schema: newCode.params }) params: z.output<typeof newCode.params>): Promise<z.output<typeof newCode.success.body>> {
    return this.#people.newCode(signedIn(request), params.id);
  }

  @Route(setCompetences)
  async setCompetences(
    @Req() request: FastifyRequest,
    @Param({ schema: setCompetences.params }) params: z.output<typeof setCompetences.params>,
    @Body({ schema: setCompetences.body }) body: z.output<typeof setCompetences.body>,
  ): Promise<z.output<typeof setCompetences.success.body>> {
    return { competences: await this.#people.setCompetences(signedIn(request), params.id, body.competences) };
  }
}
