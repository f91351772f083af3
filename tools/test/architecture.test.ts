import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { filesBelow } from '../src/files.ts';
import { inRepository, root } from '../src/root.ts';

const code = ['packages', 'apps', 'tools'].flatMap((folder) => filesBelow(inRepository(folder))).filter((file) => /\.(tsx?|mjs|cjs|css|sql)$/.test(file));
const shown = (files: string[]) => files.map((file) => relative(root, file));

describe('files', () => {
  test('there is code to look at', () => {
    expect(code.length).toBeGreaterThan(20);
  });

  test('none is longer than 400 lines', () => {
    expect(shown(code.filter((file) => readFileSync(file, 'utf8').split('\n').length > 401))).toEqual([]);
  });

  test('none holds a note that something is left to do', () => {
    const marker = new RegExp(`\\b(${['TO', 'FIX', 'XX'].map((start, index) => start + ['DO', 'ME', 'X'][index]).join('|')})\\b`);
    expect(shown(code.filter((file) => marker.test(readFileSync(file, 'utf8'))))).toEqual([]);
  });

  test('no folder or file is named after nothing in particular', () => {
    expect(shown(code.filter((file) => /(^|\/)(utils?|helpers?|misc)(\/|\.tsx?$)/.test(relative(root, file).replaceAll('\\', '/'))))).toEqual([]);
  });

  test('there are no barrels', () => {
    expect(shown(code.filter((file) => /^index\.(tsx?|mjs)$/.test(basename(file))))).toEqual([]);
  });
});

describe('interface texts', () => {
  const folder = inRepository('apps', 'web', 'src', 'i18n');
  const languages = ['en', 'km'] as const;
  const [english, khmer] = languages.map((language) => textsOf(language));

  test('exist in both languages', () => {
    expect(english?.size).toBeGreaterThan(0);
    expect(khmer?.size).toBeGreaterThan(0);
  });

  test('have the same keys', () => {
    // Plural forms differ by language: Khmer has one, English two.
    const keys = (texts?: Map<string, string>) => [...new Set([...(texts?.keys() ?? [])].map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))].sort();
    expect(keys(khmer)).toEqual(keys(english));
  });

  test('have the same placeholders', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\{\s*[\w.]+/g))].sort();
    const differ = [...(english ?? [])].filter(([key, text]) => khmer?.has(key) && String(holes(text)) !== String(holes(khmer.get(key) ?? '')));
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  test('are nowhere empty', () => {
    const empty = languages.flatMap((language) => [...textsOf(language)].filter(([, text]) => text.trim() === '').map(([key]) => `${language} ${key}`));
    expect(empty).toEqual([]);
  });

  /** Either `en.json` or the files of a folder `en/`, flattened. */
  function textsOf(language: string): Map<string, string> {
    const inFolder = filesBelow(join(folder, language)).filter((file) => file.endsWith('.json'));
    const single = join(folder, `${language}.json`);
    const texts = new Map<string, string>();
    if (existsSync(single)) flatten('', JSON.parse(readFileSync(single, 'utf8')), texts);
    for (const file of inFolder) flatten(`${relative(join(folder, language), file)}:`, JSON.parse(readFileSync(file, 'utf8')), texts);
    return texts;
  }

  function flatten(path: string, value: unknown, into: Map<string, string>): void {
    if (typeof value !== 'object' || value === null) into.set(path, String(value));
    else for (const [key, inner] of Object.entries(value)) flatten(path === '' || path.endsWith(':') ? path + key : `${path}.${key}`, inner, into);
  }
});

describe('record types', () => {
  const types = inRepository('packages', 'domain', 'src', 'records', 'types');
  const names = readdirSync(types, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const fixtures = filesBelow(inRepository('packages', 'domain', 'fixtures', 'records'));

  test.each(names)('%s has a shape, a schema and a golden fixture', (name) => {
    expect(existsSync(join(types, name, 'shape.ts'))).toBe(true);
    expect(existsSync(join(types, name, 'schema.ts'))).toBe(true);
    const versions = fixtures.map((file) => basename(file)).filter((file) => new RegExp(`^${name}\\.v\\d+\\.json$`).test(file));
    expect(versions).toContain(`${name}.v1.json`);
    // Every version ever shipped stays: 1, 2, 3 … without a gap.
    expect(versions.map((file) => Number(/\.v(\d+)\./.exec(file)?.[1])).sort((a, b) => a - b)).toEqual(versions.map((_, index) => index + 1));
  });

  test('every fixture belongs to a type', () => {
    const strange = fixtures.filter((file) => dirname(file).endsWith('records') && !names.includes(basename(file).split('.v')[0] ?? ''));
    expect(shown(strange)).toEqual([]);
  });
});
