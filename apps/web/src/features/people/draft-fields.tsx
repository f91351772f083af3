import type { InputHTMLAttributes, ReactNode } from 'react';
import type { Role } from '@seek-justice/contracts/parts.ts';
import { AGE_BANDS, ageWords } from './age-words.ts';
import { ChoiceRow } from './choice-row.tsx';
import { asks, type Draft, type DraftErrors, type DraftField as Field, LONGEST } from './draft.ts';
import { DraftField } from './draft-field.tsx';
import { LEARNER_ROLES, OFFICE_ROLES } from './shapes.ts';
import { sortedProvinces, useSiteData } from './site-data.tsx';
import { useStaffWords } from './words.ts';

interface Props {
  draft: Draft;
  errors: DraftErrors;
  onChange: (part: Partial<Draft>) => void;
  scope: readonly string[] | null;
  mayInvite: boolean;
}

const GENDERS = ['woman', 'man', 'not-said'] as const;
type TextField = keyof typeof LONGEST;

/** All fields of the form, in one calm column; only those that the chosen role needs. */
export function DraftFields({ draft, errors, onChange, scope, mayInvite }: Props): ReactNode {
  const { t, lang } = useStaffWords();
  const { provinces } = useSiteData();
  const error = (field: Field): string | undefined => errors[field] && t(errors[field]);
  const roleChoice = (role: Role) => ({ value: role, label: t(`role.${role}`) });
  const text = (field: TextField, about: { hint?: string; optional?: boolean }, input: InputHTMLAttributes<HTMLInputElement> = {}): ReactNode =>
    asks(draft.role, field) && (
      <DraftField name={field} label={t(`add.${field}`)} error={error(field)} {...about}>
        {(tied) => <input {...tied} type="text" autoComplete="off" value={draft[field]} onChange={(event) => onChange({ [field]: event.target.value })} {...input} />}
      </DraftField>
    );
  return (
    <>
      <ChoiceRow
        name="role"
        label={t('add.role')}
        error={error('role')}
        value={draft.role}
        onChoose={(role) => onChange({ role: role as Role })}
        groups={[
          { label: t('add.learners'), hint: t('add.learnersHint'), choices: LEARNER_ROLES.map(roleChoice) },
          ...(mayInvite ? [{ label: t('add.office'), hint: t('add.officeHint'), folded: true, choices: OFFICE_ROLES.map(roleChoice) }] : []),
        ]}
      />
      {text('name', { hint: t('add.nameHint') }, { spellCheck: false })}
      {text('email', {}, { type: 'email', inputMode: 'email', autoCapitalize: 'none', spellCheck: false })}
      <div className="pair">
        <DraftField name="province" label={t('add.province')} error={error('province')}>
          {(tied) => (
            <span className="select-line">
              <select {...tied} autoComplete="off" value={draft.province} onChange={(event) => onChange({ province: event.target.value })}>
                <option value="">{t('add.chooseProvince')}</option>
                {sortedProvinces(provinces, lang, scope).map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </span>
          )}
        </DraftField>
        {text('commune', { optional: true })}
      </div>
      {text('church', { optional: true })}
      <ChoiceRow
        name="gender"
        label={t('add.gender')}
        value={draft.gender}
        onChoose={(gender) => onChange({ gender: gender as Draft['gender'] })}
        groups={[{ choices: GENDERS.map((value) => ({ value, label: t(`gender.${value}`) })) }]}
      />
      <ChoiceRow
        name="ageBand"
        label={t('add.age')}
        value={draft.ageBand}
        onChoose={(ageBand) => onChange({ ageBand: ageBand as Draft['ageBand'] })}
        groups={[{ choices: AGE_BANDS.map((value) => ({ value, label: ageWords(t, value) })) }]}
      />
      {text('phone', { hint: t('add.phoneHint'), optional: true }, { type: 'tel', inputMode: 'tel' })}
    </>
  );
}
