/** Hosts that mean "this computer" on every computer. */
const LOOPBACK = /^(localhost|127\..*|\[::1\])$/;

/** Whether an address that is printed here would lead phones nowhere. */
export function isThisComputerAlone(): boolean {
  return LOOPBACK.test(location.hostname);
}
