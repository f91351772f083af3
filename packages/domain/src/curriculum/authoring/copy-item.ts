import type { Json } from '../../kernel/canonical.ts';
import type { ItemDraft } from '../draft.ts';
import { itemFormOf, textsOf } from '../form.ts';
import { type BankItem, ownFields } from './bank.ts';
import type { Edit } from './edit.ts';
import { editsTo } from './edits-to.ts';
import { textState } from './translation.ts';

type Known = Pick<BankItem, 'draft' | 'item' | 'source' | 'bases'>;

/** Puts a copy of a question into a quiz whose source is `source`; translations that agreed in the original agree in the copy. */
export function copyEdits(found: Known, content: string, to: { id: string; after: string | null; source: string }): Edit[] {
  const thing = { id: to.id, ...ownFields(found.item), from: { draft: found.draft, item: found.item.id, content } };
  return [{ op: 'add', path: ['items'], thing: thing as unknown as { id: string } & Record<string, Json>, after: to.after }, ...agreed(found, ['items', to.id], to.source)];
}

/** Makes a copy what its original is now. */
export function takeOverEdits(mine: ItemDraft, found: Known, content: string, source: string): Edit[] {
  const path = ['items', mine.id];
  const form = itemFormOf(found.item.type) ?? [];
  return [...editsTo(path, form, mine, found.item, Object.keys(ownFields(found.item))), keepEdit(mine, content), ...agreed(found, path, source)];
}

/** Leaves a copy as it is beside the original of today: it is spoken of again when that changes once more. */
export function keepEdit(mine: ItemDraft, content: string): Edit {
  const from = (mine.from ?? null) as unknown as Json;
  return { op: 'set', path: ['items', mine.id, 'from'], was: from, value: { ...(mine.from as object), content } as Json };
}

/** Says of every text whose translations agreed in the original that they do so here, whichever of them is the source. */
function agreed({ item, source, bases }: Known, path: readonly string[], to: string): Edit[] {
  return textsOf(item, itemFormOf(item.type) ?? []).flatMap((found): Edit[] => {
    const texts = found.text ?? {};
    const agreeing = Object.keys(texts).filter((lang) => lang === source || textState(found, lang, source, bases) === 'current');
    const text = texts[to];
    if (text === undefined || !agreeing.includes(to)) return [];
    return agreeing.filter((lang) => lang !== to).map((lang): Edit => ({ op: 'confirm', path: [...path, ...found.path], lang, from: { from: to, text } }));
  });
}
