import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { Link } from '../../../ui/router.tsx';
import { type LateKey, useLateWords } from '../../../i18n/late-words.ts';
import { comeTo } from '../../../ui/come-to.ts';
import type { Result } from './use-search.ts';

const KIND: Record<Exclude<Result['kind'], 'lesson'>, LateKey> = { quiz: 'search.quiz', contact: 'search.contact', place: 'search.place' };

/** A text with its marks. */
function Marked({ text, marks }: Pick<Result, 'text' | 'marks'>): ReactNode {
  return marks.map(([from, to], at) => (
    <Fragment key={from}>
      {text.slice(marks[at - 1]?.[1] ?? 0, from)}
      <mark>{text.slice(from, to)}</mark>
      {at === marks.length - 1 && text.slice(to)}
    </Fragment>
  ));
}

function Hit({ found }: { found: Result }): ReactNode {
  const { t } = useLateWords();
  const { kind, id, block, title, text, marks, lang } = found;
  const shown = (
    <>
      {kind !== 'lesson' && <span className="small">{t(KIND[kind])}</span>}
      {text.split('\n')[0] !== title && <b lang={lang}>{title}</b>}
      <span className="said" lang={lang}>
        {marks.length > 0 ? <Marked text={text} marks={marks} /> : text}
      </span>
    </>
  );
  if (kind === 'place') return <div>{shown}</div>;
  if (kind === 'contact') return <Link to="/help-now">{shown}</Link>;
  const toBlock = kind === 'lesson' && block !== undefined;
  return (
    <Link to={`/learn/${id}${toBlock ? `#${block}` : ''}`} onClick={() => toBlock && comeTo(block)}>
      {shown}
    </Link>
  );
}

/** What was found, each leading to where it stands. Whoever asked for more goes on at the first one that is new, `newFrom`. */
export function FoundList({ results, newFrom }: { results: readonly Result[]; newFrom: number | null }): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (newFrom !== null) list.current?.children[newFrom]?.querySelector('a')?.focus({ preventScroll: true });
  }, [newFrom]);
  return (
    <ol className="found" ref={list}>
      {results.map((found) => (
        <li key={[found.kind, found.id, found.block].join(' ')}>
          <Hit found={found} />
        </li>
      ))}
    </ol>
  );
}
