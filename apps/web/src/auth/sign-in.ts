import type { signInAnswer } from '@seek-justice/contracts/endpoints/sign-in.ts';
import { type Answer, call } from '../local/api.ts';

export type SignInAnswer = (typeof signInAnswer)['_zod']['output'];

/** Signs in with a card's code and PIN, or an e-mail address and password. */
export function signIn(login: string, secret: string): Promise<Answer<SignInAnswer>> {
  return call('POST', '/api/sign-in', { login, secret });
}

/** Sets the first PIN with the ticket that sign-in gave. */
export function setPin(ticket: string, pin: string): Promise<Answer<SignInAnswer>> {
  return call('POST', '/api/sign-in/pin', { ticket, pin });
}

/** Uses a one-time link. */
export function acceptInvitation(body: { token: string; password: string; name?: string; email?: string }): Promise<Answer<SignInAnswer>> {
  return call('POST', '/api/invitations/accept', body);
}
