import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { hash, localizedText } from '../parts.ts';
import { documentKind, draftId } from './draft.ts';

export const takeOutPackage = endpoint({
  id: 'exchange.package-out',
  method: 'GET',
  path: '/api/drafts/:id/package',
  summary: 'A whole course for another office as a zip file: as readers have it (`published`), or as it stands here now.',
  params: z.object({ id: draftId }),
  query: z.object({ of: z.enum(['published', 'now']).optional() }),
  success: { status: 200, body: null },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'too_large', 'packages_busy', 'bad_request'],
});

/** What a course package is to this site, and what was done with it. */
export const packageTaken = z
  .object({
    /** Why it is refused as a whole; then nothing else is said. */
    fault: z.object({ code: z.string(), file: z.string().nullable(), words: localizedText }).nullable(),
    course: z.object({ id: draftId, title: localizedText }).nullable(),
    /** Names what is said here; to be sent along, so that nothing is done that was not read. */
    plan: z.string(),
    /**
     * `new`: not here. `same`: stands here just so. `program`: came with the program, untouched by staff; replaced.
     * `differs`: written here otherwise; left alone unless replacing was asked for.
     */
    documents: z.array(z.object({ id: draftId, kind: documentKind, title: localizedText, state: z.enum(['new', 'same', 'program', 'differs']) })),
    /** Sources that are not here and come along, and those that stand here otherwise and are left. */
    sources: z.object({ added: z.array(z.string()), differ: z.array(z.string()) }),
    /** Numbers to call that the texts name and nobody here knows. */
    contacts: z.array(z.string()),
    /** Files that come along, and by name those that this site does not keep: of a kind that it has not, or with words of who made them, where and when. */
    media: z.object({ files: z.int(), refused: z.array(z.string()) }),
    /** Which documents of the package have a refused file, seen or heard. */
    refusedIn: z.array(draftId),
    /** Texts read aloud that come along, and whether this site keeps them. */
    recordings: z.object({ brought: z.int() }),
    /** Signatures of the other office; they count where a coordinator brings the package. */
    signatures: z.object({ brought: z.int(), count: z.boolean() }),
    recalls: z.int(),
    /** Null while it was only looked at. `expected` is the course's hash in the office that sent it, `hash` what it would be here. */
    done: z.object({ written: z.int(), left: z.int(), hash, expected: hash, equal: z.boolean() }).nullable(),
  })
  .meta({ id: 'PackageTaken' });

export const bringInPackage = endpoint({
  id: 'exchange.package-in',
  method: 'POST',
  path: '/api/packages',
  summary: 'Look at a course package (application/zip), or bring it in: what is not here is added, what differs is left (`add`) or replaced (`replace`).',
  query: z.object({ do: z.enum(['look', 'add', 'replace']).optional(), plan: z.string().max(64).optional() }),
  success: { status: 200, body: packageTaken },
  problems: ['sign_in_first', 'not_allowed', 'plan_changed', 'packages_busy', 'draft_taken'],
});
