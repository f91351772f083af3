import type { Problem } from '@seek-justice/contracts/problem.ts';
import type { Answer } from '../../../local/api.ts';

/** A course with its recordings on a bad line; whoever waits sees that it is under way. */
const PATIENCE_MS = 600_000;

function isJson(response: Response): boolean {
  return /^application\/(?:problem\+)?json\b/.test(response.headers.get('content-type') ?? '');
}

async function problemOf(response: Response): Promise<{ ok: false; status: number; problem: Problem | null }> {
  return { ok: false, status: response.status, problem: isJson(response) ? ((await response.json()) as Problem) : null };
}

/** Hands a file in as it is. */
export async function sendFile<T>(path: string, file: Blob, type: string): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { accept: 'application/json', 'content-type': type }, body: file, signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.ok && isJson(response) ? { ok: true, status: response.status, body: (await response.json()) as T } : await problemOf(response);
  } catch {
    return { ok: false, status: 0, problem: null };
  }
}

/** Fetches a file and gives it to the browser to keep. */
export async function saveFile(path: string): Promise<Answer<null>> {
  try {
    const response = await fetch(path, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    if (!response.ok || !name) return await problemOf(response);
    const link = document.createElement('a');
    link.download = name;
    link.href = URL.createObjectURL(await response.blob());
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return { ok: true, status: response.status, body: null };
  } catch {
    return { ok: false, status: 0, problem: null };
  }
}
