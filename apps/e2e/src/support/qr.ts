import jsqr from 'jsqr';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';

const MM = 96 / 25.4;

/** A code as a printer would put it on paper. */
export interface PrintedCode {
  /** What a phone reads in it. */
  address: string;
  /** Width of the squares themselves, and of the light beside them, in millimetres. */
  width: number;
  light: number;
  /** How many squares it is wide. */
  squares: number;
  /** What stands under it. */
  words: string;
}

/** Reads a code as a phone's camera would: from its picture. */
async function decoded(code: Locator): Promise<string> {
  const { data, info } = await sharp(await code.screenshot()).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = jsqr.default(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' });
  if (!found) throw new Error('no phone can read this code');
  return found.data;
}

/** All codes of a page as it is printed, in order. The page is to be shown as for a printer. */
export async function printedCodes(page: Page): Promise<PrintedCode[]> {
  const codes: PrintedCode[] = [];
  for (const figure of await page.locator('.play-code').all()) {
    const code = figure.locator('.qr');
    const { whole, squares, view } = await code.evaluate((svg: SVGSVGElement) => ({ whole: svg.getBoundingClientRect().width, squares: (svg.querySelector('path') as SVGPathElement).getBBox().width, view: svg.viewBox.baseVal.width }));
    const width = (whole * squares) / view;
    codes.push({ address: await decoded(code), width: width / MM, light: (whole - width) / 2 / MM, squares, words: (await figure.locator('figcaption').innerText()).replace(/\s+/g, ' ') });
  }
  return codes;
}
