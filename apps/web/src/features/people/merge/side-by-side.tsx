import type { ReactNode } from 'react';
import { dayIn, dayWords } from '../day-words.ts';
import type { Row } from '../shapes.ts';
import { inLanguage, useSiteData } from '../site-data.tsx';
import { useStaffWords } from '../words.ts';

/** Two people beside each other, line by line: what is the same in both is plain to see. */
export function SideBySide({ one, other }: { one: Row; other: Row }): ReactNode {
  const { t, lang } = useStaffWords();
  const { modules, provinces, timeZone } = useSiteData();
  const ids = modules.map(({ id }) => id);
  const provinceOf = (person: Row): string => {
    const province = provinces.find(({ id }) => id === person.province);
    return province ? inLanguage(province.name, lang) : '';
  };
  const lines: { label: string; of: (person: Row) => string }[] = [
    { label: t('list.name'), of: ({ name }) => name },
    { label: t('list.church'), of: ({ church, commune }) => [church, commune].filter(Boolean).join(' · ') },
    { label: t('list.provinceColumn'), of: provinceOf },
    { label: t('same.came'), of: ({ origin }) => t(origin === 'joined' ? 'list.joined' : 'same.byCard') },
    { label: t('list.modules'), of: ({ modulesDone }) => t('list.of', { n: ids.filter((id) => modulesDone.includes(id)).length, of: ids.length }) },
    { label: t('list.lessons'), of: ({ lessonsDone }) => t('list.lessonsOnly', { count: lessonsDone }) },
    { label: t('list.last'), of: ({ lastOn }) => (lastOn ? dayWords(lang, lastOn, dayIn(timeZone)) : t('list.never')) },
  ];
  return (
    <dl className="side-by-side">
      {lines.map(({ label, of }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{of(one) || '–'}</dd>
          <dd>{of(other) || '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
