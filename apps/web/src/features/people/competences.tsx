import { type ReactNode, useId, useState } from 'react';
import { useSession } from '../../auth/session.ts';
import { call } from '../../local/api.ts';
import { useSiteData } from './site-data.tsx';
import type { Person } from './shapes.ts';
import { type StaffKey, useStaffWords } from './words.ts';

const SUBJECTS = ['law', 'safety', 'scripture'] as const;

/** One thing that somebody may answer for, with what it means. */
function Choice({ competence, chosen, onChoose }: { competence: string; chosen: boolean; onChoose: (chosen: boolean) => void }): ReactNode {
  const { t } = useStaffWords();
  const id = useId();
  return (
    <li>
      <input id={id} type="checkbox" checked={chosen} aria-describedby={`${id}-about`} onChange={({ target }) => onChoose(target.checked)} />
      <span>
        <label htmlFor={id}>{t(`competence.${competence}` as StaffKey)}</label>
        <small id={`${id}-about`}>{t(`competence.${competence}.about` as StaffKey)}</small>
      </span>
    </li>
  );
}

/** What a reviewer may sign off; set by a coordinator of the country, seen by the others. */
export function Competences({ person }: { person: Person }): ReactNode {
  const { t } = useStaffWords();
  const { languages } = useSiteData();
  const { me } = useSession();
  const [chosen, setChosen] = useState<readonly string[]>(person.competences);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<StaffKey | null>(null);
  const known = [...SUBJECTS, ...languages.map((lang) => `lang:${lang}`)];
  const failed = said !== null && said !== 'competence.saved';
  const choose = (competence: string, wanted: boolean): void => {
    setSaid(null);
    setChosen(wanted ? [...chosen, competence] : chosen.filter((one) => one !== competence));
  };
  const save = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answer = await call<{ competences: string[] }>('POST', `/api/people/${person.id}/competences`, { competences: chosen });
    setBusy(false);
    setSaid(answer.ok ? 'competence.saved' : answer.status === 401 ? 'failed.signInText' : 'competence.unsaved');
  };
  const title = `competences-${person.id}`;
  return (
    <section className="competences" aria-labelledby={title}>
      <h2 id={title}>{t('competence.title', { name: person.name })}</h2>
      {me?.can.includes('staff.invite') ? (
        <>
          <p>{t('competence.lead')}</p>
          <ul>
            {known.map((competence) => (
              <Choice key={competence} competence={competence} chosen={chosen.includes(competence)} onChoose={(wanted) => choose(competence, wanted)} />
            ))}
          </ul>
          <p className="hint">{t('competence.stays')}</p>
          <div className="do">
            <button type="button" aria-disabled={busy} onClick={() => void save()}>
              {t(busy ? 'competence.busy' : 'competence.save')}
            </button>
            <p className={failed ? 'done-said trouble-line' : 'done-said'} role="status">
              {said && t(said)}
            </p>
          </div>
        </>
      ) : (
        <>
          <p>{person.competences.map((competence) => t(`competence.${competence}` as StaffKey)).join(' · ') || t('competence.none')}</p>
          <p className="hint">{t('competence.onlyCountry')}</p>
        </>
      )}
    </section>
  );
}
