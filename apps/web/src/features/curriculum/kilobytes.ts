/** Whole kilobytes (of 1,024 bytes), at least one: what a reader pays for. */
export function kilobytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1024));
}
