import { endpoint } from '../endpoint.ts';

export const signOut = endpoint({
  id: 'auth.sign-out',
  method: 'POST',
  path: '/api/sign-out',
  summary: 'End this session. Nothing that waits on the phone is touched.',
  success: { status: 204, body: null },
  problems: ['bad_origin'],
});
