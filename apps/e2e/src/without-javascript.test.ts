import { describe, expect, test } from '@jest/globals';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { DEMO_PIN } from '@seek-justice/seed/demo.ts';
import { lessonLeaf, lessonWith, moduleAt, openCourse } from './support/course.ts';
import { useStage, type Visit } from './support/stage.ts';
import { say } from './support/words.ts';

const stage = useStage();
const PLAIN: Visit = { javaScriptEnabled: false };

describe('without JavaScript', () => {
  test('a lesson can be read, its practice opened, its numbers called', async () => {
    const lesson = await lessonWith(stage.url, 'report');
    const leaf = await lessonLeaf(stage.url, lesson, 'km');
    const page = await stage.visit(PLAIN);
    await page.goto(`/learn/${lesson.id}`);
    await page.getByRole('heading', { level: 1, name: leaf.title }).waitFor();
    expect(await page.locator('article [data-block]').count()).toBe(leaf.blocks.length);
    const choice = page.locator('details.choice').first();
    expect(await choice.locator('.outcome').isVisible()).toBe(false);
    await choice.locator('summary').tap();
    await choice.locator('.outcome').waitFor();
    const numbers = await page.locator('article a[href^="tel:"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(numbers).toContain('tel:1288');
  });

  test('the numbers to call are links', async () => {
    const page = await stage.visit(PLAIN);
    for (const path of ['/', '/help-now', '/h']) {
      await page.goto(path);
      const numbers = await page.locator('a[href^="tel:"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(numbers).toEqual(expect.arrayContaining(['tel:1288', 'tel:1280', 'tel:092311511']));
    }
  });

  test('the map leads to every lesson, and ?lang=en changes its words', async () => {
    const course = await openCourse(stage.url);
    const page = await stage.visit(PLAIN);
    await page.goto('/learn');
    await page.getByRole('heading', { level: 1, name: textIn(course.title, 'km') }).waitFor();
    for (const { lessons, quiz } of course.modules)
      for (const { id } of [...lessons, quiz]) expect(await page.locator(`.path a[href="/learn/${id}"]`).count()).toBe(1);
    await page.getByRole('link', { name: 'English' }).tap();
    await page.waitForURL('**/learn?lang=en');
    await page.getByRole('heading', { level: 1, name: textIn(course.title, 'en') }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    // The choice is kept for the next page.
    const first = course.modules[0]?.lessons[0];
    await page.goto(`/learn/${first?.id}`);
    await page.getByRole('heading', { level: 1, name: textIn(first?.title ?? {}, 'en') }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('the questions say what they need', async () => {
    const { quiz } = await moduleAt(stage.url, 0);
    const page = await stage.visit(PLAIN);
    await page.goto(`/learn/${quiz.id}`);
    // Playwright's way of switching scripts off leaves <noscript> closed, so it is looked for in the page as it came.
    expect(await page.content()).toContain(`<noscript><p>${say('km', 'quiz.needsScript')}</p></noscript>`);
  });

  test('a plain form signs in, and says so in words when it does not', async () => {
    const page = await stage.visit(PLAIN);
    await page.goto('/sign-in');
    const send = async (pin: string) => {
      await page.getByLabel(say('km', 'signIn.code')).fill('DEMO-0005');
      await page.getByLabel(say('km', 'signIn.pin')).fill(pin);
      const answered = page.waitForResponse((response) => response.url().endsWith('/api/sign-in'));
      await page.getByRole('button', { name: say('km', 'signIn.go'), exact: true }).tap();
      return (await answered).status();
    };
    expect(await send('000000')).toBe(303);
    await page.getByText(say('km', 'signIn.failed')).waitFor();
    expect(await send(DEMO_PIN)).toBe(303);
    await page.waitForURL('**/learn');
    expect((await page.context().cookies()).filter(({ httpOnly }) => httpOnly)).toHaveLength(1);
  });

  test('the quick exit is a link', async () => {
    const page = await stage.visit(PLAIN);
    await page.goto('/learn');
    await page.getByRole('link', { name: say('km', 'foot.exit') }).tap();
    await page.waitForURL('**/reading');
    await page.getByRole('heading', { name: say('km', 'reading.title') }).waitFor();
  });
});
