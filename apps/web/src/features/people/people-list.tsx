import { type ReactNode, useCallback, useState } from 'react';
import { EmptyList } from './empty-list.tsx';
import { Failure } from './failure.tsx';
import { asksForAll, EVERYBODY, type PeopleFilter, rememberedFilter, rememberFilter } from './filter.ts';
import { FilterSentence } from './filter-sentence.tsx';
import { ListFoot } from './list-foot.tsx';
import { PeopleTable } from './people-table.tsx';
import { SearchField } from './search-field.tsx';
import { Skeleton } from './skeleton.tsx';
import { useSiteData } from './site-data.tsx';
import { usePeopleList } from './use-people-list.ts';

/** The people of a coordinator's provinces and what they completed: a sentence to choose by, a table, its states. */
export function PeopleListView({ scope, mayWrite }: { scope: readonly string[] | null; mayWrite: boolean }): ReactNode {
  const [filter, setFilter] = useState<PeopleFilter>(rememberedFilter);
  const list = usePeopleList(filter);
  const site = useSiteData();
  const choose = useCallback((wanted: PeopleFilter) => {
    rememberFilter(wanted);
    setFilter(wanted);
  }, []);
  const search = useCallback((text: string) => choose({ ...filter, text }), [choose, filter]);
  const again = (): void => {
    if (site.state === 'failed') site.again();
    list.again();
  };
  const failed = list.phase === 'failed' ? list.status : site.state === 'failed' ? site.status : null;
  const waiting = list.phase === 'loading' && list.people.length === 0;
  return (
    <>
      <SearchField text={filter.text} onSearch={search} />
      <FilterSentence filter={filter} onChange={choose} list={list} scope={scope} />
      <div className="found-people">
        {failed !== null && <Failure status={failed} again={again} />}
        {failed === null && (waiting || site.state === 'loading') && <Skeleton />}
        {failed === null && site.state === 'ready' && list.people.length > 0 && (
          <>
            <PeopleTable list={list} showRole={filter.role === null} mayWrite={mayWrite} />
            <ListFoot list={list} showMore={list.showMore} />
          </>
        )}
        {failed === null && list.phase === 'ready' && list.people.length === 0 && (
          <EmptyList first={asksForAll(filter)} mayWrite={mayWrite} showAll={() => choose(EVERYBODY)} />
        )}
      </div>
    </>
  );
}
