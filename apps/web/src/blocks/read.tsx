import { type ReactNode, useContext } from 'react';
import type { Block } from '@seek-justice/domain/curriculum/block.ts';
import { Read as Callout } from './callout/read.tsx';
import { Read as Contacts } from './contacts/read.tsx';
import { Read as Discussion } from './discussion/read.tsx';
import { Read as Home } from './home/read.tsx';
import { Read as Passage } from './passage/read.tsx';
import { Read as Prayer } from './prayer/read.tsx';
import { Read as Report } from './report/read.tsx';
import { Read as Rights } from './rights/read.tsx';
import { Read as Scenario } from './scenario/read.tsx';
import { SeldomBlock } from './seldom-block.tsx';
import { Read as Signs } from './signs/read.tsx';
import { Read as Story } from './story/read.tsx';
import { Read as Text } from './text/read.tsx';

/** One block of a lesson as a learner reads it. */
export function ReadBlock({ block }: { block: Block<string> }): ReactNode {
  const seldom = useContext(SeldomBlock);
  switch (block.type) {
    case 'story':
      return <Story block={block} />;
    case 'text':
      return <Text block={block} />;
    case 'passage':
      return <Passage block={block} />;
    case 'callout':
      return <Callout block={block} />;
    case 'signs':
      return <Signs block={block} />;
    case 'scenario':
      return <Scenario block={block} />;
    case 'discussion':
      return <Discussion block={block} />;
    case 'prayer':
      return <Prayer block={block} />;
    case 'report':
      return <Report block={block} />;
    case 'rights':
      return <Rights block={block} />;
    case 'contacts':
      return <Contacts block={block} />;
    case 'home':
      return <Home block={block} />;
    default:
      return seldom(block);
  }
}
