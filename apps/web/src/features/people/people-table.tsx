import { type ReactNode, useEffect, useRef } from 'react';
import { useHiddenLines } from './merge/merged-now.ts';
import { PersonRow } from './person-row.tsx';
import type { PeopleList } from './use-people-list.ts';
import { useStaffWords } from './words.ts';

interface Props {
  list: PeopleList;
  /** Whether the sentence leaves the role open: then each row says it. */
  showRole: boolean;
  mayWrite: boolean;
}

/** The people found so far. After "show more" the keyboard goes on at the first new row. */
export function PeopleTable({ list, showRole, mayWrite }: Props): ReactNode {
  const { t } = useStaffWords();
  const body = useRef<HTMLTableSectionElement>(null);
  const before = useRef(0);
  const { people, pages, phase } = list;
  const hidden = useHiddenLines();
  useEffect(() => {
    if (pages > 1) body.current?.querySelectorAll<HTMLElement>('.row-open')[before.current]?.focus();
    before.current = people.length;
    // Once a page, when its rows stand there.
  }, [pages, people.length]);
  return (
    <table className="people" aria-busy={phase === 'loading'}>
      <caption className="sr">{t('list.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('list.name')}</th>
          <th scope="col">{t('list.church')}</th>
          <th scope="col">{t('list.provinceColumn')}</th>
          <th scope="col" className="number">
            {t('list.modules')}
          </th>
          <th scope="col" className="number">
            {t('list.lessons')}
          </th>
          <th scope="col" className="number">
            {t('list.last')}
          </th>
          <th scope="col">{t('list.account')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {people.filter(({ id }) => !hidden.has(id)).map((person) => (
          <PersonRow key={person.id} person={person} showRole={showRole} mayWrite={mayWrite} />
        ))}
      </tbody>
    </table>
  );
}
