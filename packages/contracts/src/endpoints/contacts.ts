import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { hash, localizedText } from '../parts.ts';

/** What is known of a recording. */
const clip = z
  .object({
    media: hash,
    bytes: z.int(),
    ms: z.int(),
    type: z.enum(['audio/webm', 'audio/ogg', 'audio/mp4']),
    source: hash,
    numbers: z.record(z.string(), z.string()).optional(),
    stale: z.boolean().optional(),
  })
  .meta({ id: 'Clip' });

export const contact = z
  .object({
    id: z.string(),
    number: z.string(),
    name: localizedText,
    answers: localizedText,
    kind: z.enum(['police', 'helpline', 'ngo', 'care']),
    free: z.boolean().nullable(),
    hours: z.enum(['always']).nullable(),
    languages: z.array(z.string()),
    anonymous: z.boolean().nullable(),
    reportsTo: z.enum(['police']).nullable(),
    source: z.string(),
    sourceTitle: localizedText.optional(),
    verifiedOn: z.string().nullable(),
    reviewBy: z.string().nullable(),
    narration: z.record(z.string(), clip).optional(),
  })
  .meta({ id: 'Contact' });

export const contacts = endpoint({
  id: 'directory.contacts',
  method: 'GET',
  path: '/api/contacts',
  summary: 'Numbers to call, with when they were last confirmed. No sign-in.',
  success: { status: 200, body: z.object({ contacts: z.array(contact) }).meta({ id: 'Contacts' }) },
  problems: [],
});
