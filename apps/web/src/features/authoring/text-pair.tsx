import { type ReactNode, useId, useRef, useSyncExternalStore } from 'react';
import { type Bases, textKey } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { basisOf, textState } from '@seek-justice/domain/curriculum/authoring/translation.ts';
import type { FoundText } from '@seek-justice/domain/curriculum/form.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { Difference } from './difference.tsx';
import { useEditing } from './editing.ts';
import { useTerms } from './glossary/glossary-context.ts';
import { MissedTerms, TermLine, useAgreed, useFoundTerms } from './glossary/term-notes.tsx';
import { useReferenceMarks } from './reference-marks.ts';
import { ReferenceNotes } from './reference-words.tsx';
import { TextField } from './text-field.tsx';

/** One text in the site's languages side by side; a stale translation shows what changed in its source, and how to settle it. */
export function TextPair({ found, name }: { found: FoundText; name: string }): ReactNode {
  const { t } = useAuthorWords();
  const { languages, mayWrite, edit, store } = useEditing();
  const { path, text, field } = found;
  const key = textKey(path);
  // This text's own bases alone: a letter typed elsewhere draws nothing here.
  const mine = useSyncExternalStore(store.follow, () => store.state.document.bases[key]);
  const source = useSyncExternalStore(store.follow, () => store.state.document.body.source);
  const bases: Bases = mine ? { [key]: mine } : {};
  const original = text?.[source] ?? '';
  const describedBy = useId();
  const index = useTerms(source);
  const terms = useFoundTerms(original, source);
  const agreed = useAgreed(source);
  const glossed = index ? { index, terms, agreed, describedBy } : null;
  return (
    <div className="pair">
      {languages.map((lang) => {
        const state = textState(found, lang, source, bases);
        const basis = state === 'stale' ? basisOf(bases, path, lang, source) : null;
        const own = text?.[lang] ?? '';
        return (
          <Half key={lang} state={state} lang={lang} path={path}>
            {name !== '' && <span className="field-name">{name}</span>}
            <TextField
              text={own}
              lang={lang}
              label={`${name || t('field.text')} · ${t(`lang.${lang}` as 'lang.km')}`}
              placeholder={mayWrite ? t('field.write') : t('field.nothing')}
              many={field.kind === 'paragraphs'}
              readOnly={!mayWrite}
              glossed={lang === source ? glossed : null}
              onText={(value, was) => edit({ op: 'set', path, lang, was: was === '' ? null : was, value, ...(lang === source ? {} : { from: { from: source, text: original } }) })}
            />
            {lang === source ? <TermLine id={describedBy} terms={terms} lang={source} /> : <MissedTerms terms={terms} translation={own} lang={lang} source={source} />}
            {state === 'stale' && (
              <div className="stale-note">
                {basis ? <Difference before={basis.text} after={original} lang={source} /> : <p>{t('stale.unknown')}</p>}
                {mayWrite && (
                  <button type="button" className="plain" onClick={() => edit({ op: 'confirm', path, lang, from: { from: source, text: original } })}>
                    {t('stale.still')}
                  </button>
                )}
              </div>
            )}
            <ReferenceNotes text={own} />
          </Half>
        );
      })}
    </div>
  );
}

function Half({ state, lang, path, children }: { state: string; lang: string; path: readonly string[]; children: ReactNode }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useReferenceMarks(box);
  return (
    <div ref={box} className={`half is-${state}`} data-lang={lang} data-path={path.join('/')}>
      {children}
    </div>
  );
}
