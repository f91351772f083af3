import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright-core';

/** A page as the printer would get it. */
export interface Paper {
  pages: number;
  /** What stands on it; null where the machine cannot read PDF. */
  text: string | null;
}

/** Prints a page on A4 with its own margins. */
export async function print(page: Page): Promise<Paper> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  return { pages, text: read.status === 0 ? read.stdout : null };
}
