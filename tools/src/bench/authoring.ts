import { authorsDesk } from './authoring/desk.ts';
import { publishing } from './authoring/publishing.ts';
import { twoAuthors } from './authoring/two-authors.ts';
import { typing } from './authoring/typing.ts';
import type { Bench, Figures } from './bench.ts';
import { startFaultyLine } from './faults/line.ts';
import { generator } from './faults/random.ts';
import { rounded } from './median.ts';
import { startServer } from './servers/child.ts';
import { withDatabase } from './servers/database.ts';
import { freePort } from './servers/free-port.ts';

/** What authors wait for, and whether two of them on a bad line lose anything. */
export const authoring: Bench = {
  name: 'authoring',
  data:
    'a course of 50 lessons of 20 blocks in both languages, published, then one sentence of it; typing 72 letters in a lesson of 200 blocks, 4× slower processor; ' +
    'two authors in one lesson of 8 blocks for a minute, a third of their exchanges with the server lost. SEED=… repeats one',
  run: (say) =>
    withDatabase(async (connection) => {
      const port = await freePort();
      const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
      const random = generator(seed);
      say(`seed ${seed}`);
      // Authors know the server by the line's address: what they write must come from a page of ours.
      const line = await startFaultyLine(`http://127.0.0.1:${port}`, random);
      const api = await startServer('api', { connection, host: '127.0.0.1', port, publicUrl: line.url, demo: true });
      try {
        const desk = await authorsDesk(api.url, line.url);
        const told = (figures: Figures): Figures => {
          say(Object.entries(figures).map(([key, value]) => `${key} ${rounded(value)}`).join(', '));
          return figures;
        };
        return { ...told(await publishing(desk)), ...told(await typing(desk, line.url)), ...(await twoAuthors(desk, line, random, say)) };
      } finally {
        await api.stop();
        await line.close();
      }
    }),
};
