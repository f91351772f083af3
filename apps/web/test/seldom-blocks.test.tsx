import { describe, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Block } from '@seek-justice/domain/curriculum/block.ts';
import { BLOCK_FORMS, textsOf } from '@seek-justice/domain/curriculum/form.ts';
import { partsOf } from '@seek-justice/domain/curriculum/narration.ts';
import { publish } from '@seek-justice/domain/curriculum/publish.ts';
import type { LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { LANGUAGES, sha256, smallCourse, SOURCES } from '@seek-justice/domain/testing/course.ts';
import { everyBlockLesson } from '@seek-justice/domain/testing/every-block.ts';
import { FILES } from '@seek-justice/domain/testing/newer-blocks.ts';
import { ReadBlock } from '../src/blocks/read.tsx';
import { isSeldom } from '../src/blocks/seldom.tsx';
import { Speaker } from '../src/i18n/speaker.ts';
import { WordsProvider } from '../src/i18n/provider.tsx';
import { wordsOf } from '../src/render/words-of.ts';
import { WordsIn } from './words-in.tsx';

function leafIn(lang: string): LessonLeaf {
  const course = smallCourse();
  const modules = course.modules.slice(0, 1).map((module) => ({ ...module, lessons: [everyBlockLesson()] }));
  const { manifest, nodes } = publish({ ...course, modules }, LANGUAGES, SOURCES, sha256);
  return JSON.parse(nodes.get(manifest.modules[0]?.lessons[0]?.leaves[lang]?.hash ?? '') ?? '') as LessonLeaf;
}

const markup = (content: ReactNode): HTMLElement => render(content).container;
const blockIn = (lang: string, type: string): Block<string> => leafIn(lang).blocks.find((block) => block.type === type)!;
const shown = (lang: string, type: string, change: object = {}): HTMLElement =>
  markup(
    <WordsIn lang={lang}>
      <ReadBlock block={{ ...blockIn(lang, type), ...change } as Block<string>} />
    </WordsIn>,
  );

const SELDOM = Object.keys(BLOCK_FORMS).filter((type) => isSeldom({ type }));

test('eight types come late, each of them known to the form of blocks', () => {
  expect(SELDOM.sort()).toEqual(['audio', 'image', 'ladder', 'officer', 'poll', 'promise', 'roleplay', 'video']);
});

describe.each(['km', 'en'])('in %s', (lang) => {
  test.each(SELDOM)('a block of type %s is shown with all its texts, without script or a field', (type) => {
    const block = blockIn(lang, type);
    const page = shown(lang, type);
    expect(page.querySelector(`[data-block="${type}"]`)).not.toBeNull();
    expect(page.innerHTML).not.toMatch(/ style=|<script|<input|<textarea|<select|<button|\{\{/);
    // No key of a word stands where a word should be.
    expect(page.textContent).not.toMatch(/(?:block|media|audio|video|roleplay|officer|promise|ladder|poll|sound)\.[a-z]/);
    for (const { text } of textsOf(block, BLOCK_FORMS[type as keyof typeof BLOCK_FORMS])) {
      const words = text as unknown as string | undefined;
      if (words && type !== 'image') for (const piece of words.split(/\n\n|\{[^}]*\}/)) expect(page.textContent).toContain(piece.trim());
    }
  });

  test('parts of the narration and of the page are the same, in the same order (SPEC N1)', () => {
    const leaf = leafIn(lang);
    const page = markup(
      <WordsIn lang={lang}>
        {leaf.blocks.map((block) => (
          <ReadBlock key={block.id} block={block} />
        ))}
      </WordsIn>,
    );
    const marks = Array.from(page.querySelectorAll<HTMLElement>('[data-part]')).map((part) => part.dataset.part ?? '');
    expect(marks.filter((mark) => !mark.startsWith('@'))).toEqual(partsOf(leaf).slice(1).map(({ key }) => key));
  });
});

test('a picture keeps its place, waits for its turn, and has words', () => {
  const image = shown('km', 'image').querySelector('img')!;
  expect([image.getAttribute('width'), image.getAttribute('height'), image.getAttribute('loading')]).toEqual(['1280', '800', 'lazy']);
  expect(image.getAttribute('src')).toBe(`/api/media/${FILES.picture}`);
  expect(image.getAttribute('srcset')).toBe(`/api/media/${FILES.smallPicture} 640w, /api/media/${FILES.picture} 1280w`);
  expect(image.alt).toBe('ព្រះវិហារធ្វើពីឈើមួយនៅក្បែរវាលស្រែ។ មានកង់ពីរគ្រឿងឈរនៅខាងមុខព្រះវិហារនោះ។');
});

test('another format is offered first', () => {
  const media = { hash: FILES.picture, type: 'image/jpeg', bytes: 9, width: 800, height: 600, sources: [{ hash: FILES.smallPicture, type: 'image/webp', bytes: 5, width: 800, height: 600 }] };
  const page = shown('en', 'image', { media });
  expect(page.querySelector('source')?.getAttribute('srcset')).toBe(`/api/media/${FILES.smallPicture} 800w`);
  expect(page.querySelector('source')?.getAttribute('type')).toBe('image/webp');
  expect(page.querySelector('img')?.getAttribute('srcset')).toBeNull();
});

test.each([
  ['en', 'audio', '1:35 · 178 KB'],
  ['km', 'audio', '១:៣៥ · ១៧៨ KB'],
  ['en', 'video', '2:34 · 4.2 MB'],
  ['km', 'video', '២:៣៤ · ៤,២ MB'],
])('in %s %s says what it costs, and fetches nothing before it is tapped', (lang, type, cost) => {
  const page = shown(lang, type);
  expect(page.querySelector('.cost')?.textContent).toContain(cost);
  const player = page.querySelector(type)!;
  expect([player.getAttribute('preload'), player.hasAttribute('autoplay'), player.hasAttribute('controls')]).toEqual(['none', false, true]);
  expect(page.querySelector('details')?.open).toBe(false);
});

test.each([
  ['en', 'Given on 3 November 2026 Looked at again by 3 May 2027'],
  ['km', 'សន្យានៅថ្ងៃទី ៣ វិច្ឆិកា ២០២៦ ពិនិត្យឡើងវិញត្រឹមថ្ងៃទី ៣ ឧសភា ២០២៧'],
])('in %s a promise says since when, and by when it is looked at again', (lang, days) => {
  expect(shown(lang, 'promise').querySelector('.days')?.textContent).toBe(days);
});

test('a ladder dials, says when to go on, and ends with its last step', () => {
  const page = shown('en', 'ladder');
  expect(page.querySelector('a.tel')?.getAttribute('href')).toBe('tel:1288');
  expect(Array.from(page.querySelectorAll('.otherwise')).map((line) => line.textContent)).toEqual(['Nobody answers?', 'Is somebody hurt, or afraid to go home?', 'Would they rather not go?']);
});

test('of an officer’s questions those are shown that are shared, answers closed and without a number that dials by accident', () => {
  const page = shown('en', 'officer');
  expect(Array.from(page.querySelectorAll('summary')).map((line) => line.textContent)).toEqual(['Will the police really come?', 'Do I have to pay?']);
  expect(page.querySelector('details[open], summary a')).toBeNull();
});

test('in the browser they come in a late chunk', async () => {
  render(
    <WordsProvider words={new Speaker('en', wordsOf('en'))}>
      <ReadBlock block={blockIn('en', 'poll')} />
    </WordsProvider>,
  );
  expect(screen.queryByText('To think about')).toBeNull();
  expect(await screen.findByText('To think about')).toBeTruthy();
});
