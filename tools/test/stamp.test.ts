import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { explain } from '../install/install.mjs';
import { isInstalled, nodeBinary, removeStamp, writeStamp } from '../install/stamp.mjs';

let root: string;

const write = (path: string, content: unknown) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
};
const lock = (version: string) => ({
  packages: { '': {}, 'node_modules/a': { version, integrity: `sha-${version}` }, 'node_modules/windows-only': { version: '1', optional: true } },
});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seek-justice-stamp-'));
  write('package-lock.json', lock('1.0.0'));
  mkdirSync(dirname(nodeBinary(root)), { recursive: true });
  writeFileSync(nodeBinary(root), '');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('nothing is installed without a stamp or npm’s own record', () => {
  expect(isInstalled(root)).toBe(false);
});

test('a stamp counts until the lock file changes', () => {
  writeStamp(root);
  expect(isInstalled(root)).toBe(true);
  write('package-lock.json', lock('1.0.1'));
  expect(isInstalled(root)).toBe(false);
});

test('packages that npm installed by hand are not installed again', () => {
  write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha-1.0.0' } } });
  expect(isInstalled(root)).toBe(true);
  removeStamp(root);
  write('package-lock.json', lock('2.0.0'));
  expect(isInstalled(root)).toBe(false);
});

test('a stamp without the pinned Node counts for nothing', () => {
  writeStamp(root);
  rmSync(nodeBinary(root));
  expect(isInstalled(root)).toBe(false);
});

test.each([
  ['npm error code EAI_AGAIN\nnpm error request failed', /check the connection/],
  ['npm error code ENOSPC', /disk is full/],
  ['npm error code EACCES', /write access/],
  ['spawn npm ENOENT', /Node\.js 20 or newer/],
  ['npm error something new\nmore', /npm error something new/],
])('a failed installation says what to do: %s', (output, words) => {
  expect(explain(output)).toMatch(words);
  expect(explain(output)).not.toContain('\n');
});
