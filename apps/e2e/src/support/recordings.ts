import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { AT_HAND } from './new-module.ts';

/** Reads parts of a document aloud, past the recording room: each is sent as a file of its own. */
export async function recordParts(author: Page, document: string, lang: string, keys: readonly string[]): Promise<void> {
  const { request } = author.context();
  const { origin } = new URL(author.url());
  const voice = AT_HAND.files.audio.buffer;
  const tus = { origin, 'tus-resumable': '1.0.0' };
  const { parts } = (await (await request.get(`/api/drafts/${document}/narration?lang=${lang}`)).json()) as { parts: { key: string; text: string }[] };
  for (const key of keys) {
    const text = parts.find((part) => part.key === key)?.text ?? '';
    const begun = await request.post('/api/uploads', { headers: { ...tus, 'upload-length': String(voice.length), 'upload-metadata': `use ${Buffer.from('narration').toString('base64')}` } });
    const place = begun.headers().location ?? '';
    await request.patch(place, { headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }, data: voice });
    const source = createHash('sha256').update(text).digest('hex');
    const taken = await request.post(`/api/drafts/${document}/clips`, { headers: { origin }, data: { lang, key, upload: place.split('/').at(-1), source } });
    if (!taken.ok()) throw new Error(`${key} was not recorded: ${await taken.text()}`);
  }
}
