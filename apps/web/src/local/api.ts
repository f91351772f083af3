import type { Problem } from '@seek-justice/contracts/problem.ts';

/** What became of a request. `status` 0: nothing that can be believed came back. */
export type Answer<T> = { ok: true; status: number; body: T } | { ok: false; status: number; problem: Problem | null };

/** How a request is sent. */
interface How {
  /** Is given a copy of the answer as it came. */
  look?: (response: Response) => void;
  /** A device's token: then no cookie goes along. */
  token?: string | null;
  /** Sends the body packed, where the browser can: for routes that take it. */
  pack?: boolean;
  /** Longer than usual, where the server has much to do before it answers. */
  patienceMs?: number;
}

const PATIENCE_MS = 30_000;
/** Smaller bodies are not worth packing. */
const WORTH_PACKING = 1_000;

function isJson(response: Response): boolean {
  return /^application\/(?:problem\+)?json\b/.test(response.headers.get('content-type') ?? '');
}

function packed(text: string): Promise<Blob> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

async function requestOf(method: string, body: unknown, { token, pack = false }: How): Promise<RequestInit> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token) headers.authorization = `Bearer ${token}`;
  const init: RequestInit = { method, headers, ...(token ? { credentials: 'omit' } : {}) };
  if (body === undefined) return init;
  headers['content-type'] = 'application/json';
  const text = JSON.stringify(body);
  if (!pack || text.length < WORTH_PACKING || typeof CompressionStream === 'undefined') return { ...init, body: text };
  headers['content-encoding'] = 'gzip';
  return { ...init, body: await packed(text) };
}

/**
 * Asks the server. A captive portal's page, a cut answer and no network are all "nothing came back": only JSON
 * that says so is an answer.
 */
export async function call<T>(method: 'GET' | 'POST', path: string, body?: unknown, how: How = {}): Promise<Answer<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), how.patienceMs ?? PATIENCE_MS);
  try {
    const response = await fetch(path, { ...(await requestOf(method, body, how)), signal: abort.signal });
    if (response.status === 204) return { ok: true, status: 204, body: undefined as T };
    if (!isJson(response)) return { ok: false, status: response.ok ? 0 : response.status, problem: null };
    how.look?.(response.clone());
    const json: unknown = await response.json();
    return response.ok ? { ok: true, status: response.status, body: json as T } : { ok: false, status: response.status, problem: json as Problem };
  } catch {
    return { ok: false, status: 0, problem: null };
  } finally {
    clearTimeout(timer);
  }
}
