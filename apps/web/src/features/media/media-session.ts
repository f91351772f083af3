export interface Keys {
  play: () => void;
  pause: () => void;
  previoustrack: () => void;
  nexttrack: () => void;
}

/** Gives the phone's own keys and its lock screen to the player, under a name that says nothing of what is heard. */
export function takeMediaKeys(keys: Keys): void {
  const { mediaSession } = navigator as Navigator & { mediaSession?: MediaSession };
  if (!mediaSession || typeof MediaMetadata === 'undefined') return;
  mediaSession.metadata = new MediaMetadata({ title: 'Lessons · មេរៀន' });
  for (const [name, act] of Object.entries(keys)) mediaSession.setActionHandler(name as MediaSessionAction, act);
}
