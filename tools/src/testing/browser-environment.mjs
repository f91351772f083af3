import { TestEnvironment } from 'jest-environment-jsdom';

const missing = [
  'BroadcastChannel', 'CompressionStream', 'DecompressionStream', 'ReadableStream', 'TransformStream', 'WritableStream',
  'Request', 'Response', 'Headers', 'fetch', 'TextDecoder', 'TextEncoder', 'structuredClone', 'Uint8Array', 'ArrayBuffer',
];

/** jsdom, with what every browser has and jsdom lacks. */
export default class BrowserEnvironment extends TestEnvironment {
  /** @override */
  async setup() {
    await super.setup();
    for (const name of missing) Reflect.set(this.global, name, Reflect.get(globalThis, name));
    if (!this.global.crypto?.subtle) Object.defineProperty(this.global, 'crypto', { value: globalThis.crypto, configurable: true });
  }
}
