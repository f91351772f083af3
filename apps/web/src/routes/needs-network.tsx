import type { ReactNode } from 'react';
import { Failed } from '../ui/message.tsx';
import { Screen } from './screen.tsx';

/** In the place of a part of the app that is not on the phone and cannot be fetched now. */
export function NeedsNetwork(): ReactNode {
  return (
    <Screen kind="state" back>
      <Failed offline again={() => location.reload()} />
    </Screen>
  );
}
