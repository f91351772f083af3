import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from './support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('a course that is for others from now on', () => {
  it('takes its unchanged texts along, and brings them back', async () => {
    const author = await api.as('author@example.org');
    const { id } = (await author.get('/api/drafts')).body.courses[0];
    const manifest = (await api.visitor().get(`/api/snapshots/${(await api.visitor().get('/api/curriculum')).body.courses[0].hash}`)).body;
    const leaf = `/api/snapshots/${manifest.modules[0].lessons[0].leaves.km.hash}`;
    const pastor = await api.as('DEMO-0004');
    const statuses = async () => [(await api.visitor().get(leaf)).status, (await pastor.get(leaf)).status];
    const open = async (was: string, value: string) => {
      expect((await author.post(`/api/drafts/${id}/edits`, { version: 0, edits: [{ op: 'set', path: ['audience'], was, value }] })).body.outcomes).toEqual([{ result: 'done' }]);
      expect((await author.post(`/api/courses/${id}/publish`, { kind: 'correction', note: {}, release: false })).status).toBe(200);
    };
    expect(await statuses()).toEqual([200, 200]);
    await open('open', 'signed-in');
    expect(await statuses()).toEqual([404, 200]);
    await open('signed-in', 'open');
    expect(await statuses()).toEqual([200, 200]);
  });
});
