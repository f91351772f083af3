import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { EditorStore } from '../src/features/authoring/editor-store.ts';
import { freshPhone } from './phone.ts';

interface Request {
  version: number;
  edits: Edit[];
  answer: (body: object) => void;
  fail: () => void;
}

let asked: Request[] = [];
let store: EditorStore;

/** A server that answers when the test says so. */
globalThis.fetch = (_input, init) =>
  new Promise((resolve, reject) => {
    const { version, edits } = JSON.parse(init?.body as string) as { version: number; edits: Edit[] };
    asked.push({
      version,
      edits,
      answer: (body) => resolve(new Response(JSON.stringify({ document: null, others: [], ...body }), { headers: { 'content-type': 'application/json' } })),
      fail: () => reject(new TypeError('Failed to fetch')),
    });
  });

const title: Edit = { op: 'set', path: ['title'], lang: 'km', was: null, value: 'សញ្ញាព្រមាន' };
const empty: Document = { id: 'k7f2qd', kind: 'lesson', body: { source: 'km', title: {}, minutes: 10, blocks: [] }, bases: {} };

/** The next request that is on its way, once there is one. */
async function request(number: number): Promise<Request> {
  while (asked.length < number) await new Promise((resolve) => setTimeout(resolve));
  return asked[number - 1] as Request;
}

beforeEach(async () => {
  await freshPhone();
  asked = [];
  store = new EditorStore({ document: empty, version: 1, person: 'a', languages: ['km', 'en'] });
});
afterEach(() => store.close());

describe('what an author writes while the editor only asks what is new', () => {
  test('is not taken for sent when that question is answered, and stays until the server has it', async () => {
    const polled = store.save();
    const poll = await request(1);
    expect(poll.edits).toEqual([]);
    store.edit(title);
    const tried = store.save();
    poll.answer({ version: 1, outcomes: [] });
    await Promise.all([polled, asked.length > 1 ? undefined : tried]);
    expect(store.state.phase).not.toBe('saved');
    const first = store.save();
    (await request(2)).fail();
    await Promise.all([first, tried]);
    expect(store.state.phase).toBe('offline');
    const second = store.save();
    const again = await request(3);
    expect(again.edits).toEqual([title]);
    again.answer({ version: 2, outcomes: [{ result: 'done' }] });
    await second;
    expect([store.state.phase, store.state.version]).toEqual(['saved', 2]);
  });
});

describe('what an author writes over somebody else’s words that have just come in', () => {
  const theirs: Document = { ...empty, body: { ...empty.body, title: { km: 'ពាក្យគេ' } } as never };
  const mine = { ...title, value: 'ពាក្យខ្ញុំ' } as Edit;

  test('is told by itself, so that what was written before they came is asked about and not lost with it', async () => {
    const polled = store.save();
    const poll = await request(1);
    store.edit(mine);
    poll.answer({ version: 2, outcomes: [], document: theirs });
    await polled;
    expect(store.state.document.body).toMatchObject({ title: { km: 'ពាក្យគេ' } });
    store.edit({ ...title, was: 'ពាក្យគេ', value: 'ពាក្យគេ ហើយ' } as Edit);
    const saving = store.save();
    const { edits, answer } = await request(2);
    expect(edits).toMatchObject([{ was: null, value: 'ពាក្យខ្ញុំ' }, { was: 'ពាក្យគេ', value: 'ពាក្យគេ ហើយ' }]);
    answer({ version: 3, outcomes: [{ result: 'conflict', current: 'ពាក្យគេ' }, { result: 'done' }] });
    await saving;
    expect(store.state.collisions).toEqual([{ edit: edits[0], theirs: 'ពាក្យគេ' }]);
    // Taken back, theirs stand again.
    expect(store.undo()).toMatchObject({ was: 'ពាក្យគេ ហើយ', value: 'ពាក្យគេ' });
  });

  test('is asked about once, however long it was written on', async () => {
    store.edit(mine);
    const first = store.save();
    (await request(1)).answer({ version: 2, outcomes: [{ result: 'conflict', current: 'ពាក្យគេ' }], document: theirs });
    await first;
    store.edit({ ...title, was: 'ពាក្យខ្ញុំ', value: 'ពាក្យខ្ញុំ វែង' } as Edit);
    const second = store.save();
    (await request(2)).answer({ version: 2, outcomes: [{ result: 'conflict', current: 'ពាក្យគេ' }] });
    await second;
    expect(store.state.collisions.map(({ edit, theirs: current }) => [(edit as { value: unknown }).value, current])).toEqual([['ពាក្យខ្ញុំ វែង', 'ពាក្យគេ']]);
  });

  test('can be too long, which the author is told at once', () => {
    expect(store.edit({ ...title, value: 'ក'.repeat(20_001) } as Edit)).toBe(false);
    expect(store.edit(mine)).toBe(true);
    expect(store.state.collisions).toMatchObject([{ refused: true }]);
  });
});

describe('what an author takes back', () => {
  const story = { id: 'b1', type: 'story', text: { km: 'រឿងមួយ', en: 'A story' } };
  const full: Document = {
    id: 'k7f2qd',
    kind: 'lesson',
    body: { source: 'km', title: {}, minutes: 10, blocks: [story as never] },
    bases: { 'blocks/b1/text': { en: { from: 'km', text: 'រឿងមួយ' } } },
  };

  test('stands as it stood, translations that were current too; letters in one text are one step', () => {
    const office = new EditorStore({ document: full, version: 1, person: 'a', languages: ['km', 'en'] });
    office.edit({ op: 'remove', path: ['blocks'], id: 'b1', was: story });
    office.edit(title);
    office.edit({ ...title, was: 'សញ្ញាព្រមាន', value: 'សញ្ញាព្រមានទាំងប្រាំ' } as Edit);
    expect(office.undo()).toMatchObject({ op: 'set', path: ['title'], value: null });
    expect(office.undo()).toMatchObject({ op: 'add' });
    expect(office.state.document).toEqual(full);
    expect(office.undo()).toBeNull();
    office.redo();
    office.redo();
    expect(office.state.document.body).toMatchObject({ title: { km: 'សញ្ញាព្រមានទាំងប្រាំ' }, blocks: [] });
    expect(office.redo()).toBeNull();
    office.close();
  });
});

describe('what an author writes without a pause', () => {
  afterEach(() => void jest.useRealTimers());

  test('goes to the server all the same, every few seconds', async () => {
    jest.useFakeTimers();
    for (let letters = 1; letters <= 20; letters += 1) {
      store.edit({ ...title, was: letters === 1 ? null : 'ស'.repeat(letters - 1), value: 'ស'.repeat(letters) });
      await jest.advanceTimersByTimeAsync(500);
    }
    // Ten seconds of typing, a letter every half second.
    expect(asked.flatMap(({ edits }) => edits).length).toBeGreaterThan(0);
  });
});
