import type { Take } from './take.ts';

/** What one minute costs a phone: 120 KB. */
const BITS_A_SECOND = 16_000;
/** Opus speaks in 48,000 samples a second, whatever the microphone does. */
const RATE = 48_000;

/** What is kept of a take, at the rate of Opus. */
async function cut({ samples, rate, stretch }: Take): Promise<AudioBuffer> {
  const kept = samples.slice(stretch.from, stretch.to);
  const context = new OfflineAudioContext(1, Math.max(1, Math.round((kept.length * RATE) / rate)), RATE);
  const buffer = context.createBuffer(1, Math.max(1, kept.length), rate);
  buffer.copyToChannel(kept, 0);
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(context.destination);
  source.start();
  return context.startRendering();
}

/** By the browser's own encoder, as fast as it can. Null: it has none for Opus. */
async function encoded(audio: AudioBuffer): Promise<Blob | null> {
  const { AudioBufferSource, BufferTarget, canEncodeAudio, Output, Quality, WebMOutputFormat } = await import('mediabunny');
  const quality = new Quality({ bitrate: BITS_A_SECOND });
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
  const mimeType = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus'].find((type) => typeof MediaRecorder === 'function' && MediaRecorder.isTypeSupported(type));
  if (!mimeType) return null;
  const context = new AudioContext({ sampleRate: RATE });
  const into = context.createMediaStreamDestination();
  const source = new AudioBufferSourceNode(context, { buffer: audio });
  source.connect(into);
  const recorder = new MediaRecorder(into.stream, { mimeType, audioBitsPerSecond: BITS_A_SECOND });
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  const done = new Promise<void>((resolve) => (recorder.onstop = () => resolve()));
  recorder.start();
  source.onended = () => recorder.stop();
  source.start();
  await done;
  await context.close();
  return new Blob(pieces, { type: mimeType.split(';')[0] ?? mimeType });
}

/** A take as it is handed in: Opus, one channel, 16 kbit/s. Null: this browser can make none. */
export async function encode(take: Take): Promise<Blob | null> {
  const audio = await cut(take);
  return (await encoded(audio).catch(() => null)) ?? (await recorded(audio).catch(() => null));
}
