import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';

const INSTALLED = '/usr/bin/chromium';
/** How much slower a phone's processor is than this machine's. */
export const CPU_SLOWER = 4;
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A page of a small slow phone, and the channel by which it is asked about itself. */
export interface Phone {
  page: Page;
  context: BrowserContext;
  cdp: CDPSession;
}

/** Starts the browser of all phones. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: ARGS });
}

/** Opens a 360 × 640 phone with an empty profile and a processor four times slower; it is closed afterwards. */
export async function withPhone<T>(language: string, work: (phone: Phone) => Promise<T>): Promise<T> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true, locale: language });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
    return await work({ page, context, cdp });
  } finally {
    await browser.close();
  }
}

async function executable(): Promise<string> {
  if (existsSync(INSTALLED)) return INSTALLED;
  // Without it the package does not unpack the libraries that this system may lack.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
