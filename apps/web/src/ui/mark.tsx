import type { ReactNode } from 'react';

/** Calm line drawings on a 24 × 24 grid, in the order in which readers of one phone get them. */
const DRAWINGS = {
  fish: 'M3.5 12c3.5-5.5 9.5-6.5 13.5-1.5l3.5-3v9l-3.5-3c-4 5-10 4-13.5-1.5zM8 11.2v.1',
  tree: 'M12 20.5V10M12 15.5a5.8 5.8 0 1 1 0-11.6 5.8 5.8 0 0 1 0 11.6M12 13.5l2.8-2.8M9.5 20.5h5',
  boat: 'M3.5 15.5h17l-3 4.5h-11zM11.5 15.5V4l7 8.5h-7',
  star: 'M12 4l2.3 5 5.4.6-4 3.7 1.1 5.4L12 16l-4.8 2.7 1.1-5.4-4-3.7L9.7 9z',
  lamp: 'M9.5 18h5M10.5 21h3M12 3.5a6 6 0 0 0-3.5 10.9c.7.5 1 1 1 1.6h5c0-.6.3-1.1 1-1.6A6 6 0 0 0 12 3.5z',
  flower: 'M12 21v-8M12 13c-4 0-5.5-3-5.5-7.5l3 2.5L12 4l2.5 4 3-2.5c0 4.5-1.5 7.5-5.5 7.5zM12 20c0-3 2-4.5 5-4.5 0 3-2 4.5-5 4.5z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M5.3 18.7L7 17M17 7l1.7-1.7',
  leaf: 'M5 19C4 10 9.5 5 19.5 4.5 20 14.5 14 20 5 19zM5 19l8.5-8.5',
} as const;

export type MarkName = keyof typeof DRAWINGS;

const NAMES = Object.keys(DRAWINGS) as MarkName[];

/** The drawing of a reader by their number on this phone, from 1; after the last one they begin again. */
export function markOf(number: number): MarkName {
  return NAMES[(number - 1) % NAMES.length] as MarkName;
}

/** A reader's drawing; always beside their number, so screen readers pass over it. */
export function Mark({ number }: { number: number }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={DRAWINGS[markOf(number)]} />
    </svg>
  );
}
