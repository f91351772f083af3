import { endpoint } from '../endpoint.ts';

export const media = endpoint({
  id: 'media.file',
  method: 'GET',
  path: '/api/media/:hash',
  summary: 'An audio file by its hash: immutable, whole or in one range, for whoever may read the course that it belongs to.',
  // Bytes, not JSON: the controller says of which types.
  success: { status: 200, body: null },
  problems: ['not_found'],
});
