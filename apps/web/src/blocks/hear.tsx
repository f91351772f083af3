import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';
import { useMounted } from '../ui/use-mounted.ts';

interface Props {
  /**
   * What is heard, one after another. `b3.a`: a part of this page; `#right`: a phrase; `<hash>/b3.a`: a part of that
   * narration; `@<hash>`: that file.
   */
  parts: readonly string[];
  /** What it is called: «Listen: answer B». */
  name: string;
  /** Chooses to go by ear from now on. */
  byEar?: boolean;
  /** Words beside the picture; without them the button is a small one. */
  children?: ReactNode;
}

/** A Listen control. It says what is to be heard in its own markup; whoever listens to the page's clicks plays it. */
export function Hear({ parts, name, byEar, children }: Props): ReactNode {
  const mounted = useMounted();
  return (
    <button type="button" className={children ? 'listen' : 'hear'} data-hear={parts.join(' ')} data-by-ear={byEar || undefined} disabled={!mounted} aria-label={name}>
      <span className="disc">
        <Icon name="sound" />
      </span>
      {children}
    </button>
  );
}

/** The same for one file, as a link that also works in a page without script. */
export function HearFile({ media, name }: { media: string; name: string }): ReactNode {
  return (
    <a className="hear" href={`/api/media/${media}`} data-hear={`@${media}`} aria-label={name}>
      <span className="disc">
        <Icon name="sound" />
      </span>
    </a>
  );
}
