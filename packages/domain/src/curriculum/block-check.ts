import { isDay } from '../kernel/day.ts';
import type { LocalizedText } from '../language/localized-text.ts';
import type { Block, LadderBlock, OfficerBlock, PromiseBlock } from './block.ts';
import { contactsIn } from './contact.ts';
import type { MediaFile } from './media.ts';

type Draft<B> = Partial<B>;
const HASH = /^[0-9a-f]{64}$/;

/** What is wrong with a file as a block names it. Drafts may lack anything. */
function fileProblems(kind: 'image' | 'audio' | 'video', media: Draft<MediaFile> | undefined): string[] {
  if (!media?.hash) return [`no ${kind} has been chosen`];
  const found: string[] = [];
  const files = [media, ...(media.sources ?? [])];
  if (files.some(({ hash, bytes }) => !HASH.test(hash ?? '') || !bytes)) found.push('a file without its hash or its size');
  if (files.some(({ type }) => !type?.startsWith(`${kind}/`))) found.push(`a file that is no ${kind}`);
  if (kind !== 'audio' && files.some(({ width, height }) => !width || !height)) found.push('width or height is not known: the page would jump');
  if (kind !== 'image' && !media.ms) found.push('nobody knows how long it lasts');
  return found;
}

function promiseProblems({ by, date, reviewBy }: Draft<PromiseBlock<LocalizedText>>): string[] {
  const found: string[] = [];
  if (!by) found.push('a promise by nobody');
  if (!isDay(date)) found.push('a promise without the day on which it was given');
  if (!isDay(reviewBy)) found.push('a promise without the day until which it is looked at again');
  if (isDay(date) && isDay(reviewBy) && reviewBy <= date) found.push('a promise that is looked at again before it was given');
  return found;
}

function ladderProblems({ steps = [] }: Draft<LadderBlock<LocalizedText>>): string[] {
  const found: string[] = [];
  if (steps.length < 2) found.push('a ladder of fewer than two steps');
  // Who has come to the end of it needs somebody to call most.
  if (!steps.some(({ text }) => Object.values(text ?? {}).some((words) => contactsIn(words).length > 0))) found.push('a ladder without a number to call');
  if (steps.at(-1)?.otherwise) found.push('the last step of a ladder leads nowhere');
  return found;
}

function officerProblems({ notes, replacement }: Draft<OfficerBlock<LocalizedText>>): string[] {
  const found: string[] = [];
  if (!notes) found.push('nothing for the officer to say');
  if (!replacement) found.push('nothing to read when no officer comes');
  return found;
}

/** Words that screens have of their own for what is lacking most often; of the rest they say that the block is not whole. */
const CODES: Readonly<Record<string, string>> = {
  'nobody has said whether people can be known in the picture, and have agreed': 'consent_unsaid',
  'no image has been chosen': 'file_missing',
  'no audio has been chosen': 'file_missing',
  'no video has been chosen': 'file_missing',
};

/** The stable word for a problem of a block. */
export function blockCode(problem: string): string {
  return CODES[problem] ?? 'block';
}

/** What is wrong with a block beside its texts and sources; a draft may lack what its type must have. */
export function blockProblems(block: Block<LocalizedText>): string[] {
  switch (block.type) {
    case 'image': {
      const { alt, consent, media } = block as Draft<typeof block>;
      const found = fileProblems('image', media);
      if (!alt) found.push('a picture without words for who cannot see it');
      if (consent !== 'nobody' && consent !== 'recorded') found.push('nobody has said whether people can be known in the picture, and have agreed');
      return found;
    }
    case 'audio':
    case 'video': {
      const { transcript, media } = block as Draft<typeof block>;
      return transcript ? fileProblems(block.type, media) : [...fileProblems(block.type, media), 'no words of what is said'];
    }
    case 'promise':
      return promiseProblems(block);
    case 'ladder':
      return ladderProblems(block);
    case 'officer':
      return officerProblems(block);
    default:
      return [];
  }
}
