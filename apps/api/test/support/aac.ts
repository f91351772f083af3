import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny';

/** AudioSpecificConfig (ISO 14496-3): AAC-LC, 48,000 samples a second, one channel. */
const CONFIG = Uint8Array.of(0x11, 0x88);
const PACKET_S = 1024 / 48_000;

/**
 * AAC in MP4 as Safari's recorder writes it (`fragmented`), as a phone's voice recorder does (index at the end), or with a
 * picture beside the sound. Nobody decodes it here, so its packets hold any bytes.
 */
export async function aac({ packets, layout, title, picture = false }: { packets: number; layout: 'fragmented' | 'index-last'; title?: string; picture?: boolean }): Promise<Buffer> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: layout === 'fragmented' ? 'fragmented' : false }), target });
  const sound = new EncodedAudioPacketSource('aac');
  output.addAudioTrack(sound);
  const film = picture ? new EncodedVideoPacketSource('vp8') : null;
  if (film) output.addVideoTrack(film);
  if (title) output.setMetadataTags({ title });
  await output.start();
  await film?.add(new EncodedPacket(Uint8Array.of(1), 'key', 0, 1), { decoderConfig: { codec: 'vp8', codedWidth: 16, codedHeight: 16 } });
  for (let at = 0; at < packets; at += 1)
    await sound.add(new EncodedPacket(Uint8Array.of(0x01, 0x40, at % 251), 'key', at * PACKET_S, PACKET_S), {
      decoderConfig: { codec: 'mp4a.40.2', numberOfChannels: 1, sampleRate: 48_000, description: CONFIG },
    });
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}
