import type { LessonDraft } from '../curriculum/draft.ts';
import { newerBlocks } from './newer-blocks.ts';
import { olderBlocks } from './older-blocks.ts';

/**
 * A lesson with one block of every type, fit to be published in both languages beside the contacts `hotline-police`,
 * `hotline-child` and `aple` and the source `law`.
 */
export function everyBlockLesson(): LessonDraft {
  return {
    id: 'every1',
    title: { en: 'A lesson with every kind of block', km: 'មេរៀនដែលមានគ្រប់ប្រភេទ' },
    minutes: 12,
    draft: [],
    blocks: [...olderBlocks(), ...newerBlocks()],
  };
}
