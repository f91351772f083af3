import { expect, test } from '@jest/globals';
import { stateOfOutbox } from '../src/features/progress/progress.ts';
import type { OutboxEntry } from '../src/local/database.ts';

const entry = (id: string, state: OutboxEntry['state'], lesson: string): OutboxEntry => ({
  id,
  owner: 'a',
  state,
  envelope: {
    id,
    subject: 'a',
    actor: 'a',
    type: 'lesson.finished',
    v: 1,
    device: 'd',
    deviceSeq: 0,
    occurredAt: '2026-01-01T00:00:00.000Z',
    after: null,
    body: { lesson, snapshot: 's', lang: 'km', mode: 'read' },
  },
});

test('what waits and what was delivered counts at once; what was refused does not', () => {
  const state = stateOfOutbox([entry('1', 'waiting', 'l1'), entry('2', 'delivered', 'l2'), entry('3', 'refused', 'l3')], ['pastor']);
  expect(Object.values(state.evidence).map((evidence) => 'lesson' in evidence && evidence.lesson)).toEqual(['l1', 'l2']);
  expect(state.evidence['1']?.roles).toEqual(['pastor']);
});
