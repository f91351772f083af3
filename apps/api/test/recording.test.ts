import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isLetOut } from '../src/database/playable.ts';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { startAuthorDesk } from './support/author-desk.ts';
import { aac } from './support/aac.ts';
import { testNarration } from './support/narration.ts';
import { shorter, writtenBy } from './support/ogg.ts';
import { Sender } from './support/uploads.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const TONE = readFileSync(join(import.meta.dirname, 'fixtures', 'audio', 'tone-20s.opus'));

let api: TestApi;
let author: Browser;
/** Another author. */
let other: Browser;
let sender: Sender;
let mediaDir: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ api, author, sender, mediaDir, stop } = await startAuthorDesk());
  await api.db.query(`INSERT INTO account_roles (account_id, role) SELECT account_id, 'author' FROM account_roles WHERE role = 'evaluator'`);
  other = await api.as('evaluator@example.org');
});
afterAll(() => stop());

const LESSON = 'k7f2qd';
interface Part {
  key: string;
  text: string;
  aside: boolean;
  state: string;
  clip: { media: string; ms: number } | null;
  removed: { media: string } | null;
  readText: string | null;
}

async function parts(lang = 'km', browser = author, id = LESSON): Promise<Part[]> {
  return (await browser.get(`/api/drafts/${id}/narration?lang=${lang}`)).body.parts;
}
async function part(key: string, id = LESSON): Promise<Part> {
  return (await parts('km', author, id)).find((one) => one.key === key) as Part;
}

/** A voice of so many packets: each number another file. */
async function record(key: string, packets: number, source: string, id = LESSON) {
  const upload = await sender.whole(shorter(TONE, packets), 'narration');
  return author.post(`/api/drafts/${id}/clips`, { lang: 'km', key, upload, source });
}

async function state(browser = author) {
  return (await browser.get('/api/drafts')).body.courses[0].modules[0].lessons[0].states.km;
}

async function edit(path: string[], was: string, value: string, id = LESSON, lang: string | null = 'km'): Promise<void> {
  const { outcomes } = (await author.post(`/api/drafts/${id}/edits`, { version: 0, edits: [{ op: 'set', path, ...(lang ? { lang } : {}), was, value }] })).body;
  expect(outcomes).toEqual([{ result: 'done' }]);
}

async function publish(): Promise<any> {
  const { id } = (await author.get('/api/drafts')).body.courses[0];
  const done = await author.post(`/api/courses/${id}/publish`, { kind: 'content', note: {}, release: false });
  expect(done.status).toBe(200);
  return (await author.get(`/api/snapshots/${done.body.hash}`)).body;
}

const status = async (hash: string, browser: Browser): Promise<number> => (await browser.get(`/api/media/${hash}`)).status;

describe('a part that somebody reads aloud', () => {
  it('is counted, published, heard by readers, and made old by another text alone', async () => {
    const before = await state();
    expect((await parts()).every(({ state: one, clip }) => one === 'missing' && clip === null)).toBe(true);
    const [title, b1] = [await part(':title'), (await parts()).find(({ aside, key }) => !aside && key !== ':title') as Part];
    const first = await record(':title', 20, sha256(title.text));
    expect([first.status, first.body.state, first.body.readText, first.body.clip.type]).toEqual([201, 'recorded', title.text, 'audio/ogg']);
    // Twenty packets of 60 ms.
    expect(Math.abs(first.body.clip.ms - 1_200)).toBeLessThan(100);
    await record(b1.key, 30, sha256(b1.text));
    expect((await state()).unheard).toBe(before.unheard - 2);
    const { media } = first.body.clip;
    expect([await status(media, api.visitor()), await status(media, await api.as('DEMO-0181')), await status(media, await api.as('reviewer@example.org'))]).toEqual([404, 404, 200]);

    const lesson = (await publish()).modules[0].lessons[0];
    expect([lesson.narration.km.stale, lesson.narration.km.missing.includes(':title')]).toEqual([[], false]);
    const leaf = (await api.visitor().get(`/api/snapshots/${lesson.narration.km.hash}`)).body;
    expect(Object.keys(leaf.parts).sort()).toEqual([':title', b1.key].sort());
    expect(leaf.parts[':title']).toEqual({ media, ms: first.body.clip.ms, bytes: first.body.clip.bytes, type: 'audio/ogg', source: sha256(title.text) });
    expect(await status(media, api.visitor())).toBe(200);

    await edit(['title'], title.text, `${title.text} ជានិច្ច`);
    expect((await parts()).filter((one) => one.state === 'stale').map(({ key, readText }) => [key, readText])).toEqual([[':title', title.text]]);
    expect((await state()).unheard).toBe(before.unheard - 1);
    expect((await publish()).modules[0].lessons[0].narration.km.stale).toEqual([':title']);
  });

  it('read again replaces the old recording from the next publish on; who has the old page still hears it', async () => {
    const old = (await part(':title')).clip?.media ?? '';
    const { text } = await part(':title');
    const fresh = (await record(':title', 25, sha256(text))).body;
    expect([fresh.state, fresh.clip.media === old]).toEqual(['recorded', false]);
    expect([await status(old, api.visitor()), await status(fresh.clip.media, api.visitor())]).toEqual([200, 404]);
    const narration = (await publish()).modules[0].lessons[0].narration.km;
    expect(narration.stale).toEqual([]);
    expect((await api.visitor().get(`/api/snapshots/${narration.hash}`)).body.parts[':title'].media).toBe(fresh.clip.media);
    expect([await status(old, api.visitor()), await status(fresh.clip.media, api.visitor())]).toEqual([200, 200]);
  });

  it('is taken away, and is missing then', async () => {
    const gone = await author.post(`/api/drafts/${LESSON}/clips/remove`, { lang: 'km', key: ':title' });
    expect([gone.status, gone.body.state, gone.body.clip]).toEqual([200, 'missing', null]);
    expect((await publish()).modules[0].lessons[0].narration.km.missing).toContain(':title');
    // Who did what, and when, stays known.
    const { rows } = await api.db.query(`SELECT media IS NOT NULL AS heard, account IS NOT NULL AS staff FROM clips WHERE key = ':title' ORDER BY id`);
    expect(rows).toEqual([{ heard: true, staff: true }, { heard: true, staff: true }, { heard: false, staff: true }]);
  });

  it('that was taken away is put back as it was: the file, the text that was read, who read it; but over no newer one', async () => {
    const { clip: gone, text } = { ...(await part(':title')), clip: (await parts()).find(({ key }) => key === ':title')?.removed };
    expect(gone).toEqual({ media: expect.any(String), ms: expect.any(Number), bytes: expect.any(Number), type: 'audio/ogg' });
    const body = { lang: 'km', key: ':title', media: gone?.media };
    // Whoever puts it back has not read it.
    const { status: answer, body: back } = await other.post(`/api/drafts/${LESSON}/clips/restore`, body);
    expect([answer, back.state, back.clip, back.removed, back.readText]).toEqual([200, 'recorded', gone, null, text]);
    const { rows } = await api.db.query(`SELECT media, ms, bytes, type, source, numbers, read_text, account FROM clips WHERE draft = $1 AND key = ':title' ORDER BY id`, [LESSON]);
    expect(rows.map(({ media }) => media === null)).toEqual([false, false, true, false]);
    expect(rows[3]).toEqual(rows[1]);
    expect((await publish()).modules[0].lessons[0].narration.km.missing).not.toContain(':title');
    // Sent again it changes nothing, nor does it once somebody has recorded the part anew.
    expect((await other.post(`/api/drafts/${LESSON}/clips/restore`, body)).body).toEqual(back);
    const newer = (await record(':title', 30, sha256(text))).body;
    expect((await other.post(`/api/drafts/${LESSON}/clips/restore`, body)).body).toEqual(newer);
    expect((await api.db.query(`SELECT count(*) FROM clips WHERE draft = $1 AND key = ':title'`, [LESSON])).rows[0].count).toBe('5');
  });

  it('that was taken away waits to be put back for two days, and is offered no longer once its file is gone', async () => {
    const { key, text } = (await parts()).find(({ state: one, aside }) => one === 'missing' && !aside) as Part;
    const { media } = (await record(key, 33, sha256(text))).body.clip;
    const aged = () => api.db.query(`UPDATE media SET at = now() - interval '3 days' WHERE hash = $1`, [media]);
    // It is looked for at every start.
    const collected = async () => (await startTestApi({ connection: api.connection, demo: false, mediaDir })).stop();
    const ask = async () => (await author.post(`/api/drafts/${LESSON}/clips/restore`, { lang: 'km', key, media })).status;
    await aged();
    expect((await author.post(`/api/drafts/${LESSON}/clips/remove`, { lang: 'km', key })).body.removed.media).toBe(media);
    await collected();
    expect((await part(key)).removed?.media).toBe(media);
    await aged();
    await collected();
    expect([(await part(key)).removed, await ask()]).toEqual([null, 404]);
    expect((await author.post(`/api/drafts/${LESSON}/clips/restore`, { lang: 'km', key: 'zz99', media })).status).toBe(404);
  });

  it('whose text moved on while it was read is kept and is stale', async () => {
    const { key, text } = (await parts()).find((one) => one.state === 'missing' && !one.aside && one.key.startsWith('b')) as Part;
    const unknown = (await record(key, 35, sha256('អត្ថបទផ្សេង'))).body;
    expect([unknown.state, unknown.readText]).toEqual(['stale', null]);
    const known = (await record(key, 40, sha256(text))).body;
    expect([known.state, known.readText]).toEqual(['recorded', text]);
  });

  it('does not come back when its sender did not hear the answer and sends it again, over a newer one or after a removal', async () => {
    const { key, text } = (await parts()).find((one) => one.state === 'missing' && !one.aside && one.key.startsWith('b')) as Part;
    const hand = async (browser: Browser, packets: number) => {
      const upload = await new Sender(api.url, browser).whole(writtenBy(shorter(TONE, packets), 'test'), 'narration');
      const { status: code, body } = await browser.post(`/api/drafts/${LESSON}/clips`, { lang: 'km', key, upload, source: sha256(text) });
      return { code, state: body.state, media: body.clip?.media };
    };
    const rows = async () => Number((await api.db.query('SELECT count(*) FROM clips WHERE draft = $1 AND key = $2', [LESSON, key])).rows[0].count);

    const first = await hand(author, 60);
    expect(first).toEqual({ code: 201, state: 'recorded', media: expect.any(String) });
    expect(await hand(author, 60)).toEqual(first);
    expect(await rows()).toBe(1);
    const newer = await hand(other, 65);
    expect([newer.state, newer.media === first.media]).toEqual(['recorded', false]);
    expect(await hand(author, 60)).toEqual(newer);
    expect((await part(key)).clip?.media).toBe(newer.media);
    await other.post(`/api/drafts/${LESSON}/clips/remove`, { lang: 'km', key });
    expect(await hand(author, 60)).toEqual({ code: 201, state: 'missing', media: undefined });
    expect((await part(key)).state).toBe('missing');
    expect(await rows()).toBe(3);
    // What somebody else hands in is another recording, if it sounds the same or not.
    expect(await hand(other, 60)).toEqual(first);
  });

  it('that names a number to call says which one it speaks, and is old when the number is', async () => {
    const found = await numbered();
    expect(found).toBeDefined();
    if (!found) return;
    const { id, key, text, contact } = found;
    expect((await record(key, 45, sha256(text), id)).body.state).toBe('recorded');
    const { number } = (await api.visitor().get('/api/contacts')).body.contacts.find((one: any) => one.id === contact);
    expect((await api.db.query('SELECT numbers FROM clips WHERE draft = $1 AND key = $2', [id, key])).rows).toEqual([{ numbers: expect.objectContaining({ [contact]: number }) }]);
    await api.db.query(`UPDATE contacts SET data = data || '{"number": "1999"}' WHERE id = $1`, [contact]);
    expect((await part(key, id)).state).toBe('stale');
    expect((await author.get(`/api/drafts/${id}`)).body.review.audio.km.stale).toContain(key);
    await api.db.query(`UPDATE contacts SET data = data || jsonb_build_object('number', $2::text) WHERE id = $1`, [contact, number]);
  });

  async function numbered(): Promise<{ id: string; key: string; text: string; contact: string } | undefined> {
    const { courses } = (await author.get('/api/drafts')).body;
    for (const { id } of courses[0].modules.flatMap((module: any) => [...module.lessons, module.quiz]))
      for (const { key, text } of await parts('km', author, id)) {
        const contact = /\{contact:([a-z0-9-]+)\}/.exec(text)?.[1];
        if (contact) return { id, key, text, contact };
      }
    return undefined;
  }
});

describe('a recording', () => {
  it('is a sound by its content, of a part that is there, by an author', async () => {
    const send = async (bytes: Buffer, use = 'narration') => sender.whole(bytes, use);
    const ask = async (browser: Browser, body: object) => {
      const answer = await browser.post(`/api/drafts/${LESSON}/clips`, { lang: 'km', key: ':title', source: sha256('x'), ...body });
      return [answer.status, answer.body.code];
    };
    expect(await ask(author, { upload: await send(Buffer.from('<script>alert(1)</script>')) })).toEqual([415, 'media_type']);
    expect(await ask(author, { upload: await send(TONE, 'audio') })).toEqual([400, 'bad_request']);
    expect(await ask(author, { upload: '0'.repeat(32) })).toEqual([410, 'upload_gone']);
    expect(await ask(author, { upload: await send(TONE), key: 'zz99' })).toEqual([404, 'not_found']);
    expect(await ask(author, { upload: await send(TONE), lang: 'fr' })).toEqual([404, 'not_found']);
    expect(await ask(await api.as('reviewer@example.org'), { upload: await send(TONE) })).toEqual([403, 'not_allowed']);
    expect((await parts('km', await api.as('reviewer@example.org'))).length).toBeGreaterThan(5);
  });

  it('may be AAC in MP4, which is all that an older Safari records: without its names, index in front, heard by readers', async () => {
    const { text } = await part(':title');
    for (const layout of ['fragmented', 'index-last'] as const) {
      // 94 packets of 1,024 samples at 48,000 a second.
      const sent = await aac({ packets: 94, layout, title: 'Sophea' });
      expect([sent.includes('Sophea'), sent.indexOf('moov') < sent.indexOf('mdat')]).toEqual([true, layout === 'fragmented']);
      const { status: answer, body } = await author.post(`/api/drafts/${LESSON}/clips`, { lang: 'km', key: ':title', upload: await sender.whole(sent, 'narration'), source: sha256(text) });
      expect([answer, body.state, body.clip.type, Math.abs(body.clip.ms - 2_005) < 30]).toEqual([201, 'recorded', 'audio/mp4', true]);
      const heard = await fetch(`${api.url}/api/media/${body.clip.media}`, { headers: { cookie: author.cookie } });
      const kept = Buffer.from(await heard.arrayBuffer());
      expect([heard.headers.get('content-type'), kept.includes('Sophea'), kept.indexOf('moov') < kept.indexOf('mdat')]).toEqual(['audio/mp4', false, true]);
      expect(kept.length).toBe(body.clip.bytes);
      // Another office takes it in.
      const out = join(mediaDir, `out-${layout}`);
      writeFileSync(out, kept);
      expect(await isLetOut(out)).toBe(true);
    }
  });

  it('is no film, no sound without AAC in MP4, and a block takes no AAC', async () => {
    const send = async (bytes: Buffer) => {
      const answer = await author.post(`/api/drafts/${LESSON}/clips`, { lang: 'km', key: ':title', upload: await sender.whole(bytes, 'narration'), source: sha256('x') });
      return [answer.status, answer.body.code];
    };
    expect(await send(await aac({ packets: 10, layout: 'fragmented', picture: true }))).toEqual([415, 'media_type']);
    expect(await send(readFileSync(join(import.meta.dirname, 'fixtures', 'video', 'clip.mp4')))).toEqual([415, 'media_type']);
    const sound = await author.post('/api/media', { upload: await sender.whole(await aac({ packets: 10, layout: 'fragmented' }), 'audio'), use: 'audio' });
    expect([sound.status, sound.body.code]).toEqual([415, 'media_type']);
  });

  it('of staff stands before one that came with the program, in every process and after every start', async () => {
    const { folder } = await testNarration({ only: ({ of, key }) => of === LESSON && key === ':title' });
    const fresh = await startTestApi({ mediaDir, narration: folder });
    try {
      const one = await fresh.as('author@example.org');
      const title = async (browser: Browser) => (await parts('km', browser)).find(({ key }) => key === ':title') as Part;
      const seeded = await title(one);
      expect(seeded.state).toBe('recorded');
      const upload = await new Sender(fresh.url, one).whole(shorter(TONE, 50), 'narration');
      const own = (await one.post(`/api/drafts/${LESSON}/clips`, { lang: 'km', key: ':title', upload, source: sha256(seeded.text) })).body;
      const second = await startTestApi({ connection: fresh.connection, demo: false, mediaDir, narration: folder });
      try {
        const two = await second.as('author@example.org');
        expect((await title(two)).clip).toEqual(own.clip);
        await two.post(`/api/drafts/${LESSON}/clips/remove`, { lang: 'km', key: ':title' });
        expect((await title(one)).state).toBe('missing');
      } finally {
        await second.stop();
      }
    } finally {
      await fresh.stop();
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});

describe('what a course names', () => {
  it('is for fewer when the course is, also what it named formerly; what it names comes back with it', async () => {
    const { id } = (await author.get('/api/drafts')).body.courses[0];
    const published = (await parts()).flatMap(({ key, clip }) => (clip ? [{ key, media: clip.media }] : []));
    const [dropped, named] = published as [{ key: string; media: string }, { key: string; media: string }];
    const [pastor, police] = [await api.as('DEMO-0004'), await api.as('DEMO-0181')];
    const statuses = async (media: string) => [await status(media, api.visitor()), await status(media, pastor), await status(media, police)];
    await publish();
    expect([await statuses(dropped.media), await statuses(named.media)]).toEqual([[200, 200, 200], [200, 200, 200]]);
    await author.post(`/api/drafts/${LESSON}/clips/remove`, { lang: 'km', key: dropped.key });
    await edit(['audience'], 'open', 'police', id, null);
    await publish();
    expect([await statuses(dropped.media), await statuses(named.media)]).toEqual([[404, 404, 200], [404, 404, 200]]);
    await edit(['audience'], 'police', 'open', id, null);
    await publish();
    expect([await statuses(dropped.media), await statuses(named.media)]).toEqual([[404, 404, 200], [200, 200, 200]]);
  }, 60_000);

  it('must lie here, and a picture needs words in every language', async () => {
    const course = (await author.get('/api/drafts')).body.courses[0].id;
    const file = { hash: 'a'.repeat(64), type: 'image/jpeg', bytes: 10, width: 10, height: 10 };
    const thing = { id: 'pic1', type: 'image', media: file, alt: { km: 'រូប' }, consent: 'nobody' };
    const added = (await author.post(`/api/drafts/${LESSON}/edits`, { version: 0, edits: [{ op: 'add', path: ['blocks'], thing, after: null }] })).body;
    expect(added.outcomes).toEqual([{ result: 'done' }]);
    const { problems } = (await author.get(`/api/courses/${course}/check`)).body;
    const found = problems.filter((one: any) => one.thing === 'pic1').map(({ weight, code, values }: any) => [weight, code, values.lang]);
    expect(found).toEqual(expect.arrayContaining([['stops', 'media_gone', undefined], ['stops', 'untranslated', 'en']]));
    expect((await author.post(`/api/courses/${course}/publish`, { kind: 'content', note: {}, release: false })).body.code).toBe('publish_stopped');
  });
});

describe('the microphone', () => {
  it('may be asked for in the recording room alone', async () => {
    const policy = async (path: string) => (await api.visitor().get(path)).headers.get('permissions-policy');
    for (const path of ['/author/listen/k7f2qd', '/author/listen/k7f2qd?lang=km']) expect(await policy(path)).toContain('microphone=(self)');
    for (const path of ['/', '/learn', '/staff', '/author', '/author/k7f2qd', '/authors/listen/', '/no/author', '/api/contacts']) expect(await policy(path)).toContain('microphone=()');
  });
});
