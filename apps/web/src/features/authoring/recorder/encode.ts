import { RATE, recorderType, SPEECH_BITS } from './sound-type.ts';
import type { Take } from './take.ts';

/** What is kept of a take, at the rate of Opus. */
function cut({ samples, rate, stretch }: Take): Promise<AudioBuffer> {
  const kept = samples.slice(stretch.from, stretch.to);
  const buffer = new AudioBuffer({ length: Math.max(1, kept.length), numberOfChannels: 1, sampleRate: rate });
  buffer.copyToChannel(kept, 0);
  return asOpusHears(buffer);
}

/** Any sound in one channel, at the rate of Opus. */
function asOpusHears(buffer: AudioBuffer): Promise<AudioBuffer> {
  const context = new OfflineAudioContext(1, Math.max(1, Math.round(buffer.duration * RATE)), RATE);
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(context.destination);
  source.start();
  return context.startRendering();
}

/** By the browser's own encoder, as fast as it can. Null: it has none for Opus. */
async function encoded(audio: AudioBuffer, bits: number): Promise<Blob | null> {
  const { AudioBufferSource, BufferTarget, canEncodeAudio, Output, Quality, WebMOutputFormat } = await import('mediabunny');
  const quality = new Quality({ bitrate: bits });
  if (!(await canEncodeAudio('opus', { numberOfChannels: 1, sampleRate: RATE, quality }))) return null;
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new AudioBufferSource({ codec: 'opus', quality });
  output.addAudioTrack(source);
  await output.start();
  await source.add(audio);
  source.close();
  await output.finalize();
  return target.buffer && new Blob([target.buffer], { type: 'audio/webm' });
}

/** By the browser's recorder, which listens while the take is played to it: as long as the take is. */
async function recorded(audio: AudioBuffer): Promise<Blob | null> {
  const made = recorderType();
  if (!made) return null;
  const context = new AudioContext({ sampleRate: RATE });
  const into = context.createMediaStreamDestination();
  const source = new AudioBufferSourceNode(context, { buffer: audio });
  source.connect(into);
  const recorder = new MediaRecorder(into.stream, made);
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const done = new Promise<void>((resolve, reject) => {
    recorder.addEventListener('stop', () => resolve());
    recorder.addEventListener('error', () => reject(new Error('the recorder gave up')));
  });
  recorder.start();
  source.addEventListener('ended', () => recorder.stop());
  source.start();
  await done.finally(() => context.close());
  return new Blob(pieces, { type: made.mimeType.split(';')[0] ?? made.mimeType });
}

/** A take as it is handed in: Opus, one channel, 16 kbit/s; AAC where the browser makes no Opus. Null: it makes neither. */
export async function encode(take: Take): Promise<Blob | null> {
  const audio = await cut(take);
  return (await encoded(audio, SPEECH_BITS).catch(() => null)) ?? recorded(audio).catch(() => null);
}

/** A sound file of any kind that the browser can play as Opus, for phones. Null: it cannot. */
export async function encodeFile(file: Blob, bits: number): Promise<Blob | null> {
  const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await file.arrayBuffer());
  return encoded(await asOpusHears(sound), bits);
}
