import { isDay } from '../kernel/day.ts';
import type { LocalizedText } from '../language/localized-text.ts';
import type { Block, LadderBlock, OfficerBlock, PromiseBlock } from './block.ts';
import { contactsIn } from './contact.ts';
import type { MediaFile } from './media.ts';
import type { Problem } from './problem.ts';

type Draft<B> = Partial<B>;
/** What is wrong with a block, and the field that mends it. */
type Fault = Omit<Problem, 'where'> & { field: string };
type FileKind = 'image' | 'audio' | 'video';
const HASH = /^[0-9a-f]{64}$/;
const MISSING = { image: 'picture_missing', audio: 'sound_missing', video: 'film_missing' } as const satisfies Record<FileKind, Fault['code']>;

/** What is wrong with a file as a block names it. Drafts may lack anything. */
function fileFaults(kind: FileKind, media: Draft<MediaFile> | undefined): Fault[] {
  const field = 'media';
  if (!media?.hash) return [{ code: MISSING[kind], problem: `no ${kind} has been chosen`, field }];
  const found: Fault[] = [];
  const files = [media, ...(media.sources ?? [])];
  if (files.some(({ hash, bytes }) => !HASH.test(hash ?? '') || !bytes)) found.push({ code: 'file_damaged', problem: 'a file without its hash or its size', field });
  if (files.some(({ type }) => !type?.startsWith(`${kind}/`))) found.push({ code: 'file_kind', problem: `a file that is no ${kind}`, field });
  if (kind !== 'audio' && files.some(({ width, height }) => !width || !height)) found.push({ code: 'file_size_unknown', problem: 'width or height is not known: the page would jump', field });
  if (kind !== 'image' && !media.ms) found.push({ code: 'file_length_unknown', problem: 'nobody knows how long it lasts', field });
  return found;
}

function promiseFaults({ by, date, reviewBy }: Draft<PromiseBlock<LocalizedText>>): Fault[] {
  const found: Fault[] = [];
  if (!by) found.push({ code: 'nobody_promises', problem: 'a promise by nobody', field: 'by' });
  if (!isDay(date)) found.push({ code: 'promise_undated', problem: 'a promise without the day on which it was given', field: 'date' });
  if (!isDay(reviewBy)) found.push({ code: 'review_undated', problem: 'a promise without the day until which it is looked at again', field: 'reviewBy' });
  if (isDay(date) && isDay(reviewBy) && reviewBy <= date) found.push({ code: 'review_before_promise', problem: 'a promise that is looked at again before it was given', field: 'reviewBy' });
  return found;
}

function ladderFaults({ steps = [] }: Draft<LadderBlock<LocalizedText>>): Fault[] {
  const found: Fault[] = [];
  if (steps.length < 2) found.push({ code: 'ladder_short', problem: 'a ladder of fewer than two steps', field: 'steps' });
  // Who has come to the end of it needs somebody to call most.
  if (!steps.some(({ text }) => Object.values(text ?? {}).some((words) => contactsIn(words).length > 0)))
    found.push({ code: 'ladder_without_number', problem: 'a ladder without a number to call', field: 'steps' });
  const last = steps.at(-1);
  if (last?.otherwise) found.push({ code: 'ladder_leads_on', problem: 'the last step of a ladder leads nowhere', field: `steps/${last.id}/otherwise` });
  return found;
}

function officerFaults({ notes, replacement }: Draft<OfficerBlock<LocalizedText>>): Fault[] {
  const found: Fault[] = [];
  if (!notes) found.push({ code: 'officer_wordless', problem: 'nothing for the officer to say', field: 'notes' });
  if (!replacement) found.push({ code: 'no_replacement', problem: 'nothing to read when no officer comes', field: 'replacement' });
  return found;
}

/** What is wrong with a block beside its texts and sources; a draft may lack what its type must have. */
export function blockFaults(block: Block<LocalizedText>): Fault[] {
  switch (block.type) {
    case 'image': {
      const { alt, consent, media } = block as Draft<typeof block>;
      const found = fileFaults('image', media);
      if (!alt) found.push({ code: 'no_description', problem: 'a picture without words for who cannot see it', field: 'alt' });
      if (consent !== 'nobody' && consent !== 'recorded')
        found.push({ code: 'consent_unsaid', problem: 'nobody has said whether people can be known in the picture, and have agreed', field: 'consent' });
      return found;
    }
    case 'audio':
    case 'video': {
      const { transcript, media } = block as Draft<typeof block>;
      const found = fileFaults(block.type, media);
      if (!transcript) found.push({ code: 'no_transcript', problem: 'no words of what is said', field: 'transcript' });
      return found;
    }
    case 'promise':
      return promiseFaults(block);
    case 'ladder':
      return ladderFaults(block);
    case 'officer':
      return officerFaults(block);
    default:
      return [];
  }
}
