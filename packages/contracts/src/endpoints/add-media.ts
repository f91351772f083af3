import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { hash } from '../parts.ts';
import { mediaUse, uploadId } from './upload.ts';

const source = z.object({ hash, type: z.string(), bytes: z.int(), width: z.int(), height: z.int() }).meta({ id: 'MediaSource' });

/** A file as a block names it: `MediaFile` of the domain. */
export const mediaFile = z
  .object({
    hash,
    type: z.string(),
    bytes: z.int(),
    width: z.int().optional(),
    height: z.int().optional(),
    ms: z.int().optional(),
    sources: z.array(source).optional(),
  })
  .meta({ id: 'MediaFile' });

export const addMedia = endpoint({
  id: 'media.add',
  method: 'POST',
  path: '/api/media',
  summary:
    'Take a whole upload as a picture, a sound or a film: looked at by its content, without anything that it tells of people or places, made small for phones. Only editors may fetch it until a course that names it is published. Sending again is safe.',
  body: z.object({ upload: uploadId, use: mediaUse.exclude(['narration']) }).meta({ id: 'AddMedia' }),
  success: { status: 201, body: mediaFile },
  problems: ['sign_in_first', 'not_allowed', 'upload_gone', 'upload_unfinished', 'media_type', 'media_spoilt', 'media_large'],
});
