// Runs in a phone's page, beside the app that is open there: made of the same sources, with the same tables and locks,
// it is to the app what another tab of it is. Bundled by hook.ts; the product carries none of this.
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import { mergeStates, type State } from '@seek-justice/domain/records/state.ts';
import { currentSession, recallSession } from '../../../../apps/web/src/auth/session.ts';
import { stateOfOutbox } from '../../../../apps/web/src/features/progress/progress.ts';
import { call } from '../../../../apps/web/src/local/api.ts';
import { append } from '../../../../apps/web/src/records/append.ts';
import { allEntries } from '../../../../apps/web/src/records/outbox.ts';
import { recordsNow, refreshStatus } from '../../../../apps/web/src/records/status.ts';
import type { Hook } from './hook.ts';

const hook: Hook = {
  async begin() {
    await recallSession();
    return currentSession().me?.person.id ?? null;
  },
  async write(facts) {
    const tell = (globalThis as unknown as { madeRecord: (id: string) => void }).madeRecord;
    for (const { type, text } of facts) {
      const entry = await append(type, JSON.parse(text) as { [key: string]: Json });
      if (!entry) throw new Error('nothing was written: the page does not know its reader');
      // Said only now: from here on the phone has promised to keep it.
      tell(entry.id);
    }
  },
  async entries() {
    return (await allEntries()).map(({ id, owner, seq, state, code }) => ({ id, owner, seq, state, ...(code ? { code } : {}) }));
  },
  async progress(person) {
    await refreshStatus();
    const answer = await call<{ state: State }>('GET', `/api/people/${person}/progress`);
    if (!answer.ok) throw new Error(`no progress: ${answer.status}`);
    const { me } = currentSession();
    const own = stateOfOutbox(recordsNow().mine, me?.roles ?? []);
    return { readable: recordsNow().mine.filter(({ envelope }) => envelope).length, state: canonical(mergeStates(own, answer.body.state) as unknown as Json) };
  },
};
(globalThis as unknown as { bench: Hook }).bench = hook;
