import type { Bench, Figures } from './bench.ts';
import { inTurn } from './in-turn.ts';
import { drive } from './load/drive.ts';
import { requestBytes } from './load/request.ts';
import { sameRequest } from './load/same-page.ts';
import { startServer } from './servers/child.ts';
import { type OpenCourse, readOpenCourse } from './servers/curriculum.ts';
import { withDatabase } from './servers/database.ts';
import { type Learner, signInLearners } from './servers/sign-in.ts';
import { bodiesOf } from './stored/bodies.ts';
import { fill } from './stored/fill.ts';
import { asOwner } from './stored/owner.ts';

const CONNECTIONS = 16;
const TURNS = 5;
const TURN_MS = 1_500;
const WARM_UP_MS = 2_000;
const PEOPLE = 10_000;

/** How fast lesson pages and snapshots are handed out, against the same bytes from a plain server. */
export const lessonRead: Bench = {
  name: 'lesson-read',
  data: `first lesson in Khmer as brotli, ${CONNECTIONS} connections of ${CONNECTIONS} signed-in learners; ${PEOPLE} people with 20 records each stored (seed seek-justice-bench-1)`,
  run: (say) =>
    withDatabase(async (connection) => {
      const api = await startServer('api', { connection, host: '127.0.0.1', port: 0, demo: true });
      try {
        const course = await readOpenCourse(api.url);
        const learners = await signInLearners(api.url, CONNECTIONS);
        const bodies = bodiesOf(course);
        const measure = () => measureAll(api.url, course, learners, say);
        await asOwner(connection, (owner) => fill(owner, bodies, 1, PEOPLE / 10));
        const tenth = await measure();
        await asOwner(connection, (owner) => fill(owner, bodies, PEOPLE / 10 + 1, PEOPLE));
        const full = await measure();
        return { ...full, page_ratio_at_tenth: tenth.page_ratio ?? 0, snapshot_ratio_at_tenth: tenth.snapshot_ratio ?? 0 };
      } finally {
        await api.stop();
      }
    }),
};

async function measureAll(url: string, { manifest }: OpenCourse, learners: readonly Learner[], say: (line: string) => void): Promise<Figures> {
  const lesson = manifest.modules[0]?.lessons[0];
  const page = await against(url, `/learn/${lesson?.id}?lang=km`, learners, say);
  const snapshot = await against(url, `/api/snapshots/${lesson?.leaves.km?.hash}`, learners, say);
  return {
    page_ratio: page.ours / page.bare,
    snapshot_ratio: snapshot.ours / snapshot.bare,
    page_per_s: page.ours,
    snapshot_per_s: snapshot.ours,
    bare_per_s: page.bare,
    page_bytes: page.bytes,
  };
}

async function against(url: string, path: string, learners: readonly Learner[], say: (line: string) => void) {
  const headers = (learner: Learner) => ({ 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'km', cookie: learner.cookie });
  // fetch undoes the compression; the very bytes are read from the wire.
  const { body, type } = await asSent(requestBytes('GET', url + path, headers(learners[0] as Learner)), url);
  const answer = { base64: body.toString('base64'), headers: { 'content-type': type, 'content-encoding': 'br' } };
  const bare = await startServer('bare', { bodies: { [path]: answer } });
  try {
    const load = (to: string, ms: number) => drive(to, learners.map((learner) => sameRequest(requestBytes('GET', to + path, headers(learner)), body.length)), ms);
    await load(url, WARM_UP_MS);
    const { busy } = await load(bare.url, WARM_UP_MS);
    const medians = await inTurn(TURNS, {
      ours: async () => (await load(url, TURN_MS)).perSecond,
      bare: async () => (await load(bare.url, TURN_MS)).perSecond,
    });
    say(`${path.slice(0, 24)}: ${body.length} bytes, ours ${Math.round(medians.ours)}/s, bare ${Math.round(medians.bare)}/s (generator ${Math.round(busy * 100)} % busy with bare)`);
    return { ...medians, bytes: body.length };
  } finally {
    await bare.stop();
  }
}

async function asSent(request: Buffer, url: string): Promise<{ body: Buffer; type: string }> {
  let seen: { body: Buffer; type: string } | undefined;
  const once = {
    next: () => request,
    answered: ({ status, headers, body }: { status: number; headers: string; body: Buffer }) => {
      if (status !== 200 || !/\r\ncontent-encoding: br/i.test(headers)) throw new Error(`Not a page as brotli: ${headers}`);
      seen = { body: Buffer.from(body), type: /\r\ncontent-type: ([^\r]+)/i.exec(headers)?.[1] ?? '' };
    },
  };
  await drive(url, [once], 0);
  if (!seen) throw new Error('Nothing was answered.');
  return seen;
}
