import { describe, expect, it } from '@jest/globals';
import { FeedId } from '../../src/database/feed-id.ts';
import type { Answering, Asked } from '../../src/database/feed-identity.ts';

const connectionTo = (server: string, standby = false): Asked => ({ query: async () => ({ rows: [{ server, standby }] }) });

/** Checks that wait until they are told what the database is. */
function underCheck(known: Answering) {
  let checks = 0;
  let answer: (now: Answering) => void = () => {};
  const feed = new FeedId(known, () => {
    checks += 1;
    return new Promise((resolve) => (answer = resolve));
  });
  return { feed, checks: () => checks, answer: (now: Answering) => answer(now) };
}

describe('the feed id of a process that goes on', () => {
  it('is not asked about while the same server answers', async () => {
    const { feed, checks } = underCheck({ feedId: 'one', server: 'a' });
    await feed.verify(connectionTo('a'));
    expect([feed.now, checks()]).toEqual(['one', 0]);
  });

  it('is checked once for all connections to another server, and none is used before', async () => {
    const { feed, checks, answer } = underCheck({ feedId: 'one', server: 'a' });
    let used = 0;
    const connecting = [1, 2, 3].map(() => feed.verify(connectionTo('b')).then(() => (used += 1)));
    await new Promise(setImmediate);
    expect([feed.now, used, checks()]).toEqual(['one', 0, 1]);
    answer({ feedId: 'two', server: 'b' });
    await Promise.all(connecting);
    expect([feed.now, used]).toEqual(['two', 3]);
  });

  it('is not given out for a server that is not the one at this address any more, nor for a standby', async () => {
    const { feed, answer } = underCheck({ feedId: 'one', server: 'a' });
    const late = feed.verify(connectionTo('b'));
    await new Promise(setImmediate);
    answer({ feedId: 'three', server: 'c' });
    await expect(late).rejects.toMatchObject({ code: '57P03' });
    await expect(feed.verify(connectionTo('c', true))).rejects.toMatchObject({ code: '57P03' });
    await feed.verify(connectionTo('c'));
    expect(feed.now).toBe('three');
  });
});
