import { version } from 'virtual:client-assets';

const SHELLS = 'shell-';

/** The app itself, of this build. */
export const SHELL = SHELLS + version;
/** Lessons and audio, each under its hash: shared by all builds, and by the pages. */
export const FILES = 'files';
/** What an answer was asked with does not matter: names with a hash say all. */
export const ANY = { ignoreVary: true };

/** Whether an older build is on the phone. */
export async function isUpdate(): Promise<boolean> {
  return (await caches.keys()).some((name) => name.startsWith(SHELLS) && name !== SHELL);
}

/** Lets go of older builds, but for the one before: pages that it has made may still want a part of it. */
export async function dropOldShells(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(SHELLS) && name !== SHELL);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}
