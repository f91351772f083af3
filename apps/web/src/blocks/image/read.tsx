import type { ReactNode } from 'react';
import type { ImageBlock } from '@seek-justice/domain/curriculum/block.ts';
import type { MediaSource } from '@seek-justice/domain/curriculum/media.ts';
import { Rich } from '../rich.tsx';

/** As wide as the text: the whole phone but its margins, at most the measure. */
const SIZES = '(min-width: 680px) 640px, calc(100vw - 40px)';
const address = (hash: string): string => `/api/media/${hash}`;
const choices = (files: readonly MediaSource[]): string | undefined =>
  files.length > 0 ? files.map(({ hash, width }) => `${address(hash)} ${width}w`).join(', ') : undefined;

/** A picture with its caption. Its place is kept before it comes; where it does not come, its words stand there. */
export function Read({ block }: { block: ImageBlock<string> }): ReactNode {
  const { media, alt, caption } = block;
  const { hash, type, bytes, width = 0, height = 0, sources = [] } = media;
  const others = [...new Set(sources.map((source) => source.type))].filter((other) => other !== type);
  const same = sources.filter((source) => source.type === type);
  return (
    <section className="picture" data-block={block.id} data-part={block.id}>
      <figure>
        <picture>
          {others.map((other) => (
            <source key={other} type={other} sizes={SIZES} srcSet={choices(sources.filter((source) => source.type === other))} />
          ))}
          <img
            src={address(hash)}
            srcSet={same.length > 0 ? choices([...same, { hash, type, bytes, width, height }]) : undefined}
            sizes={SIZES}
            width={width}
            height={height}
            alt={alt}
            loading="lazy"
            decoding="async"
          />
        </picture>
        {caption && (
          <figcaption>
            <Rich text={caption} />
          </figcaption>
        )}
      </figure>
    </section>
  );
}
