import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ChoiceRow } from '../choice-row.tsx';
import { DraftField } from '../draft-field.tsx';
import { FocusedHeading } from '../focused-heading.tsx';
import { useSiteData } from '../site-data.tsx';
import { type StaffKey, useStaffWords } from '../words.ts';
import { draftOf, numberErrors, type NumberErrors, sentDraft, TEXTS } from './number-draft.ts';
import { ANSWERS, type ContactWords, type OfficeContact } from './shapes.ts';
import { isDone, type Outcome, useDeed } from './use-deed.ts';

interface Props extends Outcome {
  /** The one to change; null for a new one. */
  one: OfficeContact | null;
  onDone: (done: OfficeContact) => void;
  onClose: () => void;
}

const KINDS = ['police', 'helpline', 'ngo', 'care'] as const;
const ORDER = ['number', 'name', 'answers', 'sourceTitle'] as const;

/** A field that is written in every language of the site, side by side. */
function Texts({ field, hint, draft, errors, onChange }: { field: keyof typeof TEXTS; hint?: StaffKey; draft: ContactWords; errors: NumberErrors; onChange: (part: Partial<ContactWords>) => void }): ReactNode {
  const { t } = useStaffWords();
  const { languages } = useSiteData();
  const what = t(`number.field.${field}`);
  const error = errors[field];
  return (
    <div className="pair">
      {languages.map((lang) => {
        const missing = error === 'number.error.text' && draft[field][lang]?.trim();
        return (
          <DraftField
            key={lang}
            name={`${field}.${lang}`}
            label={t('number.inLanguage', { what, language: t(`number.language.${lang}` as StaffKey) })}
            hint={hint && t(hint)}
            error={error && !missing ? t(error) : undefined}
          >
            {(tied) => <textarea {...tied} lang={lang} rows={field === 'answers' ? 3 : 2} autoComplete="off" value={draft[field][lang] ?? ''} onChange={({ target }) => onChange({ [field]: { ...draft[field], [lang]: target.value } })} />}
          </DraftField>
        );
      })}
    </div>
  );
}

/** Which languages they speak: any number of them. */
function Languages({ draft, onChange }: { draft: ContactWords; onChange: (part: Partial<ContactWords>) => void }): ReactNode {
  const { t } = useStaffWords();
  const { languages } = useSiteData();
  return (
    <fieldset className="choices number-languages">
      <legend>{t('number.field.languages')}</legend>
      <div className="choice-row">
        {languages.map((lang) => (
          <label key={lang}>
            <input
              type="checkbox"
              checked={draft.languages.includes(lang)}
              onChange={({ target }) => onChange({ languages: target.checked ? [...draft.languages, lang] : draft.languages.filter((known) => known !== lang) })}
            />
            <span>{t(`number.language.${lang}` as StaffKey)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The form for a number to call, new or to be changed. What is not known stays not known. */
export function NumberForm({ one, put, again, onDone, onClose }: Props): ReactNode {
  const { t, n } = useStaffWords();
  const { languages } = useSiteData();
  // As it was read when the form was opened: whoever changed it since is not written over.
  const [read] = useState(one);
  const [draft, setDraft] = useState(() => draftOf(one?.contact ?? null));
  const [errors, setErrors] = useState<NumberErrors>({});
  const { busy, trouble, send } = useDeed({ put, again });
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<ContactWords>): void => setDraft((old) => ({ ...old, ...part }));
  useEffect(() => {
    if (ORDER.some((field) => errors[field])) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wrong = numberErrors(draft, languages);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    const words = sentDraft(draft);
    const outcome = await send(read ? `/${read.contact.id}` : '', read ? { ...words, version: read.version } : words);
    if (isDone(outcome)) onDone(outcome);
  };
  const answer = (field: keyof typeof ANSWERS): ReactNode => (
    <ChoiceRow
      name={field}
      label={t(`number.field.${field}`)}
      value={String(draft[field])}
      onChoose={(value) => change({ [field]: value === 'true' ? true : value === 'false' ? false : value === 'null' ? null : value })}
      groups={[{ choices: Object.entries(ANSWERS[field]).map(([value, key]) => ({ value, label: t(key) })) }]}
    />
  );
  const title = `number-form-${read?.contact.id ?? 'new'}`;
  return (
    <form className="draft-form number-form" ref={form} noValidate autoComplete="off" aria-labelledby={title} onSubmit={(event) => void submit(event)}>
      <FocusedHeading level={2} id={title}>
        {read ? t('number.changeTitle', { number: n(read.contact.number) }) : t('number.add')}
      </FocusedHeading>
      {read && <p>{t('number.changeText')}</p>}
      <DraftField name="number" label={t('number.field.number')} hint={t('number.field.numberHint')} error={errors.number && t(errors.number)}>
        {(tied) => <input {...tied} type="text" inputMode="tel" autoComplete="off" maxLength={24} value={draft.number} onChange={({ target }) => change({ number: target.value })} />}
      </DraftField>
      <ChoiceRow name="kind" label={t('number.field.kind')} value={draft.kind} onChoose={(kind) => change({ kind: kind as ContactWords['kind'] })} groups={[{ choices: KINDS.map((kind) => ({ value: kind, label: t(`number.kind.${kind}`) })) }]} />
      <Texts field="name" draft={draft} errors={errors} onChange={change} />
      <Texts field="answers" hint="number.field.answersHint" draft={draft} errors={errors} onChange={change} />
      {answer('free')}
      {answer('hours')}
      <Languages draft={draft} onChange={change} />
      {answer('anonymous')}
      {answer('reportsTo')}
      <Texts field="sourceTitle" hint="number.field.sourceTitleHint" draft={draft} errors={errors} onChange={change} />
      <p className="trouble-line" role="alert">
        {trouble && t(trouble)}
      </p>
      <div className="do">
        <button type="submit" aria-disabled={busy}>
          {t(busy ? 'number.busy' : read ? 'number.save' : 'number.addIt')}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {t('number.no')}
        </button>
      </div>
    </form>
  );
}
