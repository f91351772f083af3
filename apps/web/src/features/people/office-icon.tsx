import type { ReactNode } from 'react';

/** Line drawings of the office screens, on the same grid as those of the lessons, which need not load them. */
const PATHS = {
  search: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l4.5 4.5',
  print: 'M7 8.5V4h10v4.5M7 16.5H4.5v-8h15v8H17M7 14h10v6H7z',
  add: 'M12 5v14M5 12h14',
  open: 'M9 6l6 6-6 6',
  card: 'M3.5 6h17v12h-17zM6.5 10h5M6.5 14h3M15 10h2.5v4H15z',
  copy: 'M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4',
  people: 'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11zM3 19c.6-3.400 2.900-5 6-5s5.400 1.600 6 5M15.500 5a3 3 0 0 1 0 5.800M17.500 14.300c1.900.6 3.100 2.200 3.500 4.700',
  group: 'M12 11a2.8 2.8 0 1 0 0-5.600 2.8 2.8 0 0 0 0 5.600zM6.500 18.500c.5-3 2.500-4.500 5.500-4.500s5 1.500 5.500 4.500M4.800 12.300a2.200 2.200 0 1 1 .3-4.200M2.500 17.500c.2-1.700 1-2.800 2.300-3.300M19.200 12.300a2.200 2.200 0 1 0-.3-4.200M21.500 17.500c-.2-1.700-1-2.800-2.300-3.300',
  book: 'M12 7c-2-1.500-5-1.500-7.500-1v12c2.500-.5 5.500-.5 7.500 1 2-1.500 5-1.500 7.500-1V6c-2.500-.5-5.500-.5-7.500 1zm0 0v12',
  look: 'M12 4.500a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15zM12 8v5M12 15.800v.200',
} as const;

/** A small drawing beside a word; never alone, so screen readers pass over it. */
export function OfficeIcon({ name }: { name: keyof typeof PATHS }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
