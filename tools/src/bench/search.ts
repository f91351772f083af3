import { setTimeout } from 'node:timers/promises';
import type { Connection } from '../postgres/address.ts';
import type { Bench } from './bench.ts';
import { inTurn } from './in-turn.ts';
import { type Client, drive } from './load/drive.ts';
import { requestBytes } from './load/request.ts';
import { foundRatio } from './search/found.ts';
import { BLOCKS_EACH, LANGS, type Phrases, publishSynthetic, queries, readPhrases, SEED } from './search/synthetic.ts';
import { PlainLike } from './search/yardsticks.ts';
import { startServer } from './servers/child.ts';
import { readOpenCourse } from './servers/curriculum.ts';
import { withDatabase } from './servers/database.ts';
import { asOwner } from './stored/owner.ts';

const BLOCKS = 50_000;
const CLIENTS = 16;
const QUERIES = 800;
/** The bare server hands out what was answered to the first ones. */
const BARE_ANSWERS = 80;
const WARM_UP_MS = 3_000;
const TURNS = 3;
const TURN_MS = 4_000;
const LOOK_MS = 500;

/** How long a search takes while others search, and whether it finds what it should. */
export const search: Bench = {
  name: 'search',
  data: `${BLOCKS} blocks, half of them Khmer, made of the seeded curriculum's phrases (seed ${SEED}); ${CLIENTS} clients, ${QUERIES} queries in turn (seed ${SEED + 1}); sentences planted by hand`,
  run: (say) =>
    withDatabase(async (connection) => {
      const api = await startServer('api', { connection, host: '127.0.0.1', port: 0, demo: false });
      try {
        const phrases = await readPhrases(api.url, (await readOpenCourse(api.url)).manifest);
        const tenth = await measure(api.url, connection, phrases, BLOCKS / 10, say);
        const full = await measure(api.url, connection, phrases, BLOCKS, say);
        return { ...full, ...Object.fromEntries(Object.entries(tenth).map(([key, figure]) => [`${key}_at_tenth`, figure])) };
      } finally {
        await api.stop();
      }
    }),
};

async function measure(url: string, connection: Connection, phrases: Phrases, blocks: number, say: (line: string) => void) {
  const lessons = blocks / BLOCKS_EACH / LANGS.length;
  const indexed = await publishAndWait(connection, phrases, lessons, blocks);
  const found = await foundRatio(url, lessons);
  say(`${blocks} blocks findable after ${indexed.toFixed(1)} s; ${Math.round(found * 100)} % of what is planted is found right`);
  const asked = queries(phrases, QUERIES);
  const addresses = asked.map(({ q, lang }) => `/api/search?${new URLSearchParams({ q, lang }).toString()}`);
  const toBare = addresses.slice(0, BARE_ANSWERS);
  const bodies: Record<string, object> = {};
  for (const path of toBare) bodies[path] = await answerAt(url + path);
  const bare = await startServer('bare', { bodies });
  const like = new PlainLike(connection, CLIENTS);
  try {
    await like.open();
    const at = (times: number[], share: number): number => times.sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
    const ask = (to: string, paths: readonly string[], ms: number) => timed(paths.map((path) => requestBytes('GET', to + path, {})), to, ms);
    await ask(url, addresses, WARM_UP_MS);
    await ask(bare.url, toBare, WARM_UP_MS);
    const all: number[] = [];
    const p95 = await inTurn(TURNS, {
      ours: async () => {
        const times = await ask(url, addresses, TURN_MS);
        all.push(...times);
        return at(times, 0.95);
      },
      bare: async () => at(await ask(bare.url, toBare, TURN_MS), 0.95),
      like: async () => at(await like.run(asked.map(({ q }) => q), TURN_MS), 0.95),
    });
    const perSecond = (all.length * 1000) / TURN_MS / TURNS;
    say(`${blocks} blocks: p50 ${at(all, 0.5).toFixed(1)} ms, p95 ${p95.ours.toFixed(1)} ms, ${Math.round(perSecond)}/s; p95 of a bare server ${p95.bare.toFixed(1)} ms, of plain LIKE ${p95.like.toFixed(1)} ms`);
    return { p95_ms: p95.ours, p50_ms: at(all, 0.5), per_s: perSecond, bare_p95_ms: p95.bare, bare_ratio: p95.ours / p95.bare, like_p95_ms: p95.like, like_ratio: p95.ours / p95.like, found_ratio: found };
  } finally {
    await like.close();
    await bare.stop();
  }
}

/** @returns seconds until every block was findable. */
function publishAndWait(connection: Connection, phrases: Phrases, lessons: number, blocks: number): Promise<number> {
  return asOwner(connection, async (owner) => {
    const begun = performance.now();
    await publishSynthetic(owner, phrases, lessons);
    for (let made = 0; made < blocks; await setTimeout(LOOK_MS)) {
      const { rows } = await owner.query(`SELECT count(*)::int AS made FROM search_entries WHERE course = 'synthetic' AND block IS NOT NULL`);
      made = rows[0].made as number;
    }
    const seconds = (performance.now() - begun) / 1000;
    await owner.query('VACUUM ANALYZE search_entries');
    return seconds;
  });
}

async function answerAt(address: string) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`A search was answered with ${answer.status}.`);
  return { base64: Buffer.from(await answer.arrayBuffer()).toString('base64'), headers: { 'content-type': answer.headers.get('content-type') } };
}

/** How long each of `CLIENTS` clients waited for its answers, in milliseconds. */
async function timed(asked: readonly Buffer[], url: string, milliseconds: number): Promise<number[]> {
  const times: number[] = [];
  let turn = 0;
  const clients = Array.from({ length: CLIENTS }, (): Client => {
    let begun = 0;
    return {
      next: () => {
        begun = performance.now();
        return asked[turn++ % asked.length] ?? null;
      },
      answered: ({ status, headers }) => {
        if (status !== 200) throw new Error(`A search failed: ${headers}`);
        times.push(performance.now() - begun);
      },
    };
  });
  await drive(url, clients, milliseconds);
  return times;
}
