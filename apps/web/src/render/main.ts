import { stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import type { RenderJob, RenderResult } from '@seek-justice/contracts/render.ts';
import { renderPage } from './page.tsx';

const job = JSON.parse(await text(stdin)) as RenderJob;
const result: RenderResult = { pages: job.pages.map((page) => ({ key: page.key, html: renderPage(page, job) })) };
stdout.write(JSON.stringify(result));
