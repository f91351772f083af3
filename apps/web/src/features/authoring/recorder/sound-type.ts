/** What one minute of speech costs a phone: 120 KB. */
export const SPEECH_BITS = 16_000;
/** AAC needs twice as much for the same voice. */
const SPEECH_BITS_AAC = 32_000;
/** Opus speaks in 48,000 samples a second, whatever the microphone does. */
export const RATE = 48_000;

/** What the browser's recorder is asked for, best first: all of it is Opus but the last, which Safari before 18.4 makes. The server takes each. */
const WANTED = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4'] as const;

/** What the browser's own recorder can make that the server takes, and with how many bits a second; null: nothing. */
export function recorderType(): { mimeType: string; audioBitsPerSecond: number } | null {
  const mimeType = typeof MediaRecorder === 'function' ? WANTED.find((type) => MediaRecorder.isTypeSupported(type)) : undefined;
  return mimeType ? { mimeType, audioBitsPerSecond: mimeType.startsWith('audio/mp4') ? SPEECH_BITS_AAC : SPEECH_BITS } : null;
}

/** Whether the browser has an encoder of its own for Opus, as a voice is kept. */
export async function encodesOpus(): Promise<boolean> {
  if (typeof AudioEncoder !== 'function') return false;
  const voice = { codec: 'opus', sampleRate: RATE, numberOfChannels: 1, bitrate: SPEECH_BITS };
  return AudioEncoder.isConfigSupported(voice).then(({ supported }) => supported === true, () => false);
}

/** Whether this browser can make of a voice what is kept of it: asked before anybody reads. */
export async function makesSound(): Promise<boolean> {
  return recorderType() !== null || encodesOpus();
}
