import { setTimeout } from 'node:timers/promises';
import type { Connection } from '../postgres/address.ts';
import type { Bench } from './bench.ts';
import { type Client, drive } from './load/drive.ts';
import { requestBytes } from './load/request.ts';
import { BLOCKS_EACH, LANGS, type Phrases, publishSynthetic, queries, readPhrases } from './search/synthetic.ts';
import { startServer } from './servers/child.ts';
import { readOpenCourse } from './servers/curriculum.ts';
import { withDatabase } from './servers/database.ts';
import { asOwner } from './stored/owner.ts';

const BLOCKS = 50_000;
const CLIENTS = 16;
const QUERIES = 800;
const WARM_UP_MS = 3_000;
const MEASURE_MS = 10_000;
const LOOK_MS = 500;

/** How long a search takes while others search. */
export const search: Bench = {
  name: 'search',
  data: `${BLOCKS} blocks, half of them Khmer, made of the seeded curriculum's phrases (seed 20260301); ${CLIENTS} clients, ${QUERIES} queries in turn`,
  run: (say) =>
    withDatabase(async (connection) => {
      const api = await startServer('api', { connection, host: '127.0.0.1', port: 0, demo: false });
      try {
        const phrases = await readPhrases(api.url, (await readOpenCourse(api.url)).manifest);
        const tenth = await measure(api.url, connection, phrases, BLOCKS / 10, say);
        const full = await measure(api.url, connection, phrases, BLOCKS, say);
        return { p95_ms: full.p95, p95_ms_at_tenth: tenth.p95, p50_ms: full.p50, per_s: full.perSecond };
      } finally {
        await api.stop();
      }
    }),
};

async function measure(url: string, connection: Connection, phrases: Phrases, blocks: number, say: (line: string) => void) {
  const lessons = blocks / BLOCKS_EACH / LANGS.length;
  const begun = performance.now();
  await asOwner(connection, async (owner) => {
    await publishSynthetic(owner, phrases, lessons);
    for (let made = 0; made < blocks; await setTimeout(LOOK_MS)) {
      const { rows } = await owner.query(`SELECT count(*)::int AS made FROM search_entries WHERE course = 'synthetic' AND block IS NOT NULL`);
      made = rows[0].made as number;
    }
    say(`${blocks} blocks findable after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    await owner.query('VACUUM ANALYZE search_entries');
  });
  const asked = queries(phrases, QUERIES).map(({ q, lang }) => requestBytes('GET', `${url}/api/search?${new URLSearchParams({ q, lang }).toString()}`, {}));
  await drive(url, clients(asked, []), WARM_UP_MS);
  const times: number[] = [];
  const { perSecond, busy } = await drive(url, clients(asked, times), MEASURE_MS);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  say(`${blocks} blocks: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, ${Math.round(perSecond)}/s (generator ${Math.round(busy * 100)} % busy)`);
  return { p50: at(0.5), p95: at(0.95), perSecond };
}

function clients(asked: readonly Buffer[], times: number[]): Client[] {
  let turn = 0;
  return Array.from({ length: CLIENTS }, () => {
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
}
