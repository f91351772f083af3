import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { BLOCK_FORMS, ITEM_FORMS } from '@seek-justice/domain/curriculum/form.ts';
import { atDesk, beginBelow, blockOf, cardOf, fillOwn, leave, writeThings } from './support/author-desk.ts';
import { lacking, sentencesOf } from './support/block-words.ts';
import { openCourse, quizLeaf } from './support/course.ts';
import { half, openDocument, rewrite, saved, stored, write } from './support/editor.ts';
import { BLOCKS, CALLED, CHANGED, ITEMS, RECALLED, SECOND, STORY_MENDED, written } from './support/new-module.ts';
import { axeFaults } from './support/inspect.ts';
import { answerRightly, finishLesson } from './support/learner.ts';
import { lessonsOf } from './support/readers.ts';
import { recordParts } from './support/recordings.ts';
import { reviewer, signAll } from './support/reviewers.ts';
import { useStage } from './support/stage.ts';
import { print } from './support/paper.ts';
import { seeOldBlock, seeOnPaper, seeOnPhone, seeOnWall } from './support/shown-module.ts';
import { LANGS, part, say, sayAuthor } from './support/words.ts';

const stage = useStage();
/** Some hundred texts are written one by one: on a machine that has other work too this takes its time. */
const LONG_MS = 180_000;
/** The documents of the new module, begun by the first test; each test goes on from the one before. */
const made = { course: '', module: '', lesson: '', second: '', quiz: '' };

describe('a module from nothing, Khmer first', () => {
  test('is begun: a course, in it a module, in it a lesson and questions', async () => {
    const desk = await atDesk(stage);
    made.course = await beginBelow(desk, 'course');
    await fillOwn(desk, 'course', { title: CALLED.course, audience: 'open' });
    made.module = await beginBelow(desk, 'module', made.course);
    await fillOwn(desk, 'module', { title: CALLED.module, summary: CALLED.summary });
    made.lesson = await beginBelow(desk, 'lesson', made.course);
    await fillOwn(desk, 'lesson', { title: CALLED.lesson, minutes: 12 });
    made.second = await beginBelow(desk, 'lesson', made.course);
    made.quiz = await beginBelow(desk, 'quiz', made.course);
    await desk.page.goto('/author');
    const course = desk.page.locator('.in-course', { hasText: CALLED.course.km });
    await course.locator('.in-module', { hasText: CALLED.module.km }).locator('li', { hasText: CALLED.lesson.km }).waitFor();
  });

  test('has a block of every type, written in Khmer and then in English with the buttons and keys of the editor', async () => {
    expect(BLOCKS.map(({ type }) => type).sort()).toEqual(Object.keys(BLOCK_FORMS).sort());
    const desk = await atDesk(stage, `/author/${made.lesson}`);
    const { page } = desk;
    await writeThings(desk, 'blocks', BLOCKS, 'km', true);
    expect(await page.locator('.half.is-missing[data-lang=en]').count()).toBe(JSON.stringify(BLOCKS).match(/"en":/g)?.length);
    await writeThings(desk, 'blocks', BLOCKS, 'en', false);
    expect(await page.locator('.half.is-missing, .half.is-stale').count()).toBe(0);
    const { body } = (await stored(page, made.lesson)).document;
    expect(written(body.blocks)).toEqual(BLOCKS.map((block) => (block.sources ? { ...block, sources: ['law-2008'] } : block)));
  }, LONG_MS);

  test('has a question of every type', async () => {
    expect([...new Set(ITEMS.map(({ type }) => type))].sort()).toEqual(Object.keys(ITEM_FORMS).sort());
    const desk = await atDesk(stage, `/author/${made.quiz}`);
    for (const lang of LANGS) await writeThings(desk, 'items', ITEMS, lang, lang === 'km');
    const { body } = (await stored(desk.page, made.quiz)).document;
    expect(written(body.items)).toEqual(ITEMS);
  }, LONG_MS);

  test('has a second lesson, which is written in English first', async () => {
    const desk = await atDesk(stage, `/author/${made.second}`);
    const { page } = desk;
    await page.getByRole('button', { name: sayAuthor('km', 'lang.makeSource') }).click();
    await page.locator('.heads b').first().filter({ hasText: sayAuthor('km', 'lang.en') }).waitFor();
    await fillOwn(desk, 'lesson', { title: CALLED.second }, ['en', 'km']);
    for (const lang of ['en', 'km']) await writeThings(desk, 'blocks', SECOND, lang, lang === 'en');
    const { document, review } = await stored(page, made.second);
    expect(written(document.body.blocks)).toEqual(SECOND);
    // It was begun in English: the Khmer is what somebody answers for.
    expect(new Set(review.unsigned.map(({ competence }: any) => competence))).toEqual(new Set(['lang:km']));
  });
});

const publishing = (page: Page) => page.getByRole('button', { name: sayAuthor('km', 'publish.pilotDo') });

describe('the new module before its readers', () => {
  test('is spoken of: a reviewer says something to a block, the author mends it and answers', async () => {
    const page = await reviewer(stage, { name: 'ចាន់ សុភា', competence: 'safety', lang: 'en' });
    await openDocument(page, made.lesson);
    const card = cardOf(page, 'story');
    await card.locator('.status').click();
    await card.getByLabel(sayAuthor('en', 'comment.write')).fill('Say that she has asked the neighbours already.');
    await card.getByRole('button', { name: sayAuthor('en', 'comment.send') }).click();
    await card.locator('.comment', { hasText: 'asked the neighbours' }).waitFor();

    const author = (await atDesk(stage)).page;
    await author.locator('.in-module', { hasText: CALLED.module.km }).locator('li', { hasText: CALLED.lesson.km }).getByText(sayAuthor('km', 'comment.open_other').replace('{{n}}', '១')).waitFor();
    await openDocument(author, made.lesson);
    const story = cardOf(author, 'story');
    await story.locator('.status', { hasText: sayAuthor('km', 'comment.open_other').replace('{{n}}', '១') }).click();
    await story.getByText('ចាន់ សុភា').waitFor();
    const path = (await story.locator('[data-path$="/text"]').first().getAttribute('data-path')) ?? '';
    await write(author, path, 'km', ` ${STORY_MENDED.km}`);
    await write(author, path, 'en', ` ${STORY_MENDED.en}`);
    await half(author, path, 'en').getByRole('button', { name: sayAuthor('km', 'stale.still') }).click();
    await half(author, path, 'en').locator('.stale-note').waitFor({ state: 'detached' });
    await saved(author);
    await story.getByLabel(sayAuthor('km', 'comment.write')).fill('អរគុណ បានបន្ថែមហើយ។');
    await story.getByRole('button', { name: sayAuthor('km', 'comment.send') }).click();
    await story.locator('.comment', { hasText: 'បានបន្ថែមហើយ' }).waitFor();
    for (const comment of await story.locator('.comment').all()) await comment.getByRole('button', { name: sayAuthor('km', 'comment.settle') }).click();
    await story.locator('.comment.settled').nth(1).waitFor();

    await openDocument(page, made.lesson);
    await card.locator('.status').click();
    await card.locator('.comment.settled', { hasText: 'បានបន្ថែមហើយ' }).waitFor();
    await card.locator('.half[data-lang=en]', { hasText: STORY_MENDED.en }).waitFor();
    expect(await signAll(page, 'en')).toEqual(['callout']);
  });

  test('is refused while nobody answers for its words of law, and a link leads to them', async () => {
    const { page } = await atDesk(stage, `/author/publish/${made.course}`);
    const stops = page.locator('.problems.stops a', { hasText: sayAuthor('km', 'competence.law') });
    await stops.waitFor();
    expect(await publishing(page).isDisabled()).toBe(true);
    const tried = await page.context().request.post(`/api/courses/${made.course}/publish`, { headers: { origin: stage.url }, data: { kind: 'content', note: {}, recalled: [], release: false } });
    expect([tried.status(), (await tried.json()).code]).toEqual([409, 'publish_stopped']);
    await stops.click();
    const rights = cardOf(page, 'rights');
    await page.waitForURL(`**/author/${made.lesson}#${await rights.getAttribute('id')}`);
    await rights.and(page.locator(':focus')).waitFor();
    // Where it stays, though blocks above it are laid out only now.
    await page.waitForFunction(() => {
      const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: 0 };
      return top > 0 && bottom < innerHeight;
    });
  });

  test.each([
    ['law', 'lesson', ['rights']],
    ['scripture', 'lesson', ['passage']],
    ['lang:km', 'second', ['own', 'text', 'home']],
    ['lang:en', 'lesson', ['own', ...BLOCKS.map(({ type }) => type)]],
  ] as const)('is signed off for %s by who knows of it, each block where it stands', async (competence, document, types) => {
    const page = await reviewer(stage, { name: 'ហេង រតនា', competence, lang: 'km' });
    await openDocument(page, made[document]);
    expect(await signAll(page, 'km')).toEqual(types);
  });

  test('is published by the author', async () => {
    const { page } = await atDesk(stage, `/author/publish/${made.course}`);
    await publishing(page).click();
    await page.getByText(sayAuthor('km', 'publish.done')).waitFor();
    expect(await page.locator('.problems.stops').count()).toBe(0);
    // Readers have all that is here: nothing is there to be called back.
    await page.getByText(sayAuthor('km', 'publish.nothing')).waitFor();
    await page.getByText(sayAuthor('km', 'publish.kinds.recall')).click();
    await page.getByText(sayAuthor('km', 'publish.recallNothing')).waitFor();
  });
});

describe('the new module is seen', () => {
  test.each(LANGS)('on a phone, every block with its words, in %s alone', async (lang) => {
    const page = await stage.visit({ lang });
    await page.goto('/learn');
    await page.getByRole('heading', { name: CALLED.course[lang] }).waitFor();
    await page.getByRole('link', { name: part(CALLED.lesson[lang]) }).first().tap();
    await page.getByRole('heading', { level: 1, name: CALLED.lesson[lang] }).waitFor();
    await seeOnPhone(page, lang);
  });

  test('on the wall, slide by slide, in either language and in both', async () => {
    const { page } = await atDesk(stage, `/author/${made.lesson}`);
    for (const languages of [['km'], ['en'], ['km', 'en']] as const) await seeOnWall(page, languages);
    // The editor around it holds every block there is; what stays in sight covers the rest wherever one scrolls.
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axeFaults(page)).toEqual([]);
  });

  test('on paper, in either language and in both', async () => {
    const { page } = await atDesk(stage, `/author/paper/${made.lesson}`);
    for (const languages of [['km'], ['en'], ['km', 'en']] as const) {
      await seeOnPaper(page, languages);
      expect((await print(page)).pages).toBeGreaterThan(1);
    }
  });
});

describe('the new module goes on', () => {
  const LEARNER = 'DEMO-0021';

  test('with a learner who completes it in Khmer, by tapping', async () => {
    const { modules } = await openCourse(stage.url, made.course);
    const page = await stage.visit({ as: LEARNER });
    for (const id of [made.lesson, made.second]) {
      await page.goto(`/learn/${id}`);
      await finishLesson(page, 'km');
      await page.waitForURL((address) => !address.pathname.endsWith(id));
    }
    await answerRightly(page, 'km', await quizLeaf(stage.url, modules[0]!, 'km'));
    await page.getByText(say('km', 'result.allRight')).waitFor();
    await page.getByText(say('km', 'result.sent')).waitFor();
  });

  test.each([
    ['km', 'en', 'lesson', 'story'],
    ['en', 'km', 'second', 'text'],
  ] as const)('one sentence changed in %s makes exactly that block old in %s, and its recording', async (source, other, document, type) => {
    const { page } = await atDesk(stage);
    const block = await blockOf(page, made[document], type);
    for (const lang of LANGS) await recordParts(page, made[document], lang, [':title', block, await blockOf(page, made[document], 'home')]);
    await openDocument(page, made[document]);
    expect(await page.locator('.half.is-stale').count()).toBe(0);
    await write(page, `blocks/${block}/text`, source, ` ${CHANGED[source]}`);
    await half(page, `blocks/${block}/text`, other).locator('ins').waitFor();
    expect(await page.locator('.half.is-stale').count()).toBe(1);
    await cardOf(page, type).getByText(sayAuthor('km', 'audio.stale')).waitFor();
    expect(await page.getByText(sayAuthor('km', 'audio.stale')).count()).toBe(1);
    const { audio } = (await stored(page, made[document])).review;
    expect({ [source]: [audio[source].stale, audio[source].older], [other]: [audio[other].stale, audio[other].older] }).toEqual({ [source]: [[block], []], [other]: [[], [block]] });
  });

  test('as a correction: learners read on, and see a quiet mark where the translation is older', async () => {
    const { page } = await atDesk(stage, `/author/publish/${made.course}`);
    await page.getByText(sayAuthor('km', 'publish.kinds.correction')).click();
    const changes = page.locator('.publish section', { hasText: sayAuthor('km', 'publish.changes') }).locator('li');
    await changes.first().waitFor();
    expect(await changes.allInnerTexts()).toEqual([CALLED.lesson.km, CALLED.second.km]);
    await publishing(page).click();
    await page.getByText(sayAuthor('km', 'publish.done')).waitFor();
    for (const [lang, document, type] of [['km', 'second', 'text'], ['en', 'lesson', 'story']] as const) {
      const reader = await stage.visit({ lang });
      const other = lang === 'km' ? 'lesson' : 'second';
      await reader.goto(`/learn/${made[other]}`);
      await reader.locator('article [data-block]').first().waitFor();
      expect(await reader.locator('.older').count()).toBe(0);
      await reader.goto(`/learn/${made[document]}`);
      await seeOldBlock(reader, lang, await blockOf(page, made[document], type));
    }
  });

  test('as a recall: who has completed the lesson sees what changed, and keeps what they did', async () => {
    const { page } = await atDesk(stage, `/author/${made.lesson}`);
    const text = await blockOf(page, made.lesson, 'text');
    await page.locator(`#thing-${text}`).waitFor();
    for (const lang of LANGS) await rewrite(page, `blocks/${text}/text`, lang, RECALLED.text[lang]);
    await leave(page);
    await page.goto(`/author/publish/${made.course}`);
    await page.getByText(sayAuthor('km', 'publish.kinds.recall')).click();
    await page.getByRole('checkbox', { name: CALLED.lesson.km }).check();
    for (const lang of LANGS) await page.locator(`.note textarea[lang=${lang}]`).fill(RECALLED.note[lang]);
    await publishing(page).click();
    await page.getByText(sayAuthor('km', 'publish.done')).waitFor();

    const learner = await stage.visit({ as: LEARNER });
    await learner.goto(`/learn/${made.lesson}`);
    await learner.locator('.recalled', { hasText: RECALLED.note.km }).waitFor();
    const block = learner.locator(`[data-block="${text}"]`);
    expect(lacking(await block.innerText(), sentencesOf({ text: RECALLED.text }, 'km'))).toEqual([]);
    expect(await block.innerText()).not.toContain('យោបល់');
    await learner.getByText(say('km', 'lesson.finished')).waitFor();
    await learner.goto('/learn');
    await learner.locator('.course', { hasText: CALLED.course.km }).locator('.path > li').getByText(say('km', 'learn.done'), { exact: true }).waitFor();
    const { person } = (await (await learner.context().request.get('/api/me')).json()) as { person: { id: string } };
    expect(await lessonsOf(stage, person.id)).toEqual(expect.arrayContaining([made.lesson, made.second]));
  });
});
