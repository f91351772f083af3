import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

/** What a file is sent for: it says how large it may be and what it has to be. */
export const MEDIA_USES = ['image', 'audio', 'video', 'narration'] as const;
export const mediaUse = z.enum(MEDIA_USES);
export type MediaUse = z.output<typeof mediaUse>;

/**
 * Bytes that a file may have. Pictures as phones take them; half an hour of speech; ten minutes of film for a phone;
 * more minutes than anybody reads one part of a lesson aloud.
 */
export const MOST_BYTES: Readonly<Record<MediaUse, number>> = { image: 20_000_000, audio: 20_000_000, video: 200_000_000, narration: 4_000_000 };

/** Names an upload: the last part of the `Location` that its beginning was answered with. */
export const uploadId = z.string().regex(/^[0-9a-f]{32}$/);

const params = z.object({ id: uploadId });
const refused = ['sign_in_first', 'not_allowed', 'bad_request'] as const;

/** Uploads go by the tus protocol, version 1.0.0: what its headers mean stands there. */
export const beginUpload = endpoint({
  id: 'media.upload',
  method: 'POST',
  path: '/api/uploads',
  summary:
    'Begin an upload by the tus protocol (Upload-Length; Upload-Metadata with `use`: image, audio, video or narration; every other name in it is dropped). Location, which is relative, names the upload. It belongs to who began it, and is gone after a day.',
  success: { status: 201, body: null },
  problems: [...refused, 'media_large'],
});

export const lookAtUpload = endpoint({
  id: 'media.upload-look',
  method: 'HEAD',
  path: '/api/uploads/:id',
  summary: 'How much of an upload has arrived (Upload-Offset).',
  params,
  success: { status: 200, body: null },
  problems: [...refused, 'upload_gone'],
});

export const goOnUpload = endpoint({
  id: 'media.upload-go-on',
  method: 'PATCH',
  path: '/api/uploads/:id',
  summary: 'Send more of an upload, from where it stands (Upload-Offset; application/offset+octet-stream). What has arrived before a line breaks is kept.',
  params,
  success: { status: 204, body: null },
  problems: [...refused, 'upload_gone', 'upload_moved', 'media_large'],
});

export const dropUpload = endpoint({
  id: 'media.upload-drop',
  method: 'DELETE',
  path: '/api/uploads/:id',
  summary: 'Throw an upload away, whether it is whole or not.',
  params,
  success: { status: 204, body: null },
  problems: [...refused, 'upload_gone'],
});
