import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { NotFoundScreen } from '../public/not-found.tsx';
import { WelcomeScreen } from '../public/welcome.tsx';
import { CarryScreen } from './carry-screen.tsx';
import { JoinScreen } from './join-screen.tsx';
import { PhoneScreen } from './phone-screen.tsx';
import { SearchScreen } from './search-screen.tsx';

/** The screens that are seldom opened. */
export default function LateApp(): ReactNode {
  return (
    <Routes>
      <Route path="/welcome" element={<WelcomeScreen />} />
      <Route path="/phone" element={<PhoneScreen />} />
      <Route path="/carry" element={<CarryScreen />} />
      <Route path="/search" element={<SearchScreen />} />
      <Route path="/j" element={<JoinScreen />} />
      <Route path="/j/:code" element={<JoinScreen />} />
      <Route path="*" element={<NotFoundScreen />} />
    </Routes>
  );
}
