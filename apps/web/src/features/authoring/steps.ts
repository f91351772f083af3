import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { inverseOf } from '@seek-justice/domain/curriculum/authoring/inverse.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';

/** More than anybody takes back by hand. */
const MOST = 200;

const said = (value: Json): string => JSON.stringify(value === '' ? null : value);

/** Whether an edit writes on where another one ended: in the same place, over what that had made of it. */
export function goesOn(last: Edit, edit: Edit): boolean {
  return last.op === 'set' && edit.op === 'set' && last.lang === edit.lang && last.path.join('/') === edit.path.join('/') && said(last.value) === said(edit.was);
}

const isText = (edit: Edit): edit is Extract<Edit, { op: 'set' }> => edit.op === 'set' && edit.lang !== undefined;
const samePlace = (one: Edit | undefined, other: Edit): boolean => one !== undefined && isText(one) && isText(other) && one.lang === other.lang && one.path.join('/') === other.path.join('/');

/** What one tab has changed, so that it can be taken back step by step, and made again. It lives as long as the page. */
export class Steps {
  #back: Edit[] = [];
  #forth: Edit[] = [];

  /** Remembers a change that is about to be made over `before`. Letter after letter in one place is one step. */
  made(edit: Edit, before: Document): void {
    this.#forth = [];
    const last = this.#back.at(-1);
    if (last?.op === 'set' && samePlace(last, edit) && edit.op === 'set' && said(last.was) === said(edit.was)) {
      // Back to where it began, there is nothing to take back.
      if (edit.value === last.value) this.#back.pop();
      else this.#back[this.#back.length - 1] = { ...last, was: edit.value };
      return;
    }
    const inverse = inverseOf(edit, before);
    if (inverse) this.#back = [...this.#back, inverse].slice(-MOST);
  }

  /** The edit that takes the last step back; null: there is none. */
  back(present: Document): Edit | null {
    return this.#turn(this.#back, this.#forth, present);
  }

  /** The edit that makes the step again that was taken back last. */
  forth(present: Document): Edit | null {
    return this.#turn(this.#forth, this.#back, present);
  }

  #turn(from: Edit[], to: Edit[], present: Document): Edit | null {
    const edit = from.pop();
    if (!edit) return null;
    const inverse = inverseOf(edit, present);
    if (inverse) to.push(inverse);
    return edit;
  }
}
