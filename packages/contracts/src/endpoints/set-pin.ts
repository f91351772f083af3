import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { signInAnswer } from './sign-in.ts';

export const setPin = endpoint({
  id: 'auth.set-pin',
  method: 'POST',
  path: '/api/sign-in/pin',
  summary: 'Choose the six-digit PIN at first use, with the ticket from sign-in. Khmer digits are accepted.',
  body: z.object({ ticket: z.string().max(200), pin: z.string().max(40) }).meta({ id: 'SetPin' }),
  success: { status: 200, body: signInAnswer },
  problems: ['ticket_expired', 'pin_form', 'sign_in_off', 'bad_origin', 'bad_request'],
});
