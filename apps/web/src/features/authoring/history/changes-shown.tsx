import type { ReactNode } from 'react';
import { changesBetween, type FieldChange, type ThingChange } from '@seek-justice/domain/curriculum/authoring/changes.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { Difference } from '../difference.tsx';
import { fieldWords } from './field-words.ts';

/** Words for the members of a document's lists, by the list: what has no type of its own is a document. */
const MEMBERS: Readonly<Record<string, string>> = { modules: 'kind.module', lessons: 'kind.lesson', quizzes: 'kind.quiz', blocks: 'block', items: 'item' };

function Field({ change }: { change: FieldChange }): ReactNode {
  const words = useAuthorWords();
  const { t, say } = words;
  const { field, before, after } = change;
  const [was, is] = [fieldWords(field, before, words), fieldWords(field, after, words)];
  return (
    <p className="field-change">
      <span className="field-name">{say(`field.${field.key}`)}</span>{' '}
      {field.kind === 'list' ? (
        t('history.order')
      ) : was === null || is === null ? (
        t('history.other')
      ) : (
        <>
          <del>{was}</del> <ins>{is}</ins>
        </>
      )}
    </p>
  );
}

function Change({ change, kind }: { change: ThingChange; kind: Document['kind'] }): ReactNode {
  const { t, say, n } = useAuthorWords();
  const { list, type, what, moved, place, texts, fields } = change;
  const member = list === null ? `kind.${kind}` : (MEMBERS[list] ?? list);
  return (
    <section className={`change is-${what}`} data-thing={change.thing}>
      <h3>
        {place !== null && `${n(place)} · `}
        {say(type === null ? member : `${member}.${type}`)}
        {what !== 'changed' && <b className="what">{t(what === 'added' ? 'history.added' : 'history.removed')}</b>}
        {moved && <b className="what">{t('history.moved')}</b>}
      </h3>
      {texts.map(({ path, lang, before, after }) => (
        <div key={`${path.join('/')} ${lang}`}>
          <span className="field-name">
            {say(`field.${path.at(-1)}`)} · {say(`lang.${lang}`)}
          </span>
          <Difference before={before} after={after} lang={lang} />
        </div>
      ))}
      {/* Of what came or went its words say enough. */}
      {what === 'changed' && fields.map((field) => <Field key={field.path.join('/')} change={field} />)}
    </section>
  );
}

/** What is other between two versions of a document, thing by thing, in every language. */
export function ChangesShown({ kind, before, after }: { kind: Document['kind']; before: Document['body']; after: Document['body'] }): ReactNode {
  const { t } = useAuthorWords();
  const changes = changesBetween(kind, before, after);
  if (changes.length === 0) return <p>{t('history.same')}</p>;
  return changes.map((change) => <Change key={`${change.list} ${change.thing} ${change.what}`} change={change} kind={kind} />);
}
