import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { findItems } from '@seek-justice/contracts/endpoints/find-items.ts';
import type { QuizBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { copyEdits } from '@seek-justice/domain/curriculum/authoring/copy-item.ts';
import type { BankItem } from '@seek-justice/domain/curriculum/authoring/bank.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { call } from '../../../local/api.ts';
import { Link } from '../../../ui/router.tsx';
import { useEditing } from '../editing.ts';
import { newThingId } from '../empty-thing.ts';

type Found = z.output<typeof findItems.success.body>;
type Item = Found['items'][number];

/** Questions of all quizzes and those that were put aside: found by words, taken as a copy, taken back. */
export function BankPanel(): ReactNode {
  const { t } = useAuthorWords();
  const { store, mayWrite } = useEditing();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [said, setSaid] = useState('');
  const look = async (): Promise<void> => {
    const answer = await call<Found>('GET', `/api/items?q=${encodeURIComponent(query)}`);
    setSaid(answer.ok ? '' : (answer.problem?.title ?? t('state.offline')));
    if (answer.ok) setFound(answer.body);
  };
  const { id, body } = store.state.document;
  const last = (): string | null => (store.state.document.body as QuizBody).items.at(-1)?.id ?? null;
  const copy = (item: Item): void => {
    for (const edit of copyEdits(item as unknown as BankItem, item.content, { id: newThingId(), after: last(), source: body.source })) store.edit(edit);
    setSaid(t('bank.copied'));
  };
  const back = async (item: Item): Promise<void> => {
    const answer = await call('POST', `/api/drafts/${id}/take-back`, { aside: item.aside, after: last() });
    if (!answer.ok) return setSaid(answer.problem?.title ?? t('state.offline'));
    await store.save();
    await look();
    setSaid(t('bank.backDone'));
  };
  return (
    <details className="bank">
      <summary>{t('bank.title')}</summary>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <label>
          <span className="field-name">{t('bank.search')}</span>
          <input type="search" value={query} maxLength={80} onChange={({ target }) => setQuery(target.value)} />
        </label>
        <button type="submit">{t('bank.find')}</button>
      </form>
      <p role="status">{said || (found?.items.length === 0 ? t('bank.none') : '')}</p>
      <ul>
        {found?.items.map((item) => (
          <BankRow key={`${item.draft} ${item.item.id} ${item.aside}`} item={item} here={item.draft === id} mayWrite={mayWrite} onCopy={() => copy(item)} onBack={() => void back(item)} />
        ))}
      </ul>
      {found?.more && <p>{t('bank.more')}</p>}
    </details>
  );
}

function BankRow({ item, here, mayWrite, onCopy, onBack }: { item: Item; here: boolean; mayWrite: boolean; onCopy: () => void; onBack: () => void }): ReactNode {
  const { t, lang } = useAuthorWords();
  const { languages } = useEditing();
  const question = (item.item.question ?? {}) as LocalizedText;
  return (
    <li>
      {languages.map((one) => (
        <p key={one} lang={one}>
          {question[one]}
        </p>
      ))}
      <p className="faint">
        {item.aside === null ? <Link to={`/author/${item.draft}#thing-${item.item.id}`}>{textIn(item.title, lang) || t('tree.untitled')}</Link> : t('bank.aside')}
        {' · '}
        {t('bank.uses', { quizzes: item.quizzes, published: item.published, versions: item.versions })}
      </p>
      {here && item.aside === null ? (
        <p className="faint">{t('bank.here')}</p>
      ) : (
        mayWrite && (
          <p className="list-do">
            {here && (
              <button type="button" className="plain" onClick={onBack}>
                {t('bank.back')}
              </button>
            )}
            {!here && (
              <button type="button" className="plain" onClick={onCopy}>
                {t('bank.copy')}
              </button>
            )}
          </p>
        )
      )}
    </li>
  );
}
