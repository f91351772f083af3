import { countGraphemes } from '../language/graphemes.ts';
import type { LocalizedText } from '../language/localized-text.ts';
import { splitText } from '../language/sentences.ts';
import type { Block, CalloutBlock, Choice, LadderBlock, OfficerBlock, PollBlock, RolePlayBlock, ScenarioStep } from './block.ts';
import type { LessonDraft } from './draft.ts';
import { formOf, NOTES, textsOf } from './form.ts';
import type { MediaFile } from './media.ts';

type Text = LocalizedText;

/** One point of a list or one choice, with its number within the block. */
export interface SlidePoint {
  id: string;
  n: number;
  text: Text;
  /** Of a step on a ladder: when to go on to the next; null: when nobody answers. Absent on the last one. */
  otherwise?: Text | null;
}

/** Somebody to play, and what they have to do. */
export interface SlideRole {
  id: string;
  name: Text;
  task: Text;
}

/** What one slide shows. Everything but the words of its texts is the same in every language. */
export interface Slide {
  /** Stable as long as the block is: its id, then the way inwards (`b3.a`), then the part of a long text (`b1~2`). */
  id: string;
  /** Null on the slide with the lesson's title. */
  block: string | null;
  /** The block's type as stored, also one that this build does not know; `title` for the lesson's title. */
  type: string;
  heading?: Text;
  text?: Text;
  points?: SlidePoint[];
  /** Points are answers to choose from. */
  choose?: true;
  /** On an outcome: whether the choice was a good way. */
  good?: boolean;
  kind?: CalloutBlock<Text>['kind'];
  reference?: string;
  minutes?: number;
  /** People in a group. */
  group?: number;
  /** A quiet way for who cannot speak here. */
  quiet?: Text;
  /** A picture, a sound or a video; absent until somebody has chosen the file. */
  media?: MediaFile;
  /** What is to be seen in the picture. */
  alt?: Text;
  /** Which part of its block this is, where a word of the app says so: what is talked of afterwards, what is read when no officer comes. */
  part?: 'after' | 'instead';
  roles?: SlideRole[];
  /** Who promises, the day of it, and the day until which it is looked at again. */
  promised?: { by: Text; date: string; reviewBy: string };
}

/** Characters that still read well from the last row, in any language. */
const MOST_ON_A_SLIDE = 180;
const MOST_POINTS = 4;
const SHORT_POINT = 60;
const MOST_ROLES = 3;
/** With what leads on from each they are as much as a wall holds in two languages. */
const MOST_RUNGS = 2;
const MOST_IN_ROLES = 240;

const longest = (text: Text): number => Math.max(0, ...Object.values(text).map(countGraphemes));
const hasWords = (text: Text | undefined): text is Text => text !== undefined && longest(text) > 0;

/** One slide for each part of a text; the first keeps the id. */
function told(slide: Slide, text: Text, most = MOST_ON_A_SLIDE): Slide[] {
  return splitText(text, most).map((part, index) => ({ ...slide, id: index === 0 ? slide.id : `${slide.id}~${index + 1}`, text: part }));
}

/** Things one after another on a slide as long as all of them fit on it. */
function together<T>(things: readonly T[], fit: (some: readonly T[]) => boolean): T[][] {
  const groups: T[][] = [];
  for (const thing of things) {
    const last = groups.at(-1);
    if (last && fit([...last, thing])) last.push(thing);
    else groups.push([thing]);
  }
  return groups;
}

const pointsOf = (things: readonly { id: string; text: Text }[]): SlidePoint[] => things.map(({ id, text }, index) => ({ id, n: index + 1, text }));

/** Points four by four while they are short; a long one stands alone. */
function pointed(slide: Slide, items: { id: string; text: Text }[]): Slide[] {
  const groups = together(pointsOf(items), (some) => some.length <= MOST_POINTS && some.every(({ text }) => longest(text) <= SHORT_POINT));
  return groups.map((points) => ({ ...slide, id: `${slide.id}.${points[0]?.id}`, points }));
}

function roleplay(slide: Slide, { heading, minutes, scene, roles, after }: RolePlayBlock<Text>): Slide[] {
  const cards = together<SlideRole>(roles, (some) => some.length <= MOST_ROLES && some.reduce((sum, { name, task }) => sum + longest(name) + longest(task), 0) <= MOST_IN_ROLES);
  return [
    ...told({ ...slide, heading, minutes }, scene),
    ...cards.map((some): Slide => ({ ...slide, id: `${slide.id}.${some[0]?.id}`, heading, roles: some.map(({ id, name, task }) => ({ id, name, task })) })),
    ...told({ ...slide, id: `${slide.id}.after`, part: 'after' }, after),
  ];
}

function officer(slide: Slide, { heading, minutes, questions, replacement }: OfficerBlock<Text>): Slide[] {
  // What an officer should be ready for but is not asked aloud stays off the wall.
  const asked = questions.filter(({ shared }) => shared);
  return [
    { ...slide, heading, minutes },
    ...told({ ...slide, id: `${slide.id}.instead`, heading, part: 'instead' }, replacement),
    ...asked.flatMap(({ id, ask, answer }) => told({ ...slide, id: `${slide.id}.${id}`, heading: ask }, answer)),
  ];
}

function ladder(slide: Slide, { heading, intro, steps }: LadderBlock<Text>): Slide[] {
  const points = steps.map(({ id, text, otherwise }, index): SlidePoint => ({ id, n: index + 1, text, ...(index < steps.length - 1 && { otherwise: otherwise ?? null }) }));
  const short = ({ text, otherwise }: SlidePoint): boolean => longest(text) + longest(otherwise ?? {}) <= 2 * SHORT_POINT;
  return [
    ...(hasWords(intro) ? told({ ...slide, heading }, intro) : []),
    ...together(points, (some) => some.length <= MOST_RUNGS && some.every(short)).map((some) => ({ ...slide, id: `${slide.id}.${some[0]?.id}`, heading, points: some })),
  ];
}

function poll(slide: Slide, { question, options, after }: PollBlock<Text>): Slide[] {
  return [{ ...slide, text: question, points: pointsOf(options), choose: true }, ...(hasWords(after) ? told({ ...slide, id: `${slide.id}.after`, part: 'after' }, after) : [])];
}

/** A choice's outcome, under the words that were chosen. */
function outcome(slide: Slide, { id, text, good, outcome: follows }: Choice<Text>): Slide[] {
  return told({ id: `${slide.id}.${id}`, block: slide.block, type: slide.type, heading: text, good }, follows);
}

function played(slide: Slide, step: ScenarioStep<Text>, heading?: Text): Slide[] {
  const asked: Slide = { ...slide, ...(heading && { heading }), text: step.text, points: pointsOf(step.choices), choose: true };
  const after = step.choices.flatMap((choice) => {
    const then = { ...slide, id: `${slide.id}.${choice.id}+` };
    return [...outcome(slide, choice), ...(choice.step ? played(then, choice.step) : [])];
  });
  return [asked, ...after];
}

/** Every text of a block by its form, or by its shape where this build has no form for it; notes are the leader's. */
function anyTexts(block: object, type: string, languages: string[]): Text[] {
  const form = formOf(type)?.filter((field) => field !== NOTES);
  if (form) return textsOf(block, form).map(({ text }) => text).filter(hasWords);
  const walk = (value: unknown): Text[] => {
    if (typeof value !== 'object' || value === null) return [];
    const entries = Object.entries(value);
    const isText = entries.length > 0 && entries.every(([key, inner]) => languages.includes(key) && typeof inner === 'string');
    return isText ? [value as Text] : entries.filter(([key]) => key !== NOTES.key).flatMap(([, inner]) => walk(inner));
  };
  return walk(block).filter(hasWords);
}

function ofBlock(block: Block<Text>, languages: string[]): Slide[] {
  const slide: Slide = { id: block.id, block: block.id, type: block.type };
  switch (block.type) {
    case 'story':
    case 'home':
      return told(slide, block.text);
    case 'text':
      return told(block.heading ? { ...slide, heading: block.heading } : slide, block.text);
    case 'passage':
      return told({ ...slide, reference: block.reference }, block.text);
    case 'callout':
      return told({ ...slide, kind: block.kind }, block.text);
    case 'signs': {
      const intro = hasWords(block.intro) ? told({ ...slide, heading: block.heading }, block.intro) : [];
      return [...intro, ...pointed({ ...slide, heading: block.heading }, block.items)];
    }
    case 'rights':
      return pointed({ ...slide, heading: block.heading }, block.items);
    case 'scenario':
      return played(slide, block.step, block.heading);
    case 'discussion':
      return [{ ...slide, text: block.question, quiet: block.quiet, minutes: block.minutes, group: block.group }];
    case 'prayer':
      return [{ ...slide, text: block.topic, minutes: block.minutes }];
    case 'report':
      return [
        ...told({ ...slide, heading: block.heading }, block.intro),
        ...block.steps.flatMap((step): Slide[] => {
          const at = { ...slide, id: `${slide.id}.${step.id}` };
          return [{ ...at, text: step.ask, points: pointsOf(step.choices), choose: true }, ...step.choices.flatMap((choice) => outcome(at, choice))];
        }),
      ];
    case 'contacts':
      return [{ ...slide, text: block.intro }];
    case 'image': {
      // Its words for who cannot see it stay with the picture; a caption is read by everybody.
      const picture: Slide = { ...slide, alt: block.alt, ...(hasWords(block.caption) && { text: block.caption }) };
      return [block.media ? { ...picture, media: block.media } : picture];
    }
    case 'audio':
    case 'video':
      // What is said in it is heard, not read on the wall.
      return [{ ...slide, heading: block.title, ...(block.media && { media: block.media }) }];
    case 'roleplay':
      return roleplay(slide, block);
    case 'officer':
      return officer(slide, block);
    case 'promise':
      return pointed({ ...slide, heading: block.heading, promised: { by: block.by, date: block.date, reviewBy: block.reviewBy } }, block.items);
    case 'ladder':
      return ladder(slide, block);
    case 'poll':
      return poll(slide, block);
    default:
      return shown(block, languages);
  }
}

/** A slide for each text of a block that has none of its own making. */
function shown(block: object, languages: string[]): Slide[] {
  const { id, type } = block as { id: string; type: string };
  return anyTexts(block, type, languages).flatMap((text, index) => told({ id: index === 0 ? id : `${id}.${index + 1}`, block: id, type }, text));
}

/** The slides of a lesson in the order in which they are shown: its title, then what each block yields. */
export function slidesOf(lesson: LessonDraft): Slide[] {
  const languages = Object.keys(lesson.title);
  const title: Slide = { id: '~title', block: null, type: 'title', text: lesson.title, minutes: lesson.minutes };
  return [title, ...lesson.blocks.flatMap((block) => ofBlock(block, languages))];
}
