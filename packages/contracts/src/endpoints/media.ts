import { endpoint } from '../endpoint.ts';

export const media = endpoint({
  id: 'media.file',
  method: 'GET',
  path: '/api/media/:hash',
  summary: 'A picture, a sound or a film by its hash: immutable, whole or in one range, for whoever may read a course that names it; for editors before that.',
  // Bytes, not JSON: the controller says of which types.
  success: { status: 200, body: null },
  problems: ['not_found'],
});
