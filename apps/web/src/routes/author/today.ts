/** Today as the author's computer has it, YYYY-MM-DD. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA').format(new Date());
}
