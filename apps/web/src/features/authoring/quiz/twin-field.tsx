import { type ReactNode, useSyncExternalStore } from 'react';
import type { QuizBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { useEditing } from '../editing.ts';

type Choice = { id: string; n: number; question: string };

/** Which question of form A one of form B asks the same as. Only questions of form B have this. */
export function TwinField({ value, path }: { value: string; path: string[] }): ReactNode {
  const { t, n, lang } = useAuthorWords();
  const { store, edit, mayWrite } = useEditing();
  const [, mine] = path;
  // As text: what is typed elsewhere draws nothing here.
  const asked = useSyncExternalStore(store.follow, () => {
    const { items } = store.state.document.body as QuizBody;
    if (items.find(({ id }) => id === mine)?.form !== 'b') return '';
    return JSON.stringify(items.flatMap(({ id, form, question }, at): Choice[] => (form === 'a' ? [{ id, n: at + 1, question: textIn(question ?? {}, lang) }] : [])));
  });
  if (asked === '') return null;
  const choices = JSON.parse(asked) as Choice[];
  return (
    <label className="plain-field twin">
      <span>{t('field.twin')}</span>
      <select value={value} disabled={!mayWrite} onChange={({ target }) => edit({ op: 'set', path, was: value === '' ? null : value, value: target.value === '' ? null : target.value })}>
        <option value="">{t('forms.noTwin')}</option>
        {value !== '' && !choices.some(({ id }) => id === value) && <option value={value}>{t('forms.twinGone')}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {n(choice.n)} · {choice.question}
          </option>
        ))}
      </select>
    </label>
  );
}
