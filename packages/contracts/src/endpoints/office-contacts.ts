import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { localizedText, plain } from '../parts.ts';
import { contact } from './contacts.ts';

export const contactId = z.string().regex(/^[a-z0-9-]{1,60}$/);
const version = z.int().min(1);

/** In every language of the site; the service asks for each. */
const words = (longest: number) => z.record(z.string().max(3), plain.trim().max(longest));

/** What staff say of a number to call. `null`: nobody knows it yet. */
const contactWords = z
  .object({
    name: words(120),
    answers: words(400),
    /** As it is dialled, in ASCII digits. */
    number: plain.trim().max(24),
    kind: contact.shape.kind,
    free: z.boolean().nullable(),
    hours: z.enum(['always']).nullable(),
    languages: z.array(z.string().max(3)).max(8),
    anonymous: z.boolean().nullable(),
    reportsTo: z.enum(['police']).nullable(),
    /** Where it is known from. */
    sourceTitle: words(200),
  })
  .meta({ id: 'ContactWords' });

/** One thing that somebody did with a number; never public. */
const contactChange = z
  .object({
    what: z.enum(['added', 'changed', 'confirmed', 'retired', 'restored']),
    /** Day in the site's time zone. */
    on: z.string(),
    /** null: the account is gone. */
    by: z.string().nullable(),
    /** Names of the fields that changed. */
    fields: z.array(z.string()),
    /** The number before and after, where it changed. */
    number: z.object({ before: z.string(), after: z.string() }).nullable(),
  })
  .meta({ id: 'ContactChange' });

/** A lesson or quiz whose text names a number; a quiz goes by the title of its module. */
const namedIn = z.object({ id: z.string(), kind: z.enum(['lesson', 'quiz']), title: localizedText }).meta({ id: 'NamedIn' });

export const officeContact = z
  .object({
    contact,
    version,
    state: z.enum(['unconfirmed', 'confirmed', 'overdue', 'retired']),
    /** Newest first. */
    history: z.array(contactChange),
    published: z.array(namedIn),
    /** Texts that authors work on; not those that name it in what is published. */
    drafts: z.array(namedIn),
  })
  .meta({ id: 'OfficeContact' });

const one = { status: 200, body: officeContact } as const;
const params = z.object({ id: contactId });

export const officeContacts = endpoint({
  id: 'contacts.office',
  method: 'GET',
  path: '/api/office/contacts',
  summary: 'Numbers to call as the office sees them: how sure they are, who did what with them, which texts name them.',
  success: { status: 200, body: z.object({ contacts: z.array(officeContact), today: z.string() }).meta({ id: 'OfficeContacts' }) },
  problems: ['sign_in_first', 'not_allowed'],
});

export const addContact = endpoint({
  id: 'contacts.add',
  method: 'POST',
  path: '/api/office/contacts',
  summary: 'Add a number to call. It is offered at once, as one that nobody has confirmed. For coordinators of the whole country.',
  body: contactWords,
  success: { status: 201, body: officeContact },
  problems: ['sign_in_first', 'not_allowed', 'bad_request', 'bad_origin'],
});

export const changeContact = endpoint({
  id: 'contacts.change',
  method: 'POST',
  path: '/api/office/contacts/:id',
  summary: 'Write a number to call anew. Another number is one that nobody has confirmed. For coordinators of the whole country.',
  params,
  body: contactWords.extend({ version }).meta({ id: 'ChangeContact' }),
  success: one,
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'contact_moved_on', 'bad_request', 'bad_origin'],
});

export const confirmContact = endpoint({
  id: 'contacts.confirm',
  method: 'POST',
  path: '/api/office/contacts/:id/confirm',
  summary: 'Say that one has rung the number today, as `version` has it, and by when somebody rings it again.',
  params,
  body: z.object({ version, reviewBy: z.iso.date() }).meta({ id: 'ConfirmContact' }),
  success: one,
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'contact_moved_on', 'bad_request', 'bad_origin'],
});

export const retireContact = endpoint({
  id: 'contacts.retire',
  method: 'POST',
  path: '/api/office/contacts/:id/retire',
  summary: 'Give a number out no more, or again. Refused while published text names it. For coordinators of the whole country.',
  params,
  body: z.object({ version, retired: z.boolean() }).meta({ id: 'RetireContact' }),
  success: one,
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'contact_moved_on', 'contact_named', 'contact_last', 'bad_request', 'bad_origin'],
});
