import { type ReactNode, useState } from 'react';
import { type FieldForm, type Form, formIn } from '@seek-justice/domain/curriculum/form.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { letterOf } from '@seek-justice/domain/assessment/letters.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { putCaret } from './caret.ts';
import { useEditing } from './editing.ts';
import { emptyThing } from './empty-thing.ts';
import { MediaField } from './media/media-field.tsx';
import { Question } from './media/question.tsx';
import { PlainField } from './plain-field.tsx';
import { TextPair } from './text-pair.tsx';

type Thing = Record<string, Json>;

/** All fields of a thing by its form. The name of its only text is not said, since it is the thing itself, unless it is to be `named`. */
export function ThingFields({ thing, form, path, named = false }: { thing: object; form: Form; path: string[]; named?: boolean }): ReactNode {
  const texts = form.filter(({ kind, key }) => (kind === 'line' || kind === 'paragraphs') && key !== 'notes').length;
  return form.map((field) => <Field key={field.key} field={field} thing={thing as Thing} path={[...path, field.key]} alone={texts === 1 && !named} />);
}

function Field({ field, thing, path, alone }: { field: FieldForm; thing: Thing; path: string[]; alone: boolean }): ReactNode {
  const { say } = useAuthorWords();
  const value = thing[field.key];
  switch (field.kind) {
    case 'line':
    case 'paragraphs': {
      const found = { path, field: field as never, text: value as unknown as LocalizedText | undefined };
      // What an officer says is the officer's part itself.
      const officers = thing.type === 'officer' && field.key === 'notes';
      const name = say(officers ? 'sheet.officerNotes' : `field.${field.key}`);
      if ('optional' in field)
        return (
          <Seldom name={name} there={value !== undefined || officers} within={<TextPair found={found} name="" />}>
            <TextPair found={found} name={name} />
          </Seldom>
        );
      return (
        <>
          <TextPair found={found} name={alone ? '' : name} />
          {field.key === 'alt' && <p className="hint md-hint">{say('field.altHint')}</p>}
        </>
      );
    }
    case 'media':
      return <MediaField field={field} value={value ?? null} path={path} consent={thing.consent} />;
    case 'list':
      return <ListField field={field} list={(value ?? []) as unknown as ({ id: string } & Thing)[]} path={path} />;
    case 'group':
      return <GroupField field={field} value={(value ?? null) as Thing | null} path={path} />;
    case 'choice':
      if (field.asked) return <Question field={field} value={value ?? null} path={path} />;
      return <ChoiceField field={field} value={value} path={path} />;
    default:
      return <PlainField field={field} value={value ?? null} path={path} text={thing.text as unknown as LocalizedText | undefined} />;
  }
}

function ChoiceField({ field, value, path }: { field: FieldForm & { kind: 'choice' }; value: Json | undefined; path: string[] }): ReactNode {
  const { say } = useAuthorWords();
  const chosen = <PlainField field={field} value={value ?? null} path={path} />;
  if (!field.optional) return chosen;
  return (
    <Seldom name={say(`field.${field.key}`)} there={value !== undefined} within={chosen}>
      {chosen}
    </Seldom>
  );
}

/**
 * What most things do not have: a line, not a field, until somebody wants it. It is never drawn otherwise after that: who
 * writes its first words would lose the caret. `within`: the same as it stands below that line, which is its name.
 */
function Seldom({ name, there, within, children }: { name: string; there: boolean; within: ReactNode; children: ReactNode }): ReactNode {
  const { mayWrite } = useEditing();
  const [folded] = useState(!there);
  const [open, setOpen] = useState(there);
  if (there && !open) setOpen(true);
  if (!folded) return children;
  if (!there && !mayWrite) return null;
  return (
    <details className="more" open={open || undefined}>
      <summary>{name}</summary>
      {within}
    </details>
  );
}

/** Texts below a path. */
const below = (path: readonly string[]): string => `[data-path^="${path.join('/')}/"]`;

function GroupField({ field, value, path }: { field: FieldForm & { kind: 'group' }; value: Thing | null; path: string[] }): ReactNode {
  const { t, say } = useAuthorWords();
  const { edit, mayWrite } = useEditing();
  if (!value && !mayWrite) return null;
  if (!value) {
    const { id: _, ...empty } = emptyThing(field.of());
    return (
      <button
        type="button"
        className="plain add-small"
        onClick={() => {
          edit({ op: 'set', path, was: null, value: empty });
          putCaret(below(path));
        }}
      >
        + {say(`add.${field.key}`)}
      </button>
    );
  }
  return (
    <div className="group">
      <ThingFields thing={value} form={field.of()} path={path} />
      {field.optional && mayWrite && (
        <button type="button" className="plain" onClick={() => edit({ op: 'set', path, was: value, value: null })}>
          {t('thing.remove')}
        </button>
      )}
    </div>
  );
}

function ListField({ field, list, path }: { field: FieldForm & { kind: 'list' }; list: ({ id: string } & Thing)[]; path: string[] }): ReactNode {
  const { t, say, lang } = useAuthorWords();
  const { edit, mayWrite } = useEditing();
  const lettered = field.key === 'options' || field.key === 'choices';
  return (
    <ol className={`things ${field.key}`} data-path={path.join('/')}>
      {list.map((one, at) => (
        <li key={one.id}>
          <span className="ordinal" aria-hidden="true">
            {lettered ? letterOf(lang, at) : '•'}
          </span>
          <div className="inside">
            <ThingFields thing={one} form={formIn(field, one)} path={[...path, one.id]} />
            {mayWrite && (
              <p className="list-do">
                {at > 0 && (
                  <button type="button" className="plain" onClick={() => edit({ op: 'move', path, id: one.id, after: list[at - 2]?.id ?? null })}>
                    {t('thing.up')}
                  </button>
                )}
                <button type="button" className="plain" onClick={() => edit({ op: 'remove', path, id: one.id, was: one })}>
                  {t('thing.remove')}
                </button>
              </p>
            )}
          </div>
        </li>
      ))}
      {mayWrite && list.length < field.most && (
        <li className="add">
          <button
            type="button"
            className="plain add-small"
            onClick={() => {
              const thing = emptyThing(formIn(field, {}));
              edit({ op: 'add', path, thing, after: list.at(-1)?.id ?? null });
              putCaret(below([...path, thing.id]));
            }}
          >
            + {say(`add.${field.key}`)}
          </button>
        </li>
      )}
    </ol>
  );
}
