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
  if (read() !== id) write(id, `; Max-Age=${HALF_YEAR_S}`);
}

/** Nobody has a session. */
export function clearProfile(): void {
  if (read()) write('', '; Max-Age=0');
}

/** The reader leaves here and now, whatever the network says. */
export function leaveProfile(): void {
  write(LEFT, `; Max-Age=${HALF_YEAR_S}`);
}

const CURTAIN = 'sj_curtain';

/** The reader left in a hurry: whoever comes next is asked for the secret. Written at once, also while the page goes. */
export function drawCurtain(): void {
  document.cookie = `${CURTAIN}=1; Path=/; SameSite=Lax; Max-Age=${HALF_YEAR_S}`;
}

/** Whether the reader has left in a hurry, and nobody has come since. */
export function isCurtainDrawn(): boolean {
  return document.cookie.split('; ').includes(`${CURTAIN}=1`);
}

/** Whether the curtain is drawn; it is open again after this. */
export function takeCurtain(): boolean {
  const drawn = isCurtainDrawn();
  if (drawn) document.cookie = `${CURTAIN}=; Path=/; SameSite=Lax; Max-Age=0`;
  return drawn;
}
