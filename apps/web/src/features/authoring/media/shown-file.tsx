import type { ReactNode } from 'react';
import type { MediaFile } from '@seek-justice/domain/curriculum/media.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { lengthOf } from '../../../i18n/length.ts';
import { phoneBytes } from './phone-bytes.ts';
import { sizeIn } from './size.ts';

/** The file of a field as it will be seen or heard, and what it costs a reader. */
export function ShownFile({ media, type, label }: { media: MediaFile; type: 'image' | 'audio' | 'video'; label: string }): ReactNode {
  const words = useAuthorWords();
  const { t, n } = words;
  const address = `/api/media/${media.hash}`;
  const facts = [
    ...(media.ms ? [n(lengthOf(media.ms))] : []),
    ...(media.width && media.height ? [`${n(media.width)} × ${n(media.height)}`] : []),
    type === 'image' ? t('media.phoneLoads', { size: sizeIn(words, phoneBytes(media)) }) : t('media.readerLoads', { size: sizeIn(words, media.bytes) }),
  ];
  return (
    <figure className="md-shown">
      {type === 'image' && <img src={address} width={media.width} height={media.height} alt={label} />}
      {/* What is said in it stands below, in its own field. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      {type === 'audio' && <audio controls preload="none" src={address} aria-label={label} />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      {type === 'video' && <video controls playsInline preload="metadata" src={address} width={media.width} height={media.height} aria-label={label} />}
      <figcaption className="faint">{facts.join(' · ')}</figcaption>
    </figure>
  );
}
