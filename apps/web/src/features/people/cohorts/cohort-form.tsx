import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { call } from '../../../local/api.ts';
import { LONGEST } from '../draft.ts';
import { DraftField } from '../draft-field.tsx';
import { FocusedHeading } from '../focused-heading.tsx';
import { sortedProvinces, useSiteData } from '../site-data.tsx';
import { type StaffKey, useStaffWords } from '../words.ts';
import type { Cohort } from './use-cohorts.ts';

interface Props {
  scope: readonly string[] | null;
  onMade: (made: Cohort) => void;
  onClose: () => void;
}

type Field = 'name' | 'province';
type Errors = Partial<Record<Field, StaffKey>>;

function troubleWords(status: number): StaffKey {
  if (status === 0) return 'cohort.unsure';
  return status === 401 ? 'add.error.signIn' : status === 403 ? 'failed.notAllowedText' : 'add.error.failed';
}

/** The form for a new cohort: a name for the coordinator's eyes, and a province. */
export function CohortForm({ scope, onMade, onClose }: Props): ReactNode {
  const { t, lang } = useStaffWords();
  const { provinces } = useSiteData();
  const [name, setName] = useState('');
  const [province, setProvince] = useState(scope?.length === 1 ? (scope[0] ?? '') : '');
  const [errors, setErrors] = useState<Errors>({});
  const [trouble, setTrouble] = useState<StaffKey | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = (['name', 'province'] as const).find((field) => errors[field]);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  }, [errors]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const typed = name.normalize('NFC').trim();
    const wrong: Errors = {};
    if (typed === '') wrong.name = 'cohort.errorName';
    if (typed.length > LONGEST.name) wrong.name = 'add.error.long';
    if (province === '') wrong.province = 'add.error.province';
    setErrors(wrong);
    setTrouble(null);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    const answer = await call<Cohort>('POST', '/api/cohorts', { name: typed, province });
    setBusy(false);
    if (answer.ok) onMade(answer.body);
    else setTrouble(troubleWords(answer.status));
  };
  const error = (field: Field): string | undefined => errors[field] && t(errors[field]);
  return (
    <form className="draft-form cohort-form" ref={form} noValidate autoComplete="off" aria-labelledby="new-cohort" onSubmit={(event) => void submit(event)}>
      <FocusedHeading level={2} id="new-cohort">
        {t('cohort.make')}
      </FocusedHeading>
      <div className="pair">
        <DraftField name="name" label={t('cohort.name')} hint={t('cohort.nameHint')} error={error('name')}>
          {(tied) => <input {...tied} type="text" autoComplete="off" spellCheck={false} value={name} onChange={(event) => setName(event.target.value)} />}
        </DraftField>
        <DraftField name="province" label={t('add.province')} hint={t('cohort.provinceHint')} error={error('province')}>
          {(tied) => (
            <span className="select-line">
              <select {...tied} autoComplete="off" value={province} onChange={(event) => setProvince(event.target.value)}>
                <option value="">{t('add.chooseProvince')}</option>
                {sortedProvinces(provinces, lang, scope).map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </span>
          )}
        </DraftField>
      </div>
      <p className="trouble-line" role="alert">
        {trouble && t(trouble)}
      </p>
      <div className="do">
        <button type="submit" aria-disabled={busy}>
          {t(busy ? 'cohort.making' : 'cohort.makeIt')}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {t('cohort.notNow')}
        </button>
      </div>
    </form>
  );
}
