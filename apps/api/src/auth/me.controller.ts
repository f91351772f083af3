import { Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { me } from '@seek-justice/contracts/endpoints/me.ts';
import { readerLanguage } from '../http/reader-language.ts';
import { Route } from '../http/route.ts';
import { signedIn } from './access.guard.ts';
import { abilitiesOf } from './account.ts';

/** Who is signed in. */
@ApiTags('auth')
@Controller()
export class MeController {
  @Route(me)
  me(@Req() request: FastifyRequest): z.output<typeof me.success.body> {
    const account = signedIn(request);
    return {
      person: { id: account.person, name: account.name },
      roles: [...account.roles],
      scope: { provinces: account.scope === null ? null : [...account.scope] },
      language: readerLanguage(request),
      can: abilitiesOf(account),
    };
  }
}
