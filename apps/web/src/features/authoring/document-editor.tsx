import { type ReactNode, useMemo } from 'react';
import { DOCUMENT_FORMS } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import type { Review } from './api.ts';
import { Collisions } from './collisions.tsx';
import { ContactCodes } from './contact-codes.tsx';
import { EditingContext, ReviewContext, useDocument, useVersion } from './editing.ts';
import { useFreshReview } from './fresh-review.ts';
import type { EditorStore } from './editor-store.ts';
import { GlossaryContext, useLoadedGlossary } from './glossary/glossary-context.ts';
import { Gutter } from './gutter.tsx';
import { KeysPanel } from './keys/keys-panel.tsx';
import { SaveState } from './save-state.tsx';
import { ThingFields } from './thing-fields.tsx';
import { QuizThings, Things } from './things.tsx';
import { WaitsForMe } from './waits-for-me.tsx';

interface Props {
  store: EditorStore;
  first: Review | null;
  mayWrite: boolean;
  languages: readonly string[];
  /** What stands beside the text: a preview. */
  children?: ReactNode;
}

/** A document side by side in the site's languages: its own fields, then block by block. */
export function DocumentEditor({ store, first, mayWrite, languages, children }: Props): ReactNode {
  const { t } = useAuthorWords();
  const document = useDocument(store);
  const reviewing = useFreshReview(store, first, useVersion(store));
  const source = document.body.source;
  const ordered = useMemo(() => [source, ...languages.filter((lang) => lang !== source)], [source, languages]);
  const editing = useMemo(() => ({ store, languages: ordered, mayWrite, edit: (edit: Edit) => store.edit(edit) }), [store, ordered, mayWrite]);
  const glossary = useLoadedGlossary(languages);
  const form = DOCUMENT_FORMS[document.kind];
  const own = form.filter(({ kind, key }) => kind !== 'list' && key !== 'source');
  return (
    <EditingContext.Provider value={editing}>
      <ReviewContext.Provider value={reviewing}>
        <GlossaryContext.Provider value={glossary}>
          <div className="editor-now">
            {mayWrite && <SaveState store={store} />}
            <WaitsForMe />
          </div>
          {mayWrite && (
            <div className="editor-tools">
              <KeysPanel store={store} />
              <ContactCodes />
            </div>
          )}
          <Collisions store={store} />
          <div className="columns">
            <div className="beside">
              <div className="heads">
                {ordered.map((lang) => (
                  <b key={lang} lang={lang}>
                    {t(`lang.${lang}` as 'lang.km')}
                    {lang === source && <span className="faint"> · {t('lang.source')}</span>}
                    {lang !== source && mayWrite && (
                      <button type="button" className="plain" onClick={() => store.edit({ op: 'set', path: ['source'], was: source, value: lang })}>
                        {t('lang.makeSource')}
                      </button>
                    )}
                  </b>
                ))}
              </div>
              <section className="card own" id="thing-self" tabIndex={-1} aria-label={t(`kind.${document.kind}`)}>
                <header>
                  <h3>{t(`kind.${document.kind}`)}</h3>
                  <Gutter of={document.body as unknown as object} form={own} path={[]} />
                </header>
                <ThingFields thing={document.body} form={own} path={[]} named />
              </section>
              {document.kind === 'quiz' ? <QuizThings document={document} mayWrite={mayWrite} store={store} /> : <Things document={document} mayWrite={mayWrite} store={store} />}
            </div>
            {children}
          </div>
        </GlossaryContext.Provider>
      </ReviewContext.Provider>
    </EditingContext.Provider>
  );
}
