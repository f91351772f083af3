import { build, type Rollup } from 'vite';
import { inRepository } from '../../root.ts';
import type { StoredBody } from '../stored/bodies.ts';

/** An outbox entry, as far as it is compared. */
export interface Kept {
  id: string;
  owner: string | null;
  seq: number;
  state: 'waiting' | 'delivered' | 'refused';
  code?: string;
}

/** What the bench asks of a page; `globalThis.bench` there. */
export interface Hook {
  /** @returns the reader whom the phone knows. */
  begin(): Promise<string | null>;
  /** Writes facts down one after another by the app's own `append`, and tells the bench each id that is safe. */
  write(facts: readonly StoredBody[]): Promise<void>;
  entries(): Promise<Kept[]>;
  /** The reader's state as the phone sees it: its own records joined with the server's, as canonical text. */
  progress(person: string): Promise<{ readable: number; state: string }>;
}

/** The script for the page, made of the app's sources by the app's own bundler. */
export async function bundleHook(): Promise<string> {
  const made = (await build({
    configFile: false,
    root: inRepository('apps', 'web'),
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome87',
      rolldownOptions: { input: inRepository('tools', 'src', 'bench', 'faults', 'in-page.ts'), output: { format: 'iife', codeSplitting: false } },
    },
  })) as Rollup.RollupOutput | Rollup.RollupOutput[];
  const [first] = [made].flat();
  const [chunk] = first?.output ?? [];
  if (!chunk) throw new Error('The script for the pages could not be made.');
  return chunk.code;
}
