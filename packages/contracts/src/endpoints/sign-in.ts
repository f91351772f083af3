import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

/** Where a successful sign-in leads, or that a first PIN has to be chosen. */
export const signInAnswer = z
  .discriminatedUnion('next', [
    z.object({ next: z.literal('learn') }),
    z.object({ next: z.literal('staff') }),
    z.object({ next: z.literal('set-pin'), ticket: z.string() }),
  ])
  .meta({ id: 'SignInAnswer' });

export const signIn = endpoint({
  id: 'auth.sign-in',
  method: 'POST',
  path: '/api/sign-in',
  summary: 'Sign in with a printed code and PIN, or an e-mail address and password. Every failure is the same answer.',
  body: z.object({ login: z.string().max(200), secret: z.string().max(200) }).meta({ id: 'SignIn' }),
  success: { status: 200, body: signInAnswer },
  problems: ['sign_in_failed', 'sign_in_off', 'bad_origin', 'bad_request'],
});
