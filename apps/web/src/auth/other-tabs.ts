let channel: BroadcastChannel | null | undefined;

/** Absent in old browsers: there a tab finds out when it is used next. */
function open(): BroadcastChannel | null {
  return (channel ??= typeof BroadcastChannel === 'function' ? new BroadcastChannel('session') : null);
}

/** Tells the other tabs who reads now: a person's id, or null after a sign-out. */
export function tellOtherTabs(reader: string | null): void {
  open()?.postMessage(reader);
}

/** Calls back when another tab says who reads now. */
export function hearOtherTabs(listener: (reader: string | null) => void): void {
  open()?.addEventListener('message', ({ data }: MessageEvent<string | null>) => listener(data));
}
