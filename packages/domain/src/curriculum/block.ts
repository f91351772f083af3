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
  /** For the person who leads a group; never published to learners. */
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
  | HomeBlock<T>;
