import { Fragment, type ReactNode } from 'react';
import type { FoundTerm } from '@seek-justice/domain/curriculum/glossary.ts';
import { Line } from '../../../blocks/rich.tsx';

/** A stretch of a stored text, and what is between the marks of strong words in it. */
interface Stretch {
  from: number;
  text: string;
  strong: boolean;
}

/** A paragraph cut at the marks of strong words; `from` counts in the whole text. */
function stretches(paragraph: string, from: number): Stretch[] {
  let at = from;
  return paragraph.split('**').map((text, index) => {
    const stretch = { from: at, text, strong: index % 2 === 1 };
    at += text.length + 2;
    return stretch;
  });
}

function Marked({ stretch, terms, title }: { stretch: Stretch; terms: readonly FoundTerm[]; title: (found: FoundTerm) => string }): ReactNode {
  const { from, text } = stretch;
  const inside = terms.filter((one) => one.from >= from && one.to <= from + text.length);
  return [...inside, null].map((one, index) => {
    const start = inside[index - 1]?.to ?? from;
    return (
      <Fragment key={start}>
        <Line text={text.slice(start - from, (one?.from ?? from + text.length) - from)} />
        {one && (
          <span className="gloss" title={title(one)}>
            {text.slice(one.from - from, one.to - from)}
          </span>
        )}
      </Fragment>
    );
  });
}

/** A text in paragraphs, with the words of the glossary underlined. */
export function GlossedText({ text, terms, title }: { text: string; terms: readonly FoundTerm[]; title: (found: FoundTerm) => string }): ReactNode {
  let at = 0;
  const paragraphs = text.split(/(\n\s*\n)/).map((piece, index) => {
    const from = at;
    at += piece.length;
    return { piece, from, gap: index % 2 === 1 };
  });
  return paragraphs
    .filter(({ gap }) => !gap)
    .map(({ piece, from }) => (
      <p key={from}>
        {stretches(piece, from).map((stretch) => {
          const marked = <Marked stretch={stretch} terms={terms} title={title} />;
          return stretch.strong ? <strong key={stretch.from}>{marked}</strong> : <Fragment key={stretch.from}>{marked}</Fragment>;
        })}
      </p>
    ));
}
