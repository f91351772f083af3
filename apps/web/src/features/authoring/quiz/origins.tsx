import { type ReactNode, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { draftOrigins } from '@seek-justice/contracts/endpoints/find-items.ts';
import type { BankItem } from '@seek-justice/domain/curriculum/authoring/bank.ts';
import { keepEdit, takeOverEdits } from '@seek-justice/domain/curriculum/authoring/copy-item.ts';
import type { ItemDraft } from '@seek-justice/domain/curriculum/draft.ts';
import { itemFormOf, textsOf } from '@seek-justice/domain/curriculum/form.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { call } from '../../../local/api.ts';
import { Link } from '../../../ui/router.tsx';
import { Difference } from '../difference.tsx';
import { useEditing } from '../editing.ts';

type Origins = z.output<typeof draftOrigins.success.body>['origins'];
export type OriginOf = Origins[number];

/** The originals of a quiz's copies as they are now. Asked for when there is a copy whose original was not asked for yet. */
export function useOrigins(id: string, items: readonly ItemDraft[]): readonly OriginOf[] {
  const [origins, setOrigins] = useState<Origins>([]);
  const copies = items.flatMap(({ id: item, from }) => (from ? [`${item} ${from.draft} ${from.item}`] : [])).join();
  useEffect(() => {
    if (copies === '') return setOrigins([]);
    void call<{ origins: Origins }>('GET', `/api/drafts/${id}/origins`).then((answer) => answer.ok && setOrigins(answer.body.origins));
  }, [id, copies]);
  return origins;
}

/** Every text that differs between a copy and its original. */
function differing(mine: ItemDraft, original: ItemDraft): { key: string; lang: string; before: string; after: string }[] {
  const texts = (item: ItemDraft): Map<string, Record<string, string>> => new Map(textsOf(item, itemFormOf(item.type) ?? []).map(({ path, text }) => [path.join('/'), text ?? {}]));
  const [here, there] = [texts(mine), texts(original)];
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((key) =>
    [...new Set([...Object.keys(here.get(key) ?? {}), ...Object.keys(there.get(key) ?? {})])].flatMap((lang) => {
      const [before, after] = [here.get(key)?.[lang] ?? '', there.get(key)?.[lang] ?? ''];
      return before === after ? [] : [{ key: `${key} ${lang}`, lang, before, after }];
    }),
  );
}

/** Where a copied question comes from; when its original has changed, what that would change here, and the choice. */
export function OriginNote({ mine, origin }: { mine: ItemDraft; origin: OriginOf | undefined }): ReactNode {
  const { t } = useAuthorWords();
  const { store, mayWrite } = useEditing();
  if (!mine.from) return null;
  const { original } = origin ?? {};
  const found = original as unknown as BankItem | null | undefined;
  // Judged here: what the author has just taken over may still be on its way to the server.
  const changed = original && original.content !== mine.from.content && found?.item.type === mine.type;
  return (
    <div className={changed ? 'origin changed' : 'origin'}>
      <p>
        {origin && !original ? t('origin.gone') : <Link to={`/author/${mine.from.draft}#thing-${mine.from.item}`}>{t('origin.copy')}</Link>}
        {changed && ` · ${t('origin.changed')}`}
      </p>
      {changed && (
        <>
          {differing(mine, found.item).map(({ key, ...texts }) => (
            <Difference key={key} {...texts} />
          ))}
          {mayWrite && (
            <p className="list-do">
              <button type="button" className="plain" onClick={() => takeOverEdits(mine, found, original.content, store.state.document.body.source).forEach((edit) => store.edit(edit))}>
                {t('origin.take')}
              </button>
              <button type="button" className="plain" onClick={() => store.edit(keepEdit(mine, original.content))}>
                {t('origin.keep')}
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}
