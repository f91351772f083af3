import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dropFile, keptFiles } from '../src/features/authoring/media/kept-files.ts';
import { ClipQueue } from '../src/features/authoring/recorder/clip-queue.ts';
import { placeOf } from '../src/features/authoring/recorder/narration.ts';
import { freshPhone } from './phone.ts';

const PERSON = 'p';
const LESSON = 'k7f2qd';
const AT = placeOf('km', 'b1');
const read = (source: string) => ({ lang: 'km', key: 'b1', text: 'សូមស្តាប់', source, ms: 1_000 });
/** By what it says it read: the bytes of a blob do not survive the stand-in for the database. */
const onDisk = async () => (await keptFiles(PERSON, LESSON)).map((file) => file.read?.source);
const { put, delete: remove } = IDBObjectStore.prototype;

describe('a recording that the reader has kept', () => {
  let queue: ClipQueue;
  beforeEach(async () => {
    await freshPhone();
    await dropFile({ person: PERSON, of: LESSON, at: AT });
    queue = new ClipQueue({ person: PERSON, document: LESSON, onPart: () => undefined });
    // Nothing is sent here.
    queue.close();
  });
  afterEach(() => {
    Object.assign(IDBObjectStore.prototype, { put, delete: remove });
  });

  test('lies on this computer', async () => {
    const kept = queue.keep(new Blob(['x']), read('first'));
    expect(queue.clips.get(AT)?.kept).toBeNull();
    await kept;
    expect(queue.clips.get(AT)?.kept).toBe(true);
    expect(await onDisk()).toEqual(['first']);
  });

  test('is replaced by the next one of its part without a moment in which neither is there', async () => {
    await queue.keep(new Blob(['x']), read('first'));
    let removals = 0;
    IDBObjectStore.prototype.delete = function counted(key) {
      removals += 1;
      return remove.call(this, key);
    };
    await queue.keep(new Blob(['y']), read('second'));
    expect([removals, await onDisk(), queue.clips.get(AT)?.file.read?.source]).toEqual([0, ['second'], 'second']);
  });

  test('for which there is no room is in the queue, is said to be in this page alone, and costs the former one nothing', async () => {
    await queue.keep(new Blob(['x']), read('first'));
    IDBObjectStore.prototype.put = function full() {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await queue.keep(new Blob(['y']), read('second'));
    expect([queue.clips.get(AT)?.file.read?.source, queue.clips.get(AT)?.kept]).toEqual(['second', false]);
    expect(await onDisk()).toEqual(['first']);
  });

  test('is gone when the reader lets it go', async () => {
    await queue.keep(new Blob(['x']), read('first'));
    await queue.drop(AT);
    expect([queue.clips.size, await onDisk()]).toEqual([0, []]);
  });
});
