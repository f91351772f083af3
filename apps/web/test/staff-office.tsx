import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { WordsProvider } from '../src/i18n/provider.tsx';
import { BrowserRouter } from '../src/ui/router.tsx';
import { Speaker } from '../src/i18n/speaker.ts';
import { SiteDataProvider } from '../src/features/people/site-data.tsx';

export interface Asked {
  method: string;
  path: string;
  body: Record<string, unknown>;
}

/** Answers of the faked server by path: a status with a body, or nothing at all. */
export type Answers = (asked: Asked) => { status?: number; body?: unknown } | null;

const lesson = (id: string, en: string) => ({ id, title: { en, km: `មេរៀន ${id}` }, minutes: 5 });

export const CURRICULUM = {
  site: {
    languages: ['km', 'en'],
    timeZone: 'Asia/Phnom_Penh',
    provinces: [
      { id: 'koh-kong', name: { en: 'Koh Kong', km: 'កោះកុង' } },
      { id: 'battambang', name: { en: 'Battambang', km: 'បាត់ដំបង' } },
    ],
  },
  courses: [
    {
      id: 'c1',
      title: { en: 'Course', km: 'វគ្គ' },
      audience: 'open',
      hash: 'a'.repeat(64),
      modules: [
        { id: 'm1', title: { en: 'Seek justice', km: 'ស្វែងរកយុត្តិធម៌' }, lessons: [lesson('l1', 'Who is my neighbour'), lesson('l2', 'Keep asking')] },
        { id: 'm2', title: { en: 'Warning signs', km: 'សញ្ញាព្រមាន' }, lessons: [lesson('l3', 'Signs in the village')] },
      ],
    },
  ],
};

/** One line of the list; `n` makes its id and name. */
export function row(n: number, part: object = {}): object {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { id, name: `Person ${n}`, roles: ['pastor'], province: 'battambang', commune: 'Svay Por', church: 'Church', account: 'active', origin: 'card', modulesDone: ['m1'], lessonsDone: 2, lastOn: '2025-11-02', ...part };
}

/** Puts a faked server in the place of fetch. @returns what was asked of it. */
export function fakeServer(answers: Answers): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = (async (path: string, init: RequestInit) => {
    const one = { method: init.method ?? 'GET', path, body: JSON.parse((init.body as string | undefined) ?? '{}') as Record<string, unknown> };
    if (path === '/api/curriculum') return json({ body: CURRICULUM });
    asked.push(one);
    const answer = answers(one);
    if (!answer) throw new TypeError('Failed to fetch');
    return json(answer);
  }) as typeof fetch;
  return asked;
}

function json({ status = 200, body }: { status?: number; body?: unknown }): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' } });
}

/** Shows a staff screen in a language, with the router and the site's data around it. */
export function showStaff(screen: ReactNode, lang = 'en'): RenderResult & { words: Speaker } {
  const words = new Speaker(lang);
  const shown = render(
    <WordsProvider words={words}>
      <BrowserRouter>
        <SiteDataProvider>{screen}</SiteDataProvider>
      </BrowserRouter>
    </WordsProvider>,
  );
  return { ...shown, words };
}
