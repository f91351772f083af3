import type { Problem } from '@seek-justice/contracts/problem.ts';

/** What became of a request. `status` 0: nothing that can be believed came back. */
export type Answer<T> = { ok: true; status: number; body: T } | { ok: false; status: number; problem: Problem | null };

const PATIENCE_MS = 30_000;

function isJson(response: Response): boolean {
  return /^application\/(?:problem\+)?json\b/.test(response.headers.get('content-type') ?? '');
}

/**
 * Asks the server. A captive portal's page, a cut answer and no network are all "nothing came back": only JSON
 * that says so is an answer.
 */
export async function call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const init: RequestInit = { method, signal: abort.signal, headers: { accept: 'application/json' } };
    if (body !== undefined) {
      init.headers = { accept: 'application/json', 'content-type': 'application/json' };
      init.body = JSON.stringify(body);
    }
    const response = await fetch(path, init);
    if (response.status === 204) return { ok: true, status: 204, body: undefined as T };
    if (!isJson(response)) return { ok: false, status: response.ok ? 0 : response.status, problem: null };
    const json: unknown = await response.json();
    return response.ok ? { ok: true, status: response.status, body: json as T } : { ok: false, status: response.status, problem: json as Problem };
  } catch {
    return { ok: false, status: 0, problem: null };
  } finally {
    clearTimeout(timer);
  }
}
