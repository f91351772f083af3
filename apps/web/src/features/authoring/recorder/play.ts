import type { Take } from './take.ts';

/** Plays what is kept of a take. Gives back how to stop it; `ended` is called when it is over, also when it was stopped. */
export function play({ samples, rate, stretch }: Take, ended: () => void): () => void {
  const context = new AudioContext();
  const buffer = context.createBuffer(1, samples.length, rate);
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(context.destination);
  source.addEventListener('ended', () => {
    void context.close();
    ended();
  });
  source.start(0, stretch.from / rate, (stretch.to - stretch.from) / rate);
  return () => source.stop();
}
