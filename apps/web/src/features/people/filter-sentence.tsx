import { Fragment, type ReactNode } from 'react';
import type { Role } from '@seek-justice/contracts/parts.ts';
import { completionValue, type PeopleFilter, readCompletion } from './filter.ts';
import { LEARNER_ROLES, OFFICE_ROLES } from './shapes.ts';
import { inLanguage, sortedProvinces, useSiteData } from './site-data.tsx';
import type { PeopleList } from './use-people-list.ts';
import { WordSelect } from './word-select.tsx';
import { useStaffWords } from './words.ts';

interface Props {
  filter: PeopleFilter;
  onChange: (filter: PeopleFilter) => void;
  list: Pick<PeopleList, 'phase' | 'total'>;
  /** Provinces that the reader may see; null for all. */
  scope: readonly string[] | null;
}

const MANY = 10_000;

/** The filters as a sentence whose underlined words can be changed, and how many people it finds. */
export function FilterSentence({ filter, onChange, list, scope }: Props): ReactNode {
  const { t, lang } = useStaffWords();
  const { provinces, modules } = useSiteData();
  const change = (part: Partial<PeopleFilter>): void => onChange({ ...filter, ...part });
  const roleOption = (role: Role) => ({ value: role, label: t(`list.roles.${role}`) });
  const places = sortedProvinces(provinces, lang, scope).map(({ id, name }) => ({ value: id, label: name }));
  const slots: Record<string, ReactNode> = {
    role: (
      <WordSelect
        label={t('list.role')}
        value={filter.role ?? ''}
        onChoose={(value) => change({ role: (value || null) as Role | null })}
        options={[
          { value: '', label: t('list.everybody') },
          { group: t('add.learners'), options: LEARNER_ROLES.map(roleOption) },
          { group: t('add.office'), options: OFFICE_ROLES.map(roleOption) },
        ]}
      />
    ),
    province: (
      <WordSelect
        label={t('list.province')}
        value={filter.province ?? ''}
        onChoose={(value) => change({ province: value || null })}
        options={[{ value: '', label: t(scope === null ? 'list.country' : 'list.myProvinces') }, ...places]}
      />
    ),
    completion: (
      <WordSelect
        label={t('list.completion')}
        value={completionValue(filter)}
        onChoose={(value) => change(readCompletion(value))}
        options={[
          { value: 'any', label: t('list.any') },
          { value: 'not-begun', label: t('list.notBegun') },
          { value: 'begun', label: t('list.begun') },
          ...modules.map(({ id, title }) => ({ value: `module-done ${id}`, label: t('list.moduleDone', { title: inLanguage(title, lang) }) })),
          { value: 'all-done', label: t('list.allDone') },
        ]}
      />
    ),
    order: (
      <WordSelect
        label={t('list.order')}
        value={filter.order}
        onChoose={(value) => change({ order: value as PeopleFilter['order'] })}
        options={[
          { value: 'name', label: t('list.byName') },
          { value: 'recent', label: t('list.byRecent') },
        ]}
      />
    ),
  };
  const found = list.total === null ? t('list.countMany', { n: MANY }) : t('list.count', { count: list.total });
  const parts = t('list.sentence').split(/\[(\w+)\]/);
  return (
    <p className="sentence">
      {parts.map((part, index) => (
        // Every second part names a slot; the sentence has its own order in each language.
        <Fragment key={index % 2 ? part : index}>{index % 2 ? slots[part] : part}</Fragment>
      ))}{' '}
      <span className="found" role="status">
        {list.phase === 'loading' ? t('list.counting') : list.phase === 'ready' ? found : ''}
      </span>
    </p>
  );
}
