import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { hash } from '../parts.ts';
import { draftId, langTag } from './draft.ts';
import { uploadId } from './upload.ts';

/** Key of a part that is read aloud: ids of things joined by dots, and what it is of them (`:title`, `b1.a:outcome`). */
export const partKey = z.string().max(120).regex(/^(?:[a-z0-9]{1,12}(?:\.[a-z0-9]{1,12})*)?(?::[a-z]{1,10})?$/).min(1);

const clip = z.object({ media: hash, ms: z.int(), bytes: z.int(), type: z.enum(['audio/webm', 'audio/ogg', 'audio/mp4']) }).meta({ id: 'DraftClip' });

/** One part of a lesson or quiz with what was recorded of it. */
export const narrationPart = z
  .object({
    key: partKey,
    /** As it is to be read; a number to call stands as `{contact:id}`. */
    text: z.string(),
    /** Heard only by who chooses it. */
    aside: z.boolean(),
    state: z.enum(['recorded', 'stale', 'missing']),
    clip: clip.nullable(),
    /** What was taken away of it and may be put back. */
    removed: clip.nullable(),
    /** What the recording says, where that is known. */
    readText: z.string().nullable(),
  })
  .meta({ id: 'NarrationPart' });

const params = z.object({ id: draftId });

export const draftNarration = endpoint({
  id: 'drafts.narration',
  method: 'GET',
  path: '/api/drafts/:id/narration',
  summary: 'What of a lesson or quiz is read aloud in a language, in order, and what was recorded of it.',
  params,
  query: z.object({ lang: langTag }),
  success: { status: 200, body: z.object({ parts: z.array(narrationPart) }).meta({ id: 'DraftNarration' }) },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'bad_request'],
});

export const recordClip = endpoint({
  id: 'drafts.record',
  method: 'POST',
  path: '/api/drafts/:id/clips',
  summary: 'Take a whole upload (use `narration`) as the recording of a part. `source` is the SHA-256 of the text that was read: has it changed meanwhile, the recording is kept and is stale. Sending again is safe.',
  params,
  body: z.object({ lang: langTag, key: partKey, upload: uploadId, source: hash }).meta({ id: 'RecordClip' }),
  success: { status: 201, body: narrationPart },
  problems: ['sign_in_first', 'not_allowed', 'not_found', 'upload_gone', 'upload_unfinished', 'media_type', 'media_spoilt', 'media_large'],
});

export const removeClip = endpoint({
  id: 'drafts.unrecord',
  method: 'POST',
  path: '/api/drafts/:id/clips/remove',
  summary: 'Take the recording of a part away: the next publish is without it.',
  params,
  body: z.object({ lang: langTag, key: partKey }).meta({ id: 'RemoveClip' }),
  success: { status: 200, body: narrationPart },
  problems: ['sign_in_first', 'not_allowed', 'not_found'],
});

export const putClipBack = endpoint({
  id: 'drafts.put-clip-back',
  method: 'POST',
  path: '/api/drafts/:id/clips/restore',
  summary: 'Put back a recording that was taken away, as it was. Sending again is safe; where the part has been recorded anew, nothing changes.',
  params,
  body: z.object({ lang: langTag, key: partKey, media: hash }).meta({ id: 'PutClipBack' }),
  success: { status: 200, body: narrationPart },
  problems: ['sign_in_first', 'not_allowed', 'not_found'],
});
