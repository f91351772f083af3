import type { ReactNode } from 'react';
import type { Slide } from '@seek-justice/domain/curriculum/slides.ts';
import { Both, useShowing } from '../both.tsx';

/** A picture on the wall, as large as it can be, with its caption. Until somebody has chosen it, what is to be seen stands there in words. */
export function ImageSlide({ slide }: { slide: Slide }): ReactNode {
  const { languages } = useShowing();
  const { media, alt = {}, text } = slide;
  return (
    <>
      {media ? <img className="shot" src={`/api/media/${media.hash}`} width={media.width} height={media.height} alt={alt[languages[0] ?? ''] ?? ''} /> : <Both text={alt} />}
      {text && (
        <div className="caption">
          <Both text={text} />
        </div>
      )}
    </>
  );
}
