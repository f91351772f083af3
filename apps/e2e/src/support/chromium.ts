import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const SYSTEM = '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever would leave this machine finds no address; that it is not even tried is what the tests look at.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/** A microphone that beeps, and a reader who allows it. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** Of npm: without this name of a place its libraries are not unpacked. */
async function packaged(): Promise<string> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: found } = await import('@sparticuz/chromium');
  return found.executablePath();
}

/**
 * Starts the machine's Chromium, else the one of npm. `keepsPages`: it holds pages in memory for Back, as every phone
 * does and Playwright's own switches prevent; waiting for a page's load does not work with those.
 */
export async function startBrowser({ keepsPages = false, microphone = false } = {}): Promise<Browser> {
  const executablePath = existsSync(SYSTEM) ? SYSTEM : await packaged();
  const ignoreDefaultArgs = keepsPages ? ['--disable-back-forward-cache'] : [];
  return chromium.launch({ executablePath, args: [...FLAGS, ...(microphone ? MICROPHONE : [])], headless: true, ignoreDefaultArgs });
}

/** A browser whose memory is a folder, so that it can die and be started again. */
export async function startWithMemory(folder: string, options: BrowserContextOptions): Promise<BrowserContext> {
  const executablePath = existsSync(SYSTEM) ? SYSTEM : await packaged();
  return chromium.launchPersistentContext(folder, { executablePath, args: FLAGS, headless: true, ...options });
}
