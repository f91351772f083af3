import { countGraphemes } from '../language/graphemes.ts';
import type { LocalizedText } from '../language/localized-text.ts';
import { splitText } from '../language/sentences.ts';
import type { Block, CalloutBlock, Choice, ScenarioStep } from './block.ts';
import type { LessonDraft } from './draft.ts';
import { formOf, NOTES, textsOf } from './form.ts';
import type { MediaFile } from './media.ts';

type Text = LocalizedText;

/** One point of a list or one choice, with its number within the block. */
export interface SlidePoint {
  id: string;
  n: number;
  text: Text;
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
}

/** Characters that still read well from the last row, in any language. */
const MOST_ON_A_SLIDE = 180;
const MOST_POINTS = 4;
const SHORT_POINT = 60;

const longest = (text: Text): number => Math.max(0, ...Object.values(text).map(countGraphemes));
const hasWords = (text: Text | undefined): text is Text => text !== undefined && longest(text) > 0;

/** One slide for each part of a text; the first keeps the id. */
function told(slide: Slide, text: Text, most = MOST_ON_A_SLIDE): Slide[] {
  return splitText(text, most).map((part, index) => ({ ...slide, id: index === 0 ? slide.id : `${slide.id}~${index + 1}`, text: part }));
}

/** Points four by four while they are short; a long one stands alone. */
function pointed(slide: Slide, items: { id: string; text: Text }[]): Slide[] {
  const groups: SlidePoint[][] = [];
  for (const [index, item] of items.entries()) {
    const last = groups.at(-1);
    const point = { id: item.id, n: index + 1, text: item.text };
    const fits = last && last.length < MOST_POINTS && [...last, point].every(({ text }) => longest(text) <= SHORT_POINT);
    if (fits) last.push(point);
    else groups.push([point]);
  }
  return groups.map((points) => ({ ...slide, id: `${slide.id}.${points[0]?.id}`, points }));
}

const pointsOf = (choices: Choice<Text>[]): SlidePoint[] => choices.map(({ id, text }, index) => ({ id, n: index + 1, text }));

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
    case 'officer':
      // What an officer should be ready for but is not asked aloud stays off the wall.
      return shown({ ...block, questions: block.questions.filter(({ shared }) => shared) }, languages);
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
