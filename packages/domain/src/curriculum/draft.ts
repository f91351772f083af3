import type { ItemType } from '../assessment/item.ts';
import type { QuizForm } from '../assessment/quiz-forms.ts';
import type { LocalizedText } from '../language/localized-text.ts';
import type { Block } from './block.ts';

/** A former text of a lesson that must not be followed any longer. */
export interface Recall {
  /** What was wrong and what holds now, in words for readers. */
  note: LocalizedText;
  /** Hashes of the leaves that were called back. */
  leaves: string[];
}

/** The curriculum as authors write it: every text in all languages of the site. */
export interface LessonDraft {
  id: string;
  title: LocalizedText;
  minutes: number;
  /** Languages whose text no reviewer has confirmed. */
  draft: string[];
  /** Ids of blocks whose translation is older than its source, by language; `:title` for the title. Absent: none. */
  stale?: Record<string, string[]>;
  /** Absent: nothing of it was ever called back. */
  recalls?: Recall[];
  blocks: Block<LocalizedText>[];
}

/** What an item was copied from, as it stood then. */
export interface Origin {
  /** The quiz, and the item in it. */
  draft: string;
  item: string;
  /** `itemContent` of what was copied. */
  content: string;
}

export interface ItemDraft {
  id: string;
  type: ItemType;
  /** Of a scenario alone. */
  situation?: LocalizedText;
  question: LocalizedText;
  /** Pairs and steps stand in their right order; `match` is what belongs to a pair's text. */
  options: { id: string; right: boolean; text: LocalizedText; match?: LocalizedText; feedback: LocalizedText }[];
  /** Absent: of both forms of its quiz. */
  form?: QuizForm;
  /** Of an item of form B: the one of form A that asks for the same. */
  twin?: string;
  /** Absent: written here. */
  from?: Origin;
}

export interface QuizDraft {
  id: string;
  passMark: number;
  draft: string[];
  /** Ids of items whose translation is older than its source, by language. Absent: none. */
  stale?: Record<string, string[]>;
  items: ItemDraft[];
}

export interface ModuleDraft {
  id: string;
  title: LocalizedText;
  summary: LocalizedText;
  lessons: LessonDraft[];
  quiz: QuizDraft;
}

/** Who may read a course: anybody, whoever is signed in, or police. */
export type Audience = 'open' | 'signed-in' | 'police';

export interface CourseDraft {
  id: string;
  audience: Audience;
  title: LocalizedText;
  modules: ModuleDraft[];
}

/** What stands behind words of the curriculum. */
export interface Source {
  id: string;
  title: LocalizedText;
  /** Who answers for it, by the name that it has in every language: a ministry, an organisation, an author. */
  publisher?: string;
  /** Where it is found: a web address, or the number of a document and where the office keeps it. */
  where?: string;
  /** Day (YYYY-MM-DD) of the publication, or of the page as it was read. */
  date?: string;
  /** What it supports, in a sentence. */
  supports?: LocalizedText;
  /** Day on which somebody last compared the curriculum with it. */
  verifiedOn: string | null;
  reviewBy: string | null;
}
