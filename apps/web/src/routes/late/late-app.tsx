import type { ReactNode } from 'react';
import { partUnder, useAddress } from '../../ui/router.tsx';
import { NotFoundScreen } from '../public/not-found.tsx';
import { WelcomeScreen } from '../public/welcome.tsx';
import { CarryScreen } from './carry-screen.tsx';
import { JoinScreen } from './join-screen.tsx';
import { PhoneScreen } from './phone-screen.tsx';
import { SearchScreen } from './search-screen.tsx';

/** A part of an address as somebody would write it; one that nothing can be read from stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The screens that are seldom opened. */
export default function LateApp(): ReactNode {
  const { pathname } = useAddress();
  switch (pathname) {
    case '/welcome':
      return <WelcomeScreen />;
    case '/phone':
      return <PhoneScreen />;
    case '/carry':
      return <CarryScreen />;
    case '/search':
      return <SearchScreen />;
    case '/j':
      return <JoinScreen given="" />;
    default: {
      const code = partUnder('/j/', pathname);
      return code ? <JoinScreen given={decoded(code)} /> : <NotFoundScreen />;
    }
  }
}
