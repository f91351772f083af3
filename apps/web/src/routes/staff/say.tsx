import type { ReactNode } from 'react';

/** A page that only says something, and the way on. */
export function Say({ title, text, children }: { title: string; text: string; children: ReactNode }): ReactNode {
  return (
    <div className="say-page">
      <h1 tabIndex={-1}>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  );
}
