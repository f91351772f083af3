import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { readGlossary, removeTerm, writeTerm } from '@seek-justice/contracts/endpoints/glossary.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { signedIn } from '../../../auth/access.guard.ts';
import { type Account, isPolice } from '../../../auth/account.ts';
import { ProblemError } from '../../../http/problem-error.ts';
import { Route } from '../../../http/route.ts';
import { NOBODY } from '../drafts/drafts.service.ts';
import { GlossaryRepository } from './glossary.repository.ts';

type Glossary = z.output<typeof readGlossary.success.body>;

/** Languages alone that the site has, and nothing that is empty. */
function tidy<Value extends string | string[]>(by: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(by).filter(([lang, value]) => SITE.languages.includes(lang) && value.length > 0));
}

/** The words of the curriculum that mean one thing everywhere. */
@ApiTags('authoring')
@Controller()
export class GlossaryController {
  readonly #glossary: GlossaryRepository;

  constructor(glossary: GlossaryRepository) {
    this.#glossary = glossary;
  }

  @Route(readGlossary)
  read(@Req() request: FastifyRequest): Promise<Glossary> {
    return this.#all(signedIn(request));
  }

  @Route(writeTerm)
  async write(
    @Req() request: FastifyRequest,
    @Param({ schema: writeTerm.params }) { id }: z.output<typeof writeTerm.params>,
    @Body({ schema: writeTerm.body }) { version, ...text }: z.output<typeof writeTerm.body>,
  ): Promise<Glossary> {
    const by = signedIn(request);
    const words = tidy(text.words);
    // A word without its translation agrees nothing.
    if (SITE.languages.some((lang) => words[lang] === undefined)) throw new ProblemError('term_incomplete');
    if (!(await this.#glossary.write({ id, version, words, also: tidy(text.also), note: tidy(text.note) }, by.id))) throw new ProblemError('term_moved_on');
    return this.#all(by);
  }

  @Route(removeTerm)
  async remove(@Req() request: FastifyRequest, @Param({ schema: removeTerm.params }) { id }: z.output<typeof removeTerm.params>): Promise<Glossary> {
    const by = signedIn(request);
    await this.#glossary.remove(id, by.id);
    return this.#all(by);
  }

  async #all(by: Account): Promise<Glossary> {
    const terms = await this.#glossary.all();
    return { terms: isPolice(by) ? terms.map((term) => ({ ...term, by: term.by && NOBODY })) : terms };
  }
}
