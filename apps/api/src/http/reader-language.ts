import type { FastifyRequest } from 'fastify';
import { SITE } from '@seek-justice/seed/site.ts';
import { negotiateLanguage } from '@seek-justice/domain/language/negotiate.ts';

/** Cookie in which the language switch is kept. */
export const LANGUAGE_COOKIE = 'sj_lang';

/** The language that a request wants to be answered in: `?lang=`, cookie, Accept-Language, the site's first. */
export function readerLanguage(request: FastifyRequest): string {
  const query = (request.query as { lang?: unknown } | undefined)?.lang;
  return negotiateLanguage(SITE.languages, {
    query: typeof query === 'string' ? query : undefined,
    cookie: request.cookies?.[LANGUAGE_COOKIE],
    accept: request.headers['accept-language'],
  });
}
