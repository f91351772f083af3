import type { z } from 'zod';
import type { narrationPart } from '@seek-justice/contracts/endpoints/narration.ts';

/** A part of a document that is read aloud, and what was recorded of it. */
export type NarrationPart = z.output<typeof narrationPart>;

/** Names a part's recording among the files of a document that this computer keeps. */
export function placeOf(lang: string, key: string): string {
  return `listen/${lang}/${key}`;
}

/** How a part stands, for whoever records: what was recorded here and is on its way counts before what the server has. */
export type Standing = NarrationPart['state'] | 'sending' | 'refused';

/**
 * The part to read after another one: the next that nobody has recorded as it stands, then one from the beginning, then
 * simply the next; null after the last, when all is recorded.
 */
export function nextKey(parts: readonly Pick<NarrationPart, 'key'>[], standing: (key: string) => Standing, after: string): string | null {
  const at = parts.findIndex(({ key }) => key === after);
  const open = ({ key }: Pick<NarrationPart, 'key'>): boolean => key !== after && ['missing', 'stale', 'refused'].includes(standing(key));
  return (parts.slice(at + 1).find(open) ?? parts.slice(0, Math.max(0, at)).find(open) ?? parts[at + 1])?.key ?? null;
}

/** The SHA-256 of a text, hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
