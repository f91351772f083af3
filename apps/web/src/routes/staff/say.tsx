import type { ReactNode } from 'react';

/** A page that only says something, and the way on. */
export function Say({ title, text, then }: { title: string; text: string; then: ReactNode }): ReactNode {
  return (
    <div className="say-page">
      <h1 tabIndex={-1}>{title}</h1>
      <p>{text}</p>
      {then}
    </div>
  );
}
