import type { ReactNode } from 'react';

/** Line drawings on a 24 × 24 grid. They only repeat what the word beside them says. */
const PATHS = {
  phone: 'M6.5 3.5h3l1.4 4-2 1.6a12 12 0 0 0 6 6l1.6-2 4 1.4v3c0 1.1-.9 2-2 2C10.8 19.5 4.5 13.2 4.5 5.5c0-1.1.9-2 2-2z',
  exit: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  'turn-back': 'M8.5 5L4 9.5l4.5 4.5M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  next: 'M5 12h13.5M13 6.5l5.5 5.5-5.5 5.5',
  star: 'M12 4l2.3 5 5.4.6-4 3.7 1.1 5.4L12 16l-4.8 2.7 1.1-5.4-4-3.7L9.7 9z',
  heart: 'M12 19.5S4.5 15 4.5 9.7A4 4 0 0 1 12 7.6a4 4 0 0 1 7.5 2.1C19.5 15 12 19.5 12 19.5z',
  warning: 'M12 4.5L21 19.5H3zM12 10.5v4M12 17v.2',
  talk: 'M4.5 5.5h15v10h-9l-4 3.5v-3.5h-2z',
  home: 'M4 11.5L12 4.5l8 7M6.5 10v9.5h11V10',
  wait: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM12 8v4.5l3 1.5',
  user: 'M12 12a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6zM4.8 20c.8-3.8 3.6-5.6 7.2-5.6s6.4 1.8 7.2 5.6',
  sound: 'M4.5 9.5v5h3.5l5 4.5V5L8 9.5zM16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12',
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing beside a word; never alone, so screen readers pass over it. */
export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
