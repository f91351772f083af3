import type { MediaFile } from './media.ts';

/**
 * Blocks of a lesson. `T` is how a text is held: LocalizedText where it is written, string in a published leaf
 * (one leaf per language).
 */
export interface BlockBase<T> {
  /** Unique within the lesson, never changed. */
  id: string;
  /** Ids of the sources that stand behind what the block says. */
  sources?: string[];
  /** Competences that must sign the block off. */
  tags?: ('law' | 'safety' | 'scripture')[];
  /** For the person who leads a group, or of an officer's part for the officer; never published to learners. */
  notes?: T;
}

export interface StoryBlock<T> extends BlockBase<T> {
  type: 'story';
  text: T;
}
export interface TextBlock<T> extends BlockBase<T> {
  type: 'text';
  heading?: T;
  text: T;
}
export interface PassageBlock<T> extends BlockBase<T> {
  type: 'passage';
  /** English book name, `Luke 10:25-37`. */
  reference: string;
  text: T;
}
export interface CalloutBlock<T> extends BlockBase<T> {
  type: 'callout';
  kind: 'remember' | 'care' | 'danger';
  text: T;
}
export interface SignsBlock<T> extends BlockBase<T> {
  type: 'signs';
  heading: T;
  intro?: T;
  items: { id: string; text: T }[];
}
export interface Choice<T> {
  id: string;
  text: T;
  good: boolean;
  outcome: T;
}
export interface ScenarioStep<T> {
  text: T;
  choices: (Choice<T> & { step?: ScenarioStep<T> })[];
}
export interface ScenarioBlock<T> extends BlockBase<T> {
  type: 'scenario';
  heading: T;
  step: ScenarioStep<T>;
}
export interface DiscussionBlock<T> extends BlockBase<T> {
  type: 'discussion';
  minutes: number;
  /** People in a group. */
  group: number;
  question: T;
  quiet: T;
}
export interface PrayerBlock<T> extends BlockBase<T> {
  type: 'prayer';
  minutes: number;
  topic: T;
  leader: T;
  note: T;
}
export interface ReportBlock<T> extends BlockBase<T> {
  type: 'report';
  heading: T;
  intro: T;
  steps: { id: string; ask: T; choices: Choice<T>[] }[];
}
export interface RightsBlock<T> extends BlockBase<T> {
  type: 'rights';
  heading: T;
  items: { id: string; text: T }[];
}
export interface ContactsBlock<T> extends BlockBase<T> {
  type: 'contacts';
  intro: T;
}
export interface HomeBlock<T> extends BlockBase<T> {
  type: 'home';
  text: T;
}

export interface ImageBlock<T> extends BlockBase<T> {
  type: 'image';
  media: MediaFile;
  /** What is to be seen, for who cannot see it. */
  alt: T;
  caption?: T;
  /** `nobody`: nobody can be known in it. `recorded`: whoever can has agreed, and the office holds the paper. */
  consent: 'nobody' | 'recorded';
}
interface Recorded<T> extends BlockBase<T> {
  media: MediaFile;
  title: T;
  /** What is said, for who cannot hear it or has no megabytes. */
  transcript: T;
}
export interface AudioBlock<T> extends Recorded<T> {
  type: 'audio';
}
export interface VideoBlock<T> extends Recorded<T> {
  type: 'video';
}
export interface RolePlayBlock<T> extends BlockBase<T> {
  type: 'roleplay';
  heading: T;
  minutes: number;
  /** Where and when it is, and what has happened before. */
  scene: T;
  roles: { id: string; name: T; task: T }[];
  /** To talk about when it is over. */
  after: T;
}
/** A part that an officer speaks; what the officer says stands in its `notes`. */
export interface OfficerBlock<T> extends BlockBase<T> {
  type: 'officer';
  heading: T;
  minutes: number;
  /** To be expected, with an answer to lean on; a learner's lesson has those that are `shared`, no others. */
  questions: { id: string; ask: T; answer: T; shared: boolean }[];
  /** What is read, or read out, when no officer comes. */
  replacement: T;
}
export interface PromiseBlock<T> extends BlockBase<T> {
  type: 'promise';
  heading: T;
  /** The unit that promises, and who speaks for it. */
  by: T;
  items: { id: string; text: T }[];
  /** Day (YYYY-MM-DD) on which it was given. */
  date: string;
  /** Day until which it is looked at again. */
  reviewBy: string;
}
/** Whom to turn to, one after another; a step names its number as `{contact:id}`. */
export interface LadderBlock<T> extends BlockBase<T> {
  type: 'ladder';
  heading: T;
  intro?: T;
  /** `otherwise`: when to go on to the next step, where it is not that nobody answers. */
  steps: { id: string; text: T; otherwise?: T }[];
}
/** A question without a right answer. Whoever reads alone thinks about it; nothing is kept. */
export interface PollBlock<T> extends BlockBase<T> {
  type: 'poll';
  question: T;
  options: { id: string; text: T }[];
  after?: T;
}

export type Block<T> =
  | StoryBlock<T>
  | TextBlock<T>
  | PassageBlock<T>
  | CalloutBlock<T>
  | SignsBlock<T>
  | ScenarioBlock<T>
  | DiscussionBlock<T>
  | PrayerBlock<T>
  | ReportBlock<T>
  | RightsBlock<T>
  | ContactsBlock<T>
  | HomeBlock<T>
  | ImageBlock<T>
  | AudioBlock<T>
  | VideoBlock<T>
  | RolePlayBlock<T>
  | OfficerBlock<T>
  | PromiseBlock<T>
  | LadderBlock<T>
  | PollBlock<T>;
