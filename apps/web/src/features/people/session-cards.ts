import { createStore, useStore } from '../../local/store.ts';

/** A card that was made since the page was opened. The server does not know its code any more. */
export interface SessionCard {
  person: string;
  name: string;
  /** ASCII digits, as the phone's keys have them. */
  code: string;
  printed: boolean;
}

const store = createStore<readonly SessionCard[]>([]);

/** Keeps a new card in memory, in the place of an older one of the same person. */
export function keepCard(card: Omit<SessionCard, 'printed'>): void {
  store.set([...store.get().filter(({ person }) => person !== card.person), { ...card, printed: false }]);
}

/** Notes that cards went to the printer. */
export function markPrinted(codes: readonly string[]): void {
  store.set(store.get().map((card) => (codes.includes(card.code) ? { ...card, printed: true } : card)));
}

/** Forgets all cards: nobody after this reader sees them. */
export function forgetCards(): void {
  store.set([]);
}

/** The cards of this session, oldest first. */
export function useSessionCards(): readonly SessionCard[] {
  return useStore(store);
}
