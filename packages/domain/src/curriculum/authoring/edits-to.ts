import { canonical, type Json } from '../../kernel/canonical.ts';
import type { LocalizedText } from '../../language/localized-text.ts';
import { type Form, formIn } from '../form.ts';
import type { Edit } from './edit.ts';

type Thing = Record<string, unknown>;
type Listed = Thing & { id: string };

const same = (one: unknown, other: unknown): boolean => canonical((one ?? null) as Json) === canonical((other ?? null) as Json);

/** The edits by which a thing becomes like another one of the same form. Fields that are not named in `keys` stay as they are. */
export function editsTo(path: readonly string[], form: Form, was: object, wanted: object, keys: readonly string[] = form.map(({ key }) => key)): Edit[] {
  return form
    .filter(({ key }) => keys.includes(key))
    .flatMap((field): Edit[] => {
      const at = [...path, field.key];
      const [before, after] = [(was as Thing)[field.key], (wanted as Thing)[field.key]];
      switch (field.kind) {
        case 'line':
        case 'paragraphs':
          return textEdits(at, (before ?? {}) as LocalizedText, (after ?? {}) as LocalizedText);
        case 'list':
          return listEdits(at, (one) => formIn(field, one), (before ?? []) as Listed[], (after ?? []) as Listed[]);
        default:
          return same(before, after) ? [] : [{ op: 'set', path: at, was: (before ?? null) as Json, value: (after ?? null) as Json }];
      }
    });
}

function textEdits(path: string[], before: LocalizedText, after: LocalizedText): Edit[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((lang): Edit[] =>
    before[lang] === after[lang] ? [] : [{ op: 'set', path, lang, was: before[lang] ?? null, value: after[lang] ?? null }],
  );
}

function listEdits(path: string[], form: (one: Listed) => Form, before: readonly Listed[], after: readonly Listed[]): Edit[] {
  const stays = ({ id }: Listed): boolean => after.some((one) => one.id === id);
  const kept = before.filter(stays);
  const inOrder = same(kept.map(({ id }) => id), after.filter(({ id }) => kept.some((one) => one.id === id)).map(({ id }) => id));
  // A list that is full takes nothing new before something went.
  const gone = before.filter((one) => !stays(one)).map((one): Edit => ({ op: 'remove', path, id: one.id, was: one as unknown as Json }));
  return [
    ...gone,
    // From the front: whatever stands before a thing is in its place already.
    ...after.flatMap((one, index): Edit[] => {
      const mine = kept.find(({ id }) => id === one.id);
      const behind = after[index - 1]?.id ?? null;
      if (!mine) return [{ op: 'add', path, thing: one as unknown as { id: string } & Record<string, Json>, after: behind }];
      return [...(inOrder ? [] : [{ op: 'move', path, id: one.id, after: behind } as const]), ...editsTo([...path, one.id], form(one), mine, one)];
    }),
  ];
}
