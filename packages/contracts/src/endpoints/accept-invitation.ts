import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { personName } from '../parts.ts';
import { signInAnswer } from './sign-in.ts';

export const acceptInvitation = endpoint({
  id: 'auth.accept-invitation',
  method: 'POST',
  path: '/api/invitations/accept',
  summary: 'Use a one-time link: set the password of an invited account, or create the first coordinator.',
  body: z
    .object({
      token: z.string().max(200),
      password: z.string().max(200),
      /** Asked of the first coordinator alone; invited accounts have theirs already. */
      name: personName.optional(),
      email: z.email().max(200).optional(),
    })
    .meta({ id: 'AcceptInvitation' }),
  success: { status: 200, body: signInAnswer },
  problems: ['invitation_used', 'password_short', 'email_taken', 'sign_in_off', 'bad_origin', 'bad_request'],
});
