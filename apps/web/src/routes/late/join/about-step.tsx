import { type FormEvent, type ReactNode, useState } from 'react';
import { toAsciiDigits } from '@seek-justice/domain/language/digits.ts';
import { useLateWords } from '../../../i18n/late-words.ts';
import { useWords } from '../../../i18n/words.ts';
import type { JoinWords } from '../../../records/join-group.ts';
import { Field } from '../../public/field.tsx';
import { type Fault, Trouble } from '../../public/trouble.tsx';
import { Pills } from './pills.tsx';

/** What somebody says of themself. */
export type About = Omit<JoinWords, 'code' | 'adult'>;

const LONGEST = 80;
/** So many digits in a row of words look like a number to call. */
const PHONE = /(?:\d[\s.-]*){6}/;

/** A line without control characters and half characters, as the server takes it. */
function clean(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\p{Cs}]/gu, '').trim();
}

/** Who joins: of age, a name, and what else they want to say. */
export function AboutStep({ onAbout }: { onAbout: (about: About) => void }): ReactNode {
  const { t, n } = useLateWords();
  const main = useWords();
  const [adult, setAdult] = useState(false);
  const [name, setName] = useState('');
  const [church, setChurch] = useState('');
  const [commune, setCommune] = useState('');
  const [gender, setGender] = useState<About['gender']>('not-said');
  const [ageBand, setAgeBand] = useState<About['ageBand']>('not-said');
  const [fault, setFault] = useState<Fault | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [called, at, from] = [name, church, commune].map(clean) as [string, string, string];
    if (!called) return setFault({ words: t('join.needName') });
    if (!adult) return setFault({ words: t('join.needAdult') });
    if ([called, at, from].some((text) => PHONE.test(toAsciiDigits(text)))) return setFault({ words: t('join.noNumbers') });
    onAbout({ name: called, ...(at && { church: at }), ...(from && { commune: from }), gender, ageBand });
  };
  const line = (id: string, label: string, value: string, set: (value: string) => void, hint?: string): ReactNode => (
    <Field name={id} label={label} {...(hint ? { hint } : {})} value={value} onChange={(event) => set(event.target.value)} autoComplete="off" maxLength={LONGEST} autoCapitalize="words" />
  );
  return (
    <>
      <h1 tabIndex={-1}>{t('join.aboutTitle')}</h1>
      <p className="lead">{t('join.aboutLead')}</p>
      <form onSubmit={submit} noValidate>
        {line('name', t('join.name'), name, setName, t('join.nameHint'))}
        {line('church', t('join.church'), church, setChurch)}
        {line('commune', t('join.commune'), commune, setCommune)}
        <Pills
          name="gender"
          label={t('join.gender')}
          choices={[
            ['woman', t('join.woman')],
            ['man', t('join.man')],
            ['not-said', t('join.notSaid')],
          ]}
          value={gender}
          onChoose={setGender}
        />
        <Pills
          name="age"
          label={t('join.age')}
          choices={[
            ['18-29', n('18–29')],
            ['30-44', n('30–44')],
            ['45-59', n('45–59')],
            ['60+', t('join.from60', { n: 60 })],
            ['not-said', t('join.notSaid')],
          ]}
          value={ageBand}
          onChoose={setAgeBand}
        />
        <label className="tick">
          <input type="checkbox" checked={adult} onChange={(event) => setAdult(event.target.checked)} />
          <span>{t('join.adult', { n: 18 })}</span>
        </label>
        <Trouble fault={fault} />
        <button type="submit">{main.t('pin.next')}</button>
      </form>
    </>
  );
}
