import '../ui/seldom.css';
import type { ReactNode } from 'react';
import type { Block } from '@seek-justice/domain/curriculum/block.ts';
import { Read as Audio } from './audio/read.tsx';
import { Read as Image } from './image/read.tsx';
import { Read as Ladder } from './ladder/read.tsx';
import { Read as Officer } from './officer/read.tsx';
import { Read as Poll } from './poll/read.tsx';
import { Read as Promised } from './promise/read.tsx';
import { Read as RolePlay } from './roleplay/read.tsx';
import { Unknown } from './unknown.tsx';
import { Read as Video } from './video/read.tsx';

const TYPES: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'roleplay', 'officer', 'promise', 'ladder', 'poll']);

/** Whether a block is shown here, and so needs the styles that come along. */
export function isSeldom({ type }: { type: string }): boolean {
  return TYPES.has(type);
}

/** A block that few lessons have, or one of a later version, which says that it cannot be shown. */
export function seldomBlock(block: Block<string>): ReactNode {
  switch (block.type) {
    case 'image':
      return <Image block={block} />;
    case 'audio':
      return <Audio block={block} />;
    case 'video':
      return <Video block={block} />;
    case 'roleplay':
      return <RolePlay block={block} />;
    case 'officer':
      return <Officer block={block} />;
    case 'promise':
      return <Promised block={block} />;
    case 'ladder':
      return <Ladder block={block} />;
    case 'poll':
      return <Poll block={block} />;
    default:
      return <Unknown />;
  }
}
