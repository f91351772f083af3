import { memo, type ReactNode, useState } from 'react';
import { AccountMark } from './account-mark.tsx';
import { dayIn, daysAgo, dayWords } from './day-words.ts';
import { ModuleMarks } from './module-marks.tsx';
import { OfficeIcon } from './office-icon.tsx';
import { PersonPanel } from './person-panel.tsx';
import type { Row } from './shapes.ts';
import { inLanguage, useSiteData } from './site-data.tsx';
import { useStaffWords } from './words.ts';

interface Props {
  person: Row;
  showRole: boolean;
  mayWrite: boolean;
}

const COLUMNS = 7;

function LastActive({ day }: { day: string | null }): ReactNode {
  const { t, lang } = useStaffWords();
  const { timeZone } = useSiteData();
  if (!day)
    return (
      <span className="faint">
        <span className="wide-only">{t('list.never')}</span>
        <span className="narrow-only">{t('list.neverYet')}</span>
      </span>
    );
  const today = dayIn(timeZone);
  const ago = daysAgo(day, today);
  const words = ago === 0 ? t('list.today') : ago === 1 ? t('list.yesterday') : dayWords(lang, day, today);
  return (
    <time dateTime={day}>
      <span className="wide-only">{words}</span>
      <span className="narrow-only">{t('list.lastDay', { day: words })}</span>
    </time>
  );
}

function Lessons({ done }: { done: number }): ReactNode {
  const { t } = useStaffWords();
  const of = useSiteData().modules.reduce((sum, { lessons }) => sum + lessons.length, 0);
  // Somebody with a course that the reader may not open has more lessons than are known here.
  const known = done <= of;
  return (
    <>
      <span className="wide-only">{known ? t('list.of', { n: done, of }) : t('list.lessonsOnly', { count: done })}</span>
      <span className="narrow-only">{known ? t('list.lessonsOf', { n: done, of }) : t('list.lessonsOnly', { count: done })}</span>
    </>
  );
}

/** One person: a line of the table that opens in place. */
export const PersonRow = memo(function PersonRow({ person, showRole, mayWrite }: Props): ReactNode {
  const { t, lang } = useStaffWords();
  const { modules, provinces } = useSiteData();
  const [open, setOpen] = useState(false);
  const [account, setAccount] = useState(person.account);
  const province = provinces.find(({ id }) => id === person.province);
  const ids = modules.map(({ id }) => id);
  const done = { n: ids.filter((id) => person.modulesDone.includes(id)).length, of: ids.length };
  const panel = `person-${person.id}`;
  return (
    <>
      <tr className={open ? 'person open' : 'person'}>
        <th scope="row" className="name">
          <button type="button" className="row-open" aria-expanded={open} aria-controls={open ? panel : undefined} onClick={() => setOpen(!open)}>
            <OfficeIcon name="open" />
            <span>{person.name}</span>
          </button>
          {person.origin === 'joined' && <span className="role">{t('list.joined')}</span>}
          {showRole && <span className="role">{person.roles.map((role) => t(`role.${role}`)).join(' · ')}</span>}
        </th>
        <td className="church">
          {person.church}
          {person.church && person.commune && ' · '}
          {person.commune && <span className="faint">{person.commune}</span>}
          {!person.church && !person.commune && <span className="faint wide-only">–</span>}
        </td>
        <td className="province">{province ? inLanguage(province.name, lang) : <span className="faint wide-only">–</span>}</td>
        <td className="number modules">
          <ModuleMarks modules={ids} done={person.modulesDone} />
          <span className="wide-only">{t('list.of', done)}</span>
          <span className="narrow-only">{t('list.modulesOf', done)}</span>
        </td>
        <td className="number lessons">
          <Lessons done={person.lessonsDone} />
        </td>
        <td className="number last">
          <LastActive day={person.lastOn} />
        </td>
        <td className="account-cell">
          <AccountMark person={{ ...person, account }} />
        </td>
      </tr>
      {open && (
        <tr className="panel-row">
          <td colSpan={COLUMNS} id={panel}>
            <PersonPanel person={person} mayWrite={mayWrite} onNewCard={() => setAccount('new')} />
          </td>
        </tr>
      )}
    </>
  );
});
