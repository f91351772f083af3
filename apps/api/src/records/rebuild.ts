import type { Database } from '../database/database.ts';
import { rebuildMerges } from './people-components.ts';
import type { Published } from './published.ts';
import { foldTally, readRecords } from './stored-records.ts';
import { wholeStandings } from './whole-standings.ts';
import { writeStandings } from './write-standings.ts';

/** Subjects folded in one transaction: few enough that it ends within seconds. */
const TOGETHER = 500;
/** While one part is folded here, PostgreSQL reads or writes the other. */
const AT_ONCE = 3;

export interface Rebuilt {
  subjects: number;
  records: number;
}

/**
 * Folds every stored record again and replaces progress and standing: the proof that both are droppable. Safe beside
 * running appends: each subject is locked while it is folded.
 */
export async function rebuild(database: Database, published: Published): Promise<Rebuilt> {
  await database.transaction(rebuildMerges);
  await database.query('INSERT INTO progress (subject) SELECT DISTINCT subject FROM records ON CONFLICT DO NOTHING');
  const done = { subjects: 0, records: 0 };
  const parts = subjectsByPart(database);
  // Workers take turns at one list of parts, so a part is nobody's twice.
  let turn: Promise<unknown> = Promise.resolve();
  const next = (): Promise<IteratorResult<string[]>> => {
    const result = turn.then(() => parts.next());
    turn = result;
    return result;
  };
  const work = async (): Promise<void> => {
    for (let part = await next(); !part.done; part = await next()) {
      const records = await rebuildSubjects(database, part.value, published);
      // Added after the wait: `+= await` would keep a sum that other workers have raised meanwhile.
      done.records += records;
      done.subjects += part.value.length;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return done;
}

async function* subjectsByPart(database: Database): AsyncGenerator<string[], void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await database.query<{ subject: string }>('SELECT subject FROM progress WHERE subject > $1 ORDER BY subject LIMIT $2', [after, TOGETHER]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ subject }) => subject);
    after = last.subject;
  }
}

/** Folds some subjects anew. @returns how many records they have. */
export function rebuildSubjects(database: Database, subjects: readonly string[], published: Published): Promise<number> {
  return database.transaction(async (client) => {
    await client.query('SELECT 1 FROM progress WHERE subject = ANY($1) ORDER BY subject FOR UPDATE', [subjects]);
    const records = await readRecords(client, subjects);
    const courses = await published.coursesNow(client);
    let count = 0;
    const own = [];
    for (const [subject, stored] of records) {
      const folded = await foldTally(stored, published);
      count += folded.count;
      own.push({ subject, tally: folded.tally });
    }
    await writeStandings(client, await wholeStandings(client, own, courses, published));
    return count;
  });
}
