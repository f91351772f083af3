import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, startTestApi, type TestApi } from './api.ts';
import { Sender } from './uploads.ts';

/** An API of its own with an author and a reviewer at work. */
export interface AuthorDesk {
  api: TestApi;
  author: Browser;
  reviewer: Browser;
  /** Sends the author's files. */
  sender: Sender;
  /** Where they are kept. */
  mediaDir: string;
  /** Id of the first course. */
  course: string;
  stop(): Promise<void>;
}

export async function startAuthorDesk(): Promise<AuthorDesk> {
  const mediaDir = mkdtempSync(join(tmpdir(), 'desk-'));
  const api = await startTestApi({ mediaDir });
  const [author, reviewer] = [await api.as('author@example.org'), await api.as('reviewer@example.org')];
  return {
    api,
    author,
    reviewer,
    sender: new Sender(api.url, author),
    mediaDir,
    course: (await author.get('/api/drafts')).body.courses[0].id as string,
    async stop() {
      await api.stop();
      rmSync(mediaDir, { recursive: true });
    },
  };
}
