import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { isDocument } from '@seek-justice/domain/curriculum/authoring/is-document.ts';
import type { Source } from '@seek-justice/domain/curriculum/draft.ts';
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { StoredDraft } from '../../drafts/drafts.repository.ts';
import { below } from '../below.ts';
import { type CourseContents, draftPath, type PackagedDraft } from './contents.ts';
import type { PackageFault } from './fault.ts';

export type DocumentState = 'new' | 'same' | 'program' | 'differs';

/** What a package is to the documents that stand here. */
export interface PackagePlan {
  documents: { draft: PackagedDraft; here: StoredDraft | null; state: DocumentState }[];
  sources: { added: Source[]; differ: string[] };
}

const ID = /^[a-z][a-z0-9]{5}$/;
const same = (one: unknown, other: unknown): boolean => canonical(one as Json) === canonical(other as Json);

/** What in a package is no course of this build, down to its documents; null where all is well. */
export function contentFault({ course, drafts }: CourseContents, languages: readonly string[]): PackageFault | null {
  for (const draft of drafts) if (!ID.test(draft.id) || !isDocument(draft as Document, languages)) return { code: 'document', file: draftPath(draft) };
  const documents = new Map(drafts.map((draft) => [draft.id, draft as Document]));
  const inside = below(documents, course.id);
  // Every document once, and nothing that the course does not lead to.
  if (inside[0]?.kind !== 'course' || inside.length !== drafts.length || documents.size !== drafts.length) return { code: 'document', file: 'course.json' };
  return null;
}

/** Compares a package with what stands here; it changes nothing. */
export function planPackage({ course, drafts, sources }: CourseContents, documents: ReadonlyMap<string, StoredDraft>, known: readonly Source[]): PackagePlan {
  const stateOf = (draft: PackagedDraft, here: StoredDraft | undefined): DocumentState => {
    if (!here) return 'new';
    if (here.kind === draft.kind && same(here.body, draft.body) && same(here.bases, draft.bases)) return 'same';
    return here.seeded ? 'program' : 'differs';
  };
  return {
    documents: below(new Map(drafts.map((draft) => [draft.id, draft as Document])), course.id).map((draft) => ({ draft, here: documents.get(draft.id) ?? null, state: stateOf(draft, documents.get(draft.id)) })),
    sources: {
      added: sources.filter(({ id }) => !known.some((one) => one.id === id)),
      differ: sources.filter((source) => known.some((one) => one.id === source.id && !same(one, source))).map(({ id }) => id),
    },
  };
}

/** Names a plan with the versions that it was made over. */
export function planName({ documents, sources }: PackagePlan, sha256: (text: string) => string): string {
  return sha256(canonical([documents.map(({ draft, here, state }) => [draft.id, state, here?.version ?? 0, draft.body, draft.bases]), sources] as unknown as Json));
}
