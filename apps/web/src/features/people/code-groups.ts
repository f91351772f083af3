const GROUPS = /^(\d{4})(\d{5})(\d{5})$/;

/** A code's digits alone, whatever stands between them. */
export function bareCode(code: string): string {
  return code.replace(/\D/g, '');
}

/** The groups in which a code is printed: four, five and five digits; anything else in one piece. */
export function codeGroups(code: string): string[] {
  return GROUPS.exec(bareCode(code))?.slice(1) ?? [code];
}

/** The address behind the square on a card: the sign-in page with the code filled in, which no server sees. */
export function cardAddress(origin: string, code: string): string {
  return `${origin}/sign-in#code=${bareCode(code)}`;
}

/** The address as it is typed by hand. */
export function typedAddress(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}
