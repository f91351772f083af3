import { EncodedAudioPacketSource, type EncodedPacket, EncodedPacketSink, EncodedVideoPacketSource, type Input, type Output } from 'mediabunny';

/** A track on its way: its next packet, and where it goes. */
interface Track {
  packets: AsyncGenerator<EncodedPacket, void, unknown>;
  next: EncodedPacket | null;
  add(packet: EncodedPacket): Promise<void>;
  close(): void;
}

/** Writes the picture and the sound of a file into another one, as they are, and nothing else of it. */
export async function copyTracks(input: Input, output: Output): Promise<void> {
  try {
    const tracks = await begin(input, output);
    await output.start();
    for (const track of tracks) await step(track);
    for (;;) {
      // In the order of time, so that who plays it finds both without looking far.
      const [track] = tracks.filter(({ next }) => next !== null).sort((a, b) => (a.next?.timestamp ?? 0) - (b.next?.timestamp ?? 0));
      if (!track?.next) break;
      await track.add(track.next);
      await step(track);
    }
    await output.finalize();
  } catch (error) {
    await output.cancel();
    throw error;
  }
}

async function step(track: Track): Promise<void> {
  const { value } = await track.packets.next();
  track.next = value ?? null;
  if (!value) track.close();
}

async function begin(input: Input, output: Output): Promise<Track[]> {
  const tracks: Track[] = [];
  const video = await input.getPrimaryVideoTrack();
  if (video?.codec) {
    const source = new EncodedVideoPacketSource(video.codec);
    const decoderConfig = await video.getDecoderConfig();
    output.addVideoTrack(source, { rotation: video.rotation, maximumPacketCount: (await video.computePacketStats()).packetCount });
    tracks.push({ packets: new EncodedPacketSink(video).packets(), next: null, add: (packet) => source.add(packet, decoderConfig ? { decoderConfig } : {}), close: () => source.close() });
  }
  const sound = await input.getPrimaryAudioTrack();
  if (sound?.codec) {
    const source = new EncodedAudioPacketSource(sound.codec);
    const decoderConfig = await sound.getDecoderConfig();
    output.addAudioTrack(source, { maximumPacketCount: (await sound.computePacketStats()).packetCount });
    tracks.push({ packets: new EncodedPacketSink(sound).packets(), next: null, add: (packet) => source.add(packet, decoderConfig ? { decoderConfig } : {}), close: () => source.close() });
  }
  return tracks;
}
