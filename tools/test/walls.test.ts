import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inRepository } from '../src/root.ts';

// A small house in which every wall is broken once: a wall that no longer sees anything would stay silent.
const house = {
  'packages/domain/src/kernel/low.ts': "import '../records/high.ts';",
  'packages/domain/src/records/high.ts': "import '../../../../apps/api/src/http/plain.ts';",
  'packages/domain/src/records/types/one/shape.ts': "import '../../../kernel/low.ts';",
  'apps/api/src/http/plain.ts': "import 'react'; import '../records/store.ts';",
  'apps/api/src/records/store.ts': "import '../app.module.ts';",
  'apps/api/src/app.module.ts': "import './features/one/a.ts';",
  'apps/api/src/features/one/a.ts': "import '../two/b.ts'; import './missing.ts';",
  'apps/api/src/features/two/b.ts': "import './c.ts';",
  'apps/api/src/features/two/c.ts': "import './b.ts';",
  'apps/api/src/alone.ts': 'export {};',
  'apps/web/src/main.tsx': "import './routes/learn/page.ts'; export const late = () => import('./routes/staff/page.ts');",
  'apps/web/src/routes/learn/page.ts': "import '../author/page.ts'; import '../../features/quiz/player.ts';",
  'apps/web/src/routes/author/page.ts': "import '@nestjs/common';",
  'apps/web/src/routes/staff/page.ts': "import '../../local/schema.ts';",
  'apps/web/src/features/quiz/player.ts': "import type { Body } from '../../local/schema.ts'; export type Played = Body;",
  'apps/web/src/local/schema.ts': "import 'zod'; export type Body = number;",
};

let folder: string;
let broken: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seek-justice-walls-'));
  symlinkSync(inRepository('node_modules'), join(folder, 'node_modules'), 'junction');
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json']) copyFileSync(inRepository(file), join(folder, file));
  for (const [path, content] of Object.entries(house)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  broken = violations({}, ['packages', 'apps']).map((line) => line.split(' | ')[0] ?? '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function violations(env: Record<string, string>, paths: string[]): string[] {
  const program = inRepository('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, env: { ...process.env, ...env }, encoding: 'utf8' });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string; to: string }[] } };
  return summary.violations.map(({ rule, from, to }) => `${rule.name} | ${from} | ${to.replace(/^.*node_modules/, 'node_modules')}`);
}

test.each([
  'domain stands alone',
  'packages/domain/src: kernel below language',
  'a record shape imports nothing',
  'apps/api/src: http, database below auth',
  'app.module on top',
  'a feature imports no other feature',
  'no React in api',
  'no server framework in web',
  'no cycles',
  'no orphans',
  'nothing unresolvable',
])('the wall "%s" stands', (name) => {
  expect(broken).toContain(name);
});

test('learners’ first page: static imports count, dynamic ones and types do not', () => {
  const found = violations({ WALLS: 'learner' }, ['apps/web/src/main.tsx']).join('\n');
  expect(found).toContain('apps/web/src/routes/author/page.ts');
  expect(found).not.toContain('routes/staff');
  expect(found).not.toContain('local/schema');
});
