/** The player, fetched when somebody wants to hear something. */
export function loadPlayer(): Promise<typeof import('./player.ts')> {
  return import('./player.ts');
}

/** Its controls. */
export function loadPlayerBar(): Promise<typeof import('./player-bar.tsx')> {
  return import('./player-bar.tsx');
}
