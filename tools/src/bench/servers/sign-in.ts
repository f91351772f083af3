import { DEMO_PIN } from '@seek-justice/seed/demo.ts';

/** A signed-in learner of the demo: its cookie and who it is. */
export interface Learner {
  cookie: string;
  person: string;
}

/** Signs in learner `DEMO-0001`, `DEMO-0002` …; the first 32 have no records yet. */
export async function signInLearner(url: string, number: number): Promise<Learner> {
  const headers = { 'content-type': 'application/json', origin: url };
  const body = JSON.stringify({ login: `DEMO-${String(number).padStart(4, '0')}`, secret: DEMO_PIN });
  const answer = await fetch(`${url}/api/sign-in`, { method: 'POST', headers, body });
  if (answer.status !== 200) throw new Error(`A learner cannot sign in: ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((set) => set.split(';')[0]).join('; ');
  const me = (await (await fetch(`${url}/api/me`, { headers: { cookie } })).json()) as { person: { id: string } };
  return { cookie, person: me.person.id };
}

/** Several of them, one after another, beginning after number `skip`: each costs a password hash. */
export async function signInLearners(url: string, count: number, skip = 0): Promise<Learner[]> {
  const learners: Learner[] = [];
  for (let number = skip + 1; number <= skip + count; number += 1) learners.push(await signInLearner(url, number));
  return learners;
}
