/** Which lesson is handed on: its number (`2.1`), its title, and the hash of its text. */
export interface Given {
  number: string;
  title: string;
  hash: string;
}
