import type { ReactNode } from 'react';
import type { Slide } from '@seek-justice/domain/curriculum/slides.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { Both, useShowing } from './both.tsx';

/** A sound or a video on the wall: its title, and the player for whoever leads. */
export function RecordingSlide({ slide }: { slide: Slide }): ReactNode {
  const { languages } = useShowing();
  const { media, heading = {}, type } = slide;
  const label = textIn(heading, languages[0] ?? 'en');
  const address = media && `/api/media/${media.hash}`;
  return (
    <>
      <div className="heading">
        <Both text={heading} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      {address && type === 'audio' && <audio controls preload="none" src={address} aria-label={label} />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      {address && type === 'video' && <video className="shot" controls playsInline preload="metadata" src={address} width={media.width} height={media.height} aria-label={label} />}
    </>
  );
}
