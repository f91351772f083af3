import { DEMO_PASSWORD, DEMO_PIN } from '@seek-justice/seed/demo.ts';

/** A signed-in learner of the demo: its cookie and who it is. */
export interface Learner {
  cookie: string;
  person: string;
}

async function signIn(url: string, login: string, secret: string, origin = url): Promise<string> {
  const answer = await fetch(`${url}/api/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json', origin }, body: JSON.stringify({ login, secret }) });
  if (answer.status !== 200) throw new Error(`${login} cannot sign in: ${await answer.text()}`);
  return answer.headers.getSetCookie().map((set) => set.split(';')[0]).join('; ');
}

/** Signs in somebody of the demo's staff. `origin`: the address by which the server is known, where it is another. @returns the cookie. */
export function signInStaff(url: string, email: string, origin?: string): Promise<string> {
  return signIn(url, email, DEMO_PASSWORD, origin);
}

/** Signs in learner `DEMO-0001`, `DEMO-0002` …; the first 32 have no records yet. */
export async function signInLearner(url: string, number: number): Promise<Learner> {
  const cookie = await signIn(url, `DEMO-${String(number).padStart(4, '0')}`, DEMO_PIN);
  const me = (await (await fetch(`${url}/api/me`, { headers: { cookie } })).json()) as { person: { id: string } };
  return { cookie, person: me.person.id };
}

/** Several of them, one after another, beginning after number `skip`: each costs a password hash. */
export async function signInLearners(url: string, count: number, skip = 0): Promise<Learner[]> {
  const learners: Learner[] = [];
  for (let number = skip + 1; number <= skip + count; number += 1) learners.push(await signInLearner(url, number));
  return learners;
}
