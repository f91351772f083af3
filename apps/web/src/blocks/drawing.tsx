import type { ReactNode } from 'react';

/** Line drawings of the blocks that few lessons have, on the grid of `ui/icon.tsx`, which the first page carries. */
const PATHS = {
  play: 'M8 5.5v13l10.5-6.5z',
  masks: 'M9 11.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.5 19c.6-3.4 2.8-5 5.5-5s4.9 1.6 5.5 5M15.5 5.200a3.2 3.2 0 0 1 0 5.800M17 14.300c1.9.6 3.1 2.2 3.5 4.7',
  shield: 'M12 4l7 2.500v5c0 4.5-3 7.2-7 8.5-4-1.3-7-4-7-8.500v-5zM9 12l2.2 2.200L15.2 10',
  paper: 'M6.5 4h8l3 3v13h-11zM14 4v3.500h3.500M9.5 11.500h5M9.5 15h5',
  steps: 'M4 19.500h4.500V15H13v-4.500h4.500V6H20',
  think: 'M9.8 9.500a2.4 2.4 0 1 1 3.4 2.200c-.9.4-1.2 1-1.2 1.900M12 16.600v.2M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
} as const;

/** A small drawing beside the word that says the same. */
export function Drawing({ name }: { name: keyof typeof PATHS }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
