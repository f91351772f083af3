import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { signInStaff } from '../servers/sign-in.ts';

/** An author at work by HTTP alone: fills what the browser then opens. */
export interface Desk {
  url: string;
  /** Of the session, `name=value`. */
  cookie: string;
  /** @throws Error where an edit was not taken as it is. */
  edit(id: string, edits: readonly Edit[]): Promise<void>;
  begin(kind: Document['kind'], id: string, parent: string | null): Promise<void>;
  read(id: string): Promise<Document>;
  ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T>;
}

/** Signs in the demo's author. `origin`: the address that the server is known by. */
export async function authorsDesk(url: string, origin: string): Promise<Desk> {
  const cookie = await signInStaff(url, 'author@example.org', origin);
  const ask = async <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> => {
    const headers = { cookie, origin, ...(body ? { 'content-type': 'application/json' } : {}) };
    const answer = await fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    url,
    cookie,
    ask,
    async edit(id, edits) {
      for (let at = 0; at < edits.length; at += 200) {
        const { outcomes } = await ask<{ outcomes: { result: string }[] }>('POST', `/api/drafts/${id}/edits`, { version: 0, edits: edits.slice(at, at + 200) });
        const wrong = outcomes.find(({ result }) => result !== 'done');
        if (wrong) throw new Error(`An edit of ${id} was ${wrong.result}.`);
      }
    },
    begin: async (kind, id, parent) => void (await ask('POST', '/api/drafts', { id, kind, parent, after: null, source: 'en' })),
    read: async (id) => (await ask<{ document: Document }>('GET', `/api/drafts/${id}`)).document,
  };
}
