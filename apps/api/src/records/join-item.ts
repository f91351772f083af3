import { isId } from '@seek-justice/domain/kernel/ids.ts';
import type { DeviceBinding } from './device-binding.ts';
import type { JoinItem } from './joins.ts';

/**
 * A join as a phone sealed it, `{id, join, opened}` with `opened` the text of the profile's first record.
 * @returns null for anything else, and where the profile's signature does not hold.
 */
export async function readJoin(text: string, binding: DeviceBinding): Promise<JoinItem | null> {
  const { id, join, opened } = members(text);
  if (!isId(id) || join === undefined || typeof opened !== 'string') return null;
  const verified = await binding.verify(opened);
  return verified && { id, join, opened: verified.envelope, openedText: opened };
}

function members(text: string): { id?: unknown; join?: unknown; opened?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
