import { describe, expect, test } from '@jest/globals';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { copyFile, copyName } from '../src/features/curriculum/hand-on/copy-file.ts';
import { dayWords } from '../src/i18n/day-words.ts';
import { dayIn, goodUntil, monthsAfter } from '../src/features/curriculum/hand-on/good-until.ts';
import type { Say } from '../src/features/curriculum/hand-on/numbers.ts';
import late from '../src/i18n/late/en.json' with { type: 'json' };
import { Speaker } from '../src/i18n/speaker.ts';
import { wordsOf } from '../src/render/words-of.ts';
import { HOTLINE } from './words-in.tsx';

describe('until when a copy is good', () => {
  test('a day is that of the site, wherever the phone’s clock thinks it is', () => {
    // 17:30 in London is half past midnight of the next day in Phnom Penh.
    const evening = new Date('2026-11-22T17:30:00Z');
    expect(dayIn('Asia/Phnom_Penh', evening)).toBe('2026-11-23');
    expect(dayIn('UTC', evening)).toBe('2026-11-22');
  });

  test.each([
    ['2026-11-22', '2027-02-22'],
    // February has no 30th; in a leap year it has a 29th.
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2026-10-31', '2027-01-31'],
  ])('three months after %s is %s', (day, after) => {
    expect(monthsAfter(day, 3)).toBe(after);
  });

  test('the first day on which a number is to be looked at again counts, also one that has passed', () => {
    expect(goodUntil('2026-11-22', [{ reviewBy: null }, { reviewBy: '2027-01-05' }, { reviewBy: '2026-12-31' }])).toBe('2026-12-31');
    expect(goodUntil('2026-11-22', [{ reviewBy: '2026-11-01' }])).toBe('2026-11-01');
    expect(goodUntil('2026-11-22', [{ reviewBy: null }])).toBe('2027-02-22');
    expect(goodUntil('2026-11-22', [])).toBe('2027-02-22');
  });

  test('a day is said in the language’s own words and digits', () => {
    expect(dayWords('en', '2027-02-05')).toBe('5 February 2027');
    expect(dayWords('km', '2027-02-05')).toBe('៥ កុម្ភៈ ២០២៧');
  });
});

const speaker = new Speaker('en', wordsOf('en'));
speaker.add('en', late, 'late');
const SAY: Say = {
  lang: 'en',
  t: (key, values) => speaker.say(key, values),
  late: (key, values) => speaker.say(key, values, 'en', 'late'),
  n: String,
};

function articleOf(html: string): HTMLElement {
  const article = document.createElement('article');
  article.lang = 'en';
  article.innerHTML = html;
  return article;
}

function opened(html: string, contacts: readonly Contact[] = [HOTLINE]): Document {
  const file = copyFile({ number: '2.1', title: 'A <b>title</b> & more', hash: '0123456789abcdef', article: articleOf(html), contacts, today: '2026-11-22' }, SAY);
  return new DOMParser().parseFromString(file, 'text/html');
}

describe('a copy', () => {
  test('is named by its number and language alone', () => {
    expect(copyName('2.1', 'km')).toBe('lesson-2-1-km.html');
    expect(opened('<p>x</p>').title).toBe('Lesson 2.1');
  });

  test('holds the text, and nothing that runs, is fetched or was chosen', () => {
    const copy = opened(
      '<section data-block="b1" tabindex="-1" style="color:red" onclick="x()"><p>Text</p><script>x()</script><button>Listen</button><a data-hear="@a" href="/api/media/a">Listen</a><audio src="/a"></audio>' +
        '<img src="/picture.png" alt="A church"><img src="data:image/png;base64,AA==" alt="A path"><details class="choice" id="c-1" name="c" open><summary>Choose</summary><p>Outcome</p></details>' +
        '<a class="tel" href="tel:1288">1288</a> <a href="/help-now">see the help numbers</a></section>',
    );
    const article = copy.querySelector('article') as HTMLElement;
    expect(article.innerHTML).toBe(
      '<section><p>Text</p>A church<img src="data:image/png;base64,AA==" alt="A path"><details class="choice"><summary>Choose</summary><p>Outcome</p></details>' +
        '<a class="tel" href="tel:1288">1288</a> <a href="#numbers">see the help numbers</a></section>',
    );
    expect(copy.querySelector('h1')?.textContent).toBe('A <b>title</b> & more');
    expect(copy.querySelectorAll('script, link, iframe')).toHaveLength(0);
    expect(copy.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  });

  test('has every number with who answers, its source and when it was confirmed, and until when all of it is good', () => {
    const confirmed: Contact = { ...HOTLINE, id: 'b', number: '092 311 511', verifiedOn: '2026-10-09', reviewBy: '2027-01-05', sourceTitle: { en: 'Its own page' } };
    const numbers = opened('<p>x</p>', [HOTLINE, confirmed]).querySelector('#numbers') as HTMLElement;
    expect(Array.from(numbers.querySelectorAll('a.dial'), (one) => one.getAttribute('href'))).toEqual(['tel:1288', 'tel:092311511']);
    const [first, second] = Array.from(numbers.querySelectorAll('.number'), (one) => one.textContent ?? '');
    expect(first).toContain('Not yet confirmed by staff');
    expect(second).toContain('Confirmed on 9 October 2026');
    expect(second).toContain('Source: Its own page');
    expect(numbers.textContent).toContain('Numbers as of 22 November 2026.');
    expect(numbers.querySelector('.until')?.textContent).toBe('Good until 5 January 2027. After that day please ask for a newer copy: numbers change.');
  });

  test('says so when a number should have been looked at before', () => {
    const numbers = opened('<p>x</p>', [{ ...HOTLINE, reviewBy: '2026-11-21' }]);
    expect(numbers.querySelector('.until')?.textContent).toBe('These numbers were to be checked again on 21 November 2026. Please ask for a newer copy.');
  });
});
