import '../ui/play-code.css';
import { Fragment, type ReactNode } from 'react';
import { playAddress, typedPlayAddress } from '@seek-justice/domain/curriculum/play-code.ts';
import { QrCode } from '../ui/qr-code.tsx';

/** A block of a lesson as a phone finds it. */
export interface PlayPlace {
  lesson: string;
  block: string;
  lang: string;
}

/** A code on paper that opens a block on a phone, what it is for, and the address in letters. Scanners need light around it. */
export function PlayCode({ place, said, label }: { place: PlayPlace; said: string; label: string }): ReactNode {
  const { lesson, block, lang } = place;
  // It may be broken after a slash, so that it stays within the width of its code.
  const [host = '', ...folders] = typedPlayAddress(location.origin, lesson, block).split('/');
  return (
    <figure className="play-code">
      <QrCode text={playAddress(location.origin, lesson, block, lang)} label={label} quiet={4} />
      <figcaption>
        <b>{said}</b>
        <span lang="en">
          {host}
          {folders.map((folder) => (
            <Fragment key={folder}>
              /<wbr />
              {folder}
            </Fragment>
          ))}
        </span>
      </figcaption>
    </figure>
  );
}
