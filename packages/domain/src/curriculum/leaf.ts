import type { Item } from '../assessment/item.ts';
import type { LocalizedText } from '../language/localized-text.ts';
import type { Block } from './block.ts';
import type { Narration } from './clip.ts';
import type { Audience, Recall } from './draft.ts';

/** A published lesson in one language: frozen, named by the hash of its canonical text. */
export interface LessonLeaf {
  kind: 'lesson';
  id: string;
  lang: string;
  title: string;
  minutes: number;
  /** True while no reviewer has confirmed this language. */
  draft: boolean;
  /** Ids of blocks whose text here is older than the text that it was translated from. Absent: none. */
  stale?: string[];
  blocks: Block<string>[];
  /** Titles of the sources that the blocks name, by id. */
  sources: Record<string, string>;
}

/** A published quiz in one language, its key included: cheating on one's own phone is outside the threat model. */
export interface QuizLeaf {
  kind: 'quiz';
  id: string;
  lang: string;
  passMark: number;
  draft: boolean;
  /** Ids of items whose text here is older than the text that it was translated from. Absent: none. */
  stale?: string[];
  items: Item[];
}

/** Hash and size of a leaf by language. */
export type Leaves = Record<string, { hash: string; bytes: number }>;

/** Narrations by language; absent where nobody has recorded any. */
export type Narrations = Record<string, Narration>;

export interface ManifestLesson {
  id: string;
  title: LocalizedText;
  minutes: number;
  leaves: Leaves;
  narration?: Narrations;
  /** Former texts that were called back. Absent: none. */
  recalls?: Recall[];
}

export interface ManifestModule {
  id: string;
  title: LocalizedText;
  summary: LocalizedText;
  lessons: ManifestLesson[];
  quiz: { id: string; items: number; passMark: number; leaves: Leaves; narration?: Narrations };
}

/** The root of a published course: its hash names everything below it. */
export interface CourseManifest {
  kind: 'course';
  id: string;
  audience: Audience;
  title: LocalizedText;
  modules: ManifestModule[];
  /** What the app itself says aloud. */
  phrases?: Narrations;
}

/** Hashes of every node below the manifest, or below one lesson or quiz of it. */
export function nodesOf(of: Pick<CourseManifest, 'modules' | 'phrases'> | Pick<ManifestLesson, 'leaves' | 'narration'>): string[] {
  if ('leaves' in of) return [...Object.values(of.leaves), ...Object.values(of.narration ?? {})].map(({ hash }) => hash);
  return [...of.modules.flatMap(({ lessons, quiz }) => [...lessons, quiz].flatMap(nodesOf)), ...Object.values(of.phrases ?? {}).map(({ hash }) => hash)];
}
