const NAME = 'sj_profile';
/** Instead of an id: the reader has left, and the server could not be told yet. The next sign-in writes over it. */
const LEFT = '-';
const HALF_YEAR_S = 15_552_000;

function read(): string | null {
  return document.cookie.split('; ').find((one) => one.startsWith(`${NAME}=`))?.slice(NAME.length + 1) || null;
}

function write(value: string, more: string): void {
  document.cookie = `${NAME}=${value}; Path=/; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}${more}`;
}

/** Who the session's cookie belongs to, as the server said when it gave it; null for nobody. A random id, no name. */
export function profileId(): string | null {
  const value = read();
  return value === LEFT ? null : value;
}

/** Whether the phone still has to tell the server that its reader has left. */
export function hasLeft(): boolean {
  return read() === LEFT;
}

/** The server has said who has the session. */
export function nameProfile(id: string): void {
  if (read() !== id) write(id, '');
}

/** Nobody has a session. */
export function clearProfile(): void {
  if (read()) write('', '; Max-Age=0');
}

/** The reader leaves here and now, whatever the network says. */
export function leaveProfile(): void {
  write(LEFT, `; Max-Age=${HALF_YEAR_S}`);
}
