import { settledSession } from '../../auth/session.ts';
import { keep, kept } from '../../local/kept.ts';
import { createStore } from '../../local/store.ts';
import { clipOf, NotHeard, soundOf } from './clips.ts';
import { heardBefore, keepHeard } from './heard.ts';
import { takeMediaKeys } from './media-session.ts';
import { keyOf, Marker, partsOfPage, partsOnScreen } from './places.ts';
import { chooseByEar, playing, type Scene, scene } from './scene.ts';

/** How fast it is read; the reader's choice is kept on the phone. */
export const SPEEDS = [0.8, 1, 1.2, 1.5] as const;
export const speed = createStore<number>(1);
const SPEED = 'speed';
const PATIENCE_MS = 1_500;
/** Everything on the page, from where the reader stopped. */
export const ALL = '*';

/** Reads the page out: one sound at a time, one part after another. */
class Player {
  readonly #audio = new Audio();
  readonly #marker = new Marker();
  #scene: Scene | null = null;
  /** What was asked for by name; empty while a lesson is read as it stands on screen. */
  #list: readonly string[] = [];
  #index = 0;
  #at = '';
  /** Parts of the page that count as heard or not: what waits behind a choice does not. */
  #counted: string[] = [];
  /** The page that is read: on another one it falls silent. */
  #path = '';
  #heard = new Set<string>();
  /** Counts what was begun: whatever comes late for an earlier turn is dropped. */
  #turn = 0;

  constructor() {
    document.body.append(this.#audio);
    this.#audio.addEventListener('ended', () => void this.#ended());
    this.#audio.addEventListener('pause', () => playing.get().state === 'paused' && void this.#keep());
    this.#audio.addEventListener('timeupdate', () => this.#path !== location.pathname && this.stop());
    this.#audio.addEventListener('error', () => this.#audio.src && this.#fail());
    window.addEventListener('pagehide', () => this.stop());
    // Two voices at once are none: a recording of the lesson itself goes before.
    document.addEventListener('play', (event) => event.target !== this.#audio && playing.get().state === 'playing' && this.toggle(), true);
    document.addEventListener('toggle', (event) => this.#opened(event.target as HTMLElement), true);
    scene.subscribe(() => {
      if (scene.get()?.of !== this.#scene?.of || scene.get()?.narration?.hash !== this.#scene?.narration?.hash) this.stop();
    });
    takeMediaKeys({ play: () => this.toggle(), pause: () => this.toggle(), previoustrack: () => this.step(-1), nexttrack: () => this.step(1) });
    void kept<number>(SPEED).then((before) => before && this.setSpeed(before));
  }

  /** Reads parts out, as `Hear` names them; `*` is the whole page. */
  async hear(parts: readonly string[]): Promise<void> {
    // Where there is nothing to pause with, the same control ends what it began.
    const same = parts.join() === this.#list.join() && !this.#scene;
    if (same && !this.#audio.paused) return this.stop();
    this.#audio.pause();
    this.#scene = scene.get();
    this.#path = location.pathname;
    this.#marker.follow();
    this.#list = parts[0] === ALL ? [] : parts;
    this.#index = 0;
    if (this.#list.length > 0) return this.#play(this.#list[0] as string);
    const before = await this.#before();
    const first = partsOnScreen().map(keyOf);
    const at = before && first.includes(before.at) ? before.at : first[0];
    if (at !== undefined) await this.#play(at, before?.at === at ? before.second : 0);
  }

  /** Pauses, or goes on. */
  toggle(): void {
    const { state } = playing.get();
    this.#marker.follow();
    if (state === 'playing') this.#audio.pause();
    if (state === 'playing') return playing.set({ state: 'paused', at: this.#at });
    if (state === 'paused') return void this.#sound();
    if (state === 'failed') void this.#play(this.#at);
    if (state === 'ended') void this.hear(this.#list.length > 0 ? this.#list : [ALL]);
  }

  /** To the part before or after. */
  step(by: 1 | -1): void {
    this.#marker.follow();
    if (this.#move(by)) return;
    if (by === -1) void this.#play(this.#at);
    else this.#end();
  }

  setSpeed(next: number): void {
    speed.set(next);
    this.#audio.playbackRate = next;
    void keep(SPEED, next);
  }

  /** Ends the sound because the reader wants silence: questions are no longer read out unasked. */
  quit(): void {
    if (!this.#scene?.flows) chooseByEar(false);
    this.stop();
  }

  /** Ends the sound; where the reader was is kept. */
  stop(): void {
    this.#turn += 1;
    // On another page already: what is on screen is not what was heard, and the way was kept part by part.
    if (playing.get().state === 'playing' && location.pathname === this.#path) void this.#keep();
    this.#audio.pause();
    this.#marker.mark(null);
    this.#list = [];
    playing.set({ state: 'off', at: '' });
  }

  #beside(by: 1 | -1): string | undefined {
    if (this.#list.length > 0) return this.#list[this.#index + by];
    const order = partsOnScreen().map(keyOf);
    return order[order.indexOf(this.#at) + by];
  }

  /** @returns whether there was something to move to. */
  #move(by: 1 | -1): boolean {
    const next = this.#beside(by);
    if (next === undefined) return false;
    this.#index += by;
    void this.#play(next);
    return true;
  }

  async #before() {
    // Who reads may not be known yet; a slow line must not keep the sound waiting for long.
    await Promise.race([settledSession(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    const { owner, of } = scene.get() ?? {};
    const before = owner && of ? await heardBefore(owner, of) : undefined;
    this.#heard = new Set(before?.heard);
    return before;
  }

  async #play(key: string, second = 0): Promise<void> {
    const turn = (this.#turn += 1);
    this.#at = key;
    if (this.#list.length === 0) this.#counted = partsOfPage();
    this.#audio.pause();
    playing.set({ state: 'loading', at: key });
    try {
      const clip = await clipOf(key, this.#scene);
      if (turn !== this.#turn) return;
      // Nobody has recorded it: on to what follows.
      if (!clip) return this.#next();
      const sound = await soundOf(clip);
      if (turn !== this.#turn) return;
      this.#marker.mark(key);
      this.#audio.src = sound;
      this.#audio.currentTime = second;
      this.#audio.playbackRate = speed.get();
      await this.#sound();
      void this.#ahead();
    } catch (error) {
      if (turn === this.#turn && error instanceof NotHeard) this.#fail();
    }
  }

  async #sound(): Promise<void> {
    const turn = this.#turn;
    // A browser that wants a tap first says so here: then the reader finds it paused.
    const began = await this.#audio.play().then(
      () => true,
      () => false,
    );
    if (turn === this.#turn) playing.set({ state: began ? 'playing' : 'paused', at: this.#at });
  }

  /** Fetches what comes next, so that there is no silence on a slow line. */
  async #ahead(): Promise<void> {
    const next = this.#beside(1);
    const clip = next === undefined ? null : await clipOf(next, this.#scene).catch(() => null);
    if (clip) await soundOf(clip).catch(() => undefined);
  }

  async #ended(): Promise<void> {
    if (this.#list.length === 0) this.#heard.add(this.#at);
    this.#audio.currentTime = 0;
    const turn = this.#turn;
    await this.#keep(this.#beside(1) ?? '');
    // A choice may have been opened meanwhile: what follows from it is being read already.
    if (turn === this.#turn) this.#next();
  }

  #next(): void {
    if (this.#move(1)) return;
    // What a lesson ends with: how to go on.
    if (this.#list.length === 0 && this.#scene?.flows && this.#scene.phrases) {
      this.#list = ['#lessonEnd'];
      this.#index = 0;
      return void this.#play('#lessonEnd');
    }
    this.#end();
  }

  #end(): void {
    this.#marker.mark(null);
    playing.set({ state: this.#scene?.flows ? 'ended' : 'off', at: '' });
    this.#list = [];
  }

  #fail(): void {
    this.#audio.pause();
    playing.set({ state: 'failed', at: this.#at });
  }

  /** A choice was opened while its lesson is read: what follows from it comes now. */
  #opened(choice: HTMLElement): void {
    const { state } = playing.get();
    if (!(choice instanceof HTMLDetailsElement) || !choice.open || !this.#scene?.flows || state === 'off' || state === 'paused') return;
    const outcome = choice.querySelector<HTMLElement>('[data-part]:not(summary)');
    if (!outcome) return;
    this.#list = [];
    void this.#play(keyOf(outcome));
  }

  async #keep(at = this.#at): Promise<void> {
    const { of, flows } = this.#scene ?? {};
    const owner = scene.get()?.owner ?? this.#scene?.owner;
    if (!owner || !of || !flows || this.#list.length > 0) return;
    const heard = this.#counted.filter((key) => this.#heard.has(key));
    await keepHeard(owner, of, { at, second: this.#audio.currentTime, heard, of: this.#counted.length });
  }
}

/** The page's one player. */
export const player = new Player();

/**
 * Loads what a lesson and its paper have to do with each other, and prints it where that is wanted; without a network as
 * it stands. Asked for here, so that the first page does not name its files.
 */
export async function paper(printing: boolean): Promise<void> {
  const { print } = await import('./paper/on-paper.tsx').catch(() => window);
  if (printing) await print();
}
