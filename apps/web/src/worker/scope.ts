/** What of a service worker's surroundings is used here; TypeScript cannot hold them beside those of a page. */
export interface LateEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

export interface FetchEvent extends LateEvent {
  request: Request;
  /** Of a page that is on its way: absent in some old browsers. */
  resultingClientId?: string;
  respondWith: (answer: Promise<Response>) => void;
}

interface WorkerScope {
  addEventListener: {
    (type: 'install' | 'activate', listener: (event: LateEvent) => void): void;
    (type: 'fetch', listener: (event: FetchEvent) => void): void;
    (type: 'message', listener: (event: LateEvent & { data: unknown }) => void): void;
    (type: 'sync', listener: (event: LateEvent & { tag: string }) => void): void;
  };
  clients: { claim: () => Promise<void>; matchAll: () => Promise<{ postMessage: (message: unknown) => void }[]>; get: (id: string) => Promise<unknown> };
  registration: { update: () => Promise<unknown>; waiting: { postMessage: (message: unknown) => void } | null };
  skipWaiting: () => Promise<void>;
  location: Location;
}

export const scope = globalThis as unknown as WorkerScope;
