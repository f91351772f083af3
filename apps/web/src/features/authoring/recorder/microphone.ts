// The build makes a file of it, and this its address.
// oxlint-disable-next-line import/default
import capture from './capture.worklet.ts?worker&url';
import { makesSound } from './sound-type.ts';

/** Why nothing can be recorded. */
export type MicrophoneTrouble = 'unsupported' | 'insecure' | 'refused' | 'none' | 'busy';

/** An open microphone. */
export interface Microphone {
  /** Samples a second of what it hears. */
  rate: number;
  /** Its id, as the list of microphones names it. */
  device: string | undefined;
  /** Calls back with each piece that it hears. */
  listen(hear: (piece: Float32Array<ArrayBuffer>) => void): void;
  close(): void;
}

/** Why this browser cannot record at all, here; null: it can. Known before it asks for the microphone. */
export async function whyNot(): Promise<'unsupported' | 'insecure' | null> {
  // Browsers open no microphone to an address that is not protected, and no other browser would.
  if (!isSecureContext) return 'insecure';
  const hears = typeof navigator.mediaDevices?.getUserMedia === 'function' && typeof AudioWorkletNode === 'function';
  return hears && (await makesSound()) ? null : 'unsupported';
}

/** Whether the page as it was opened may ask for a microphone: only the recording screen's own address may. */
export function pageMayAsk(): boolean {
  const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } };
  return featurePolicy?.allowsFeature('microphone') ?? true;
}

/** Whether the browser would open the microphone without a question. */
export async function isAllowed(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' as PermissionName })).state === 'granted';
  } catch {
    return false;
  }
}

/** The microphones that one may choose from; their names are known once one of them was opened. */
export async function microphones(): Promise<{ id: string; name: string }[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all.filter(({ kind, label }) => kind === 'audioinput' && label !== '').map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}

function troubleOf(error: unknown): MicrophoneTrouble {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy';
}

/**
 * Opens a microphone. One voice, close by: the browser takes the fan out of it and makes a soft voice louder, which a
 * cheap headset needs; nobody plays anything meanwhile, so no echo has to be taken out.
 */
export async function openMicrophone(device?: string): Promise<Microphone | MicrophoneTrouble> {
  const not = await whyNot();
  if (not) return not;
  const audio = { channelCount: 1, noiseSuppression: true, autoGainControl: true, echoCancellation: false, ...(device ? { deviceId: { exact: device } } : {}) };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio });
    const context = new AudioContext();
    await context.audioWorklet.addModule(capture);
    const node = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' });
    context.createMediaStreamSource(stream).connect(node);
    await context.resume();
    return {
      rate: context.sampleRate,
      device: stream.getAudioTracks()[0]?.getSettings().deviceId,
      listen(hear) {
        node.port.addEventListener('message', ({ data }: MessageEvent<Float32Array<ArrayBuffer>>) => hear(data));
        node.port.start();
      },
      close() {
        node.port.close();
        for (const track of stream.getTracks()) track.stop();
        void context.close();
      },
    };
  } catch (error) {
    return troubleOf(error);
  }
}
