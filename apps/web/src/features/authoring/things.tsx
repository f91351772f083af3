import { type ComponentProps, memo, type ReactNode, useState } from 'react';
import { type Document, DOCUMENT_FORMS } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { type FieldForm, formIn } from '@seek-justice/domain/curriculum/form.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { AddThing } from './add-thing.tsx';
import type { EditorStore } from './editor-store.ts';
import { type QuizAids, useQuizAids } from './quiz/quiz-aids.tsx';
import { ThingCard } from './thing-card.tsx';

interface Props {
  document: Document;
  mayWrite: boolean;
  store: EditorStore;
  aids?: QuizAids;
}

/** The questions of a quiz with what helps their author. */
export function QuizThings(props: Props): ReactNode {
  return <Things {...props} aids={useQuizAids(props.document)} />;
}

/** The blocks of a lesson or the questions of a quiz, one below the other. */
export function Things({ document, mayWrite, store, aids }: Props): ReactNode {
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
        <Place
          key={thing.id}
          thing={thing}
          form={formIn(field, thing)}
          list={list}
          before={things[at - 1]?.id ?? null}
          beforeThat={things[at - 2]?.id ?? null}
          next={things[at + 1]?.id ?? null}
          onRemoved={setRemoved}
          onPutAside={aids?.onPutAside}
          below={aids?.below(thing.id)}
          mayWrite={mayWrite}
          field={field}
          store={store}
        />
      ))}
      {mayWrite && things.length === 0 && <AddThing list={list} field={field} after={null} store={store} />}
      {aids?.end}
    </>
  );
}

interface PlaceProps extends ComponentProps<typeof ThingCard> {
  below: ReactNode;
  mayWrite: boolean;
  field: FieldForm & { kind: 'list' };
  store: EditorStore;
}

/** A thing with what belongs to it and the way to another one after it: drawn when one of them changes, not when a neighbour does. */
const Place = memo(function Place({ below, mayWrite, field, store, ...card }: PlaceProps): ReactNode {
  return (
    <div className="thing">
      <ThingCard {...card} />
      {below}
      {mayWrite && <AddThing list={card.list} field={field} after={card.thing.id} store={store} />}
    </div>
  );
});
