import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { closeProfiles, enterProfile, profileOf } from '../src/auth/profile/profiles.ts';
import { ownKept } from '../src/auth/profile/vault.ts';
import { nameProfile } from '../src/auth/profile-cookie.ts';
import { loadProgress, missingOf, stateOfOutbox } from '../src/features/progress/progress.ts';
import { addRecord } from '../src/records/outbox.ts';
import type { MyRecord } from '../src/records/status.ts';
import { A, envelopeOf, fact, freshPhone, type Kind, sealTo } from './phone.ts';

const entry = (id: string, state: MyRecord['state'], lesson: string): MyRecord => ({
  id,
  state,
  at: 0,
  envelope: { id, ...fact(A, lesson), occurredAt: '2026-01-01T00:00:00.000Z', device: 'd', deviceSeq: 0, after: null } satisfies Envelope,
});

describe('what the phone has written down', () => {
  test('counts at once while it waits and when it was delivered; what was refused does not', () => {
    const state = stateOfOutbox([entry('1', 'waiting', 'l1'), entry('2', 'delivered', 'l2'), entry('3', 'refused', 'l3')], ['pastor']);
    expect(Object.values(state.evidence).map((evidence) => 'lesson' in evidence && evidence.lesson)).toEqual(['l1', 'l2']);
    expect(state.evidence['1']?.roles).toEqual(['pastor']);
  });

  test('does not count where the phone cannot read it: no copy of its own', () => {
    expect(stateOfOutbox([{ id: '1', state: 'waiting', at: 0 }], ['pastor']).evidence).toEqual({});
  });
});

describe('what other phones have not handed in (SPEC D9)', () => {
  test('is the sum of their gaps; this phone knows its own', () => {
    const devices = [
      { device: 'this', received: 2, missing: 7 },
      { device: 'old', received: 4, missing: 2 },
      { device: 'lost', received: 1, missing: 1 },
    ];
    expect(missingOf(devices, 'this')).toBe(3);
    expect(missingOf(devices, undefined)).toBe(10);
    expect(missingOf([], 'this')).toBe(0);
  });
});

describe('what the server has said', () => {
  const said = { subject: A, cursor: 'k3Jq9TzP.1', devices: [], state: { evidence: {}, endings: {} }, marks: {}, courses: [] };
  beforeEach(() => freshPhone());

  function serverSays(body: object, status = 200): void {
    globalThis.fetch = async () => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  }

  test('is kept in the reader’s vault, and the next record names its place in the feed', async () => {
    await enterProfile(A, null);
    serverSays(said);
    await loadProgress(A);
    expect(await ownKept(A, 'progress')).toEqual(said);
    expect((await profileOf(A))?.after).toBe('k3Jq9TzP.1');
    expect(envelopeOf((await addRecord(fact(A), undefined, sealTo)).entry).after).toBe('k3Jq9TzP.1');
    await closeProfiles(true);
    expect(await ownKept(A, 'progress')).toBeUndefined();
  });

  test('about somebody else, or no answer, changes nothing', async () => {
    await enterProfile(A, null);
    serverSays({ ...said, subject: 'somebody else' });
    await loadProgress(A);
    serverSays({ code: 'not_signed_in' }, 401);
    await loadProgress(A);
    expect(await ownKept(A, 'progress')).toBeUndefined();
    expect((await profileOf(A))?.after).toBeUndefined();
  });
});

describe.each<Kind>(['whole', 'no cryptography'])('a quiz’s mark (%s)', (kind) => {
  test('is still known in the next page, while it waits', async () => {
    await freshPhone(kind);
    await enterProfile(A, null);
    nameProfile(A);
    const mark = { right: 8, of: 10, percent: 80, passed: true };
    const { entry: made } = await addRecord({ ...fact(A), type: 'quiz.submitted', body: { quiz: 'q8x3mt' } }, mark, sealTo);
    jest.resetModules();
    const [{ recallSession }, { refreshStatus, recordsNow }] = await Promise.all([import('../src/auth/session.ts'), import('../src/records/status.ts')]);
    await recallSession();
    await refreshStatus();
    expect(recordsNow().mine).toMatchObject([{ id: made.id, state: 'waiting', mark, envelope: { body: { quiz: 'q8x3mt' } } }]);
  });
});
