import { type KeyboardEvent, memo, type ReactNode, useMemo, useState } from 'react';
import { type Document, DOCUMENT_FORMS } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { BLOCK_FORMS, formIn, type FieldForm, formOf, ITEM_FORMS } from '@seek-justice/domain/curriculum/form.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import type { Review } from './api.ts';
import { putCaret } from './caret.ts';
import { Collisions } from './collisions.tsx';
import { ContactCodes } from './contact-codes.tsx';
import { EditingContext, ReviewContext, useEditorState } from './editing.ts';
import { useFreshReview } from './fresh-review.ts';
import type { EditorStore } from './editor-store.ts';
import { emptyThing } from './empty-thing.ts';
import { GlossaryContext, useLoadedGlossary } from './glossary/glossary-context.ts';
import { Gutter } from './gutter.tsx';
import { KeysPanel } from './keys/keys-panel.tsx';
import { type QuizAids, useQuizAids } from './quiz/quiz-aids.tsx';
import { SaveState } from './save-state.tsx';
import { ThingCard } from './thing-card.tsx';
import { ThingFields } from './thing-fields.tsx';
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
  const state = useEditorState(store);
  const { document } = state;
  const reviewing = useFreshReview(store, first, state.version);
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
            {mayWrite && <SaveState state={state} />}
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

interface ThingsProps {
  document: Document;
  mayWrite: boolean;
  store: EditorStore;
  aids?: QuizAids;
}

/** The questions of a quiz with what helps their author. */
function QuizThings(props: ThingsProps): ReactNode {
  return <Things {...props} aids={useQuizAids(props.document)} />;
}

function Things({ document, mayWrite, store, aids }: ThingsProps): ReactNode {
  const { t } = useAuthorWords();
  const [removed, setRemoved] = useState<Edit | null>(null);
  const list = document.kind === 'lesson' ? 'blocks' : document.kind === 'quiz' ? 'items' : null;
  if (!list) return null;
  const field = DOCUMENT_FORMS[document.kind].find(({ key }) => key === list) as FieldForm & { kind: 'list' };
  const things = (document.body as unknown as Record<string, { id: string; type: string }[]>)[list] ?? [];
  return (
    <>
      {aids?.head}
      {removed && (
        <p className="undo" role="status">
          {t('thing.removed')}{' '}
          <button
            type="button"
            className="plain"
            onClick={() => {
              store.edit(removed);
              setRemoved(null);
            }}
          >
            {t('thing.undo')}
          </button>
        </p>
      )}
      {things.length === 0 && <p className="nothing">{t(list === 'blocks' ? 'lesson.empty' : 'quiz.empty')}</p>}
      {things.map((thing, at) => (
        <div key={thing.id} className="thing">
          <ThingCard
            thing={thing}
            form={formIn(field, thing)}
            list={list}
            before={things[at - 1]?.id ?? null}
            beforeThat={things[at - 2]?.id ?? null}
            next={things[at + 1]?.id ?? null}
            onRemoved={setRemoved}
            onPutAside={aids?.onPutAside}
          />
          {aids?.below(thing.id)}
          {mayWrite && <AddThing list={list} field={field} after={thing.id} store={store} />}
        </div>
      ))}
      {mayWrite && things.length === 0 && <AddThing list={list} field={field} after={null} store={store} />}
      {aids?.end}
    </>
  );
}

/** Begins a block or question after another one: one choice, and it is there. As often on the page as there are blocks: none is drawn twice. */
const AddThing = memo(function AddThing({ list, field, after, store }: { list: 'blocks' | 'items'; field: FieldForm & { kind: 'list' }; after: string | null; store: EditorStore }): ReactNode {
  const { t, say } = useAuthorWords();
  const types = Object.keys(list === 'blocks' ? BLOCK_FORMS : ITEM_FORMS);
  return (
    <p className="add-thing">
      <select
        value=""
        onKeyDown={openByKey}
        aria-label={t(list === 'blocks' ? 'add.block' : 'add.item')}
        onChange={({ target }) => {
          const type = target.value;
          const form = list === 'blocks' ? (formOf(type) ?? []) : formIn(field, { type });
          const thing = emptyThing(form, type);
          const given = list === 'items' ? { options: type === 'truefalse' ? trueOrFalse(thing.options) : thing.options } : {};
          store.edit({ op: 'add', path: [list], thing: { ...thing, ...given } as typeof thing, after });
          putCaret(`#thing-${thing.id}`);
        }}
      >
        <option value="">+ {t(list === 'blocks' ? 'add.block' : 'add.item')}</option>
        {types.map((type) => (
          <option key={type} value={type}>
            {say(`${list === 'blocks' ? 'block' : 'item'}.${type}`)}
          </option>
        ))}
      </select>
    </p>
  );
});

/** An arrow in a closed list would choose what nobody has seen: it opens the list instead. */
function openByKey(event: KeyboardEvent<HTMLSelectElement>): void {
  const { currentTarget: select, key, altKey } = event;
  if (altKey || !['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key) || !CSS.supports('selector(:open)') || select.matches(':open')) return;
  event.preventDefault();
  select.showPicker();
}

function trueOrFalse(options: Json | undefined): Json {
  return Array.isArray(options) ? options.map((option, at) => ({ ...(option as object), right: at === 0 })) : [];
}
