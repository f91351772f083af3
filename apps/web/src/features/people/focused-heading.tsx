import { type ReactNode, useEffect, useRef } from 'react';

/** A heading that takes the focus when it appears, so that keyboard and screen reader go on there. */
export function FocusedHeading({ level, id, children }: { level: 1 | 2; id?: string; children: ReactNode }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} tabIndex={-1} ref={heading}>
      {children}
    </Tag>
  );
}
