import { afterEach, describe, expect, test } from '@jest/globals';
import { openMicrophone, whyNot } from '../src/features/authoring/recorder/microphone.ts';
import { encodesOpus, makesSound, recorderType } from '../src/features/authoring/recorder/sound-type.ts';

/** What a browser is given to say of itself; `null`: it knows nothing of the thing. */
interface Told {
  recorder: readonly string[] | null;
  opus: boolean | 'throws' | null;
}

const OF_BROWSERS: Record<string, Told & { makes: string | null; bits?: number }> = {
  Chrome: { recorder: ['audio/webm', 'audio/webm;codecs=opus', 'audio/mp4', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4;codecs=opus'], opus: true, makes: 'audio/webm;codecs=opus', bits: 16_000 },
  'Firefox of long ago': { recorder: ['audio/ogg', 'audio/ogg;codecs=opus'], opus: null, makes: 'audio/ogg;codecs=opus', bits: 16_000 },
  Firefox: { recorder: ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus'], opus: true, makes: 'audio/webm;codecs=opus', bits: 16_000 },
  'Safari 18.4': { recorder: ['audio/mp4', 'audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus'], opus: false, makes: 'audio/webm;codecs=opus', bits: 16_000 },
  'Safari 17': { recorder: ['audio/mp4', 'audio/mp4;codecs=mp4a.40.2'], opus: null, makes: 'audio/mp4;codecs=mp4a.40.2', bits: 32_000 },
  'Safari 14': { recorder: ['audio/mp4'], opus: null, makes: 'audio/mp4', bits: 32_000 },
  'one that records something else': { recorder: ['audio/wav', 'video/webm'], opus: 'throws', makes: null },
  'one without a recorder': { recorder: null, opus: false, makes: null },
};

const define = (name: string, value: unknown, on: object = globalThis): void => void Object.defineProperty(on, name, { value, configurable: true, writable: true });

function browser({ recorder, opus }: Told, { secure = true, microphone = true } = {}): void {
  define('isSecureContext', secure);
  define('MediaRecorder', recorder ? Object.assign(function MediaRecorder() {}, { isTypeSupported: (type: string) => recorder.includes(type) }) : undefined);
  define('AudioWorkletNode', function AudioWorkletNode() {});
  const isConfigSupported = async ({ codec }: { codec: string }): Promise<{ supported: boolean }> => {
    if (opus === 'throws') throw new TypeError('no such codec');
    return { supported: codec === 'opus' && opus === true };
  };
  define('AudioEncoder', opus === null ? undefined : Object.assign(function AudioEncoder() {}, { isConfigSupported }));
  const getUserMedia = async (): Promise<never> => {
    throw new DOMException('shut', 'NotAllowedError');
  };
  define('mediaDevices', microphone ? { getUserMedia } : undefined, navigator);
}

afterEach(() => browser({ recorder: null, opus: null }, { microphone: false }));

describe('what a recorder is asked to make', () => {
  test.each(Object.entries(OF_BROWSERS))('%s', (_name, { makes, bits, ...told }) => {
    browser(told);
    expect(recorderType()).toEqual(makes === null ? null : { mimeType: makes, audioBitsPerSecond: bits });
  });
});

describe('whether anything can be recorded', () => {
  test.each(Object.entries(OF_BROWSERS))('%s', async (_name, { makes, ...told }) => {
    browser(told);
    expect(await makesSound()).toBe(makes !== null);
    expect(await whyNot()).toBe(makes === null ? 'unsupported' : null);
  });

  test('an encoder for Opus is enough, without any recorder', async () => {
    browser({ recorder: null, opus: true });
    expect([recorderType(), await encodesOpus(), await whyNot()]).toEqual([null, true, null]);
  });

  test('a browser that makes no sound is told before the microphone is asked for', async () => {
    browser({ recorder: ['audio/wav'], opus: null });
    expect(await openMicrophone()).toBe('unsupported');
    // The same one with a recorder does ask, and hears no.
    browser({ recorder: ['audio/mp4'], opus: null });
    expect(await openMicrophone()).toBe('refused');
  });

  test('without a microphone to ask for it is the browser, at an unprotected address it is the address', async () => {
    const chrome = OF_BROWSERS.Chrome as Told;
    browser(chrome, { microphone: false });
    expect(await whyNot()).toBe('unsupported');
    browser(chrome, { secure: false, microphone: false });
    expect([await whyNot(), await openMicrophone()]).toEqual(['insecure', 'insecure']);
  });
});
