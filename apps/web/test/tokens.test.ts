import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const css = readFileSync(new URL('../src/ui/tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** The colours of every rule for a selector, in the order in which they stand. */
function rules(selector: string): Record<string, string>[] {
  const found = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, name]) => name?.trim() === selector);
  return found.map(([, , body = '']) => Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value?.trim()])));
}

function luminance(colour: string): number {
  const hex = (colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour).slice(1);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's ratio of two colours. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const [light = {}] = rules(':root');
const [dark = {}] = rules(":root[data-theme='dark']");
const [strong = {}] = rules(":root[data-contrast='strong']");
const [strongDark = {}] = rules(":root[data-contrast='strong'][data-theme='dark']");
/** What text stands on what. */
const TEXT: [text: string, on: string[]][] = [
  ['ink', ['paper', 'surface', 'river-tint', 'lamp-tint', 'leaf-tint', 'amber-tint', 'clay-tint']],
  ['ink-2', ['paper', 'surface', 'lamp-tint', 'leaf-tint']],
  ['river', ['paper', 'surface', 'river-tint']],
  ['on-river', ['river']],
  ['lamp-deep', ['paper', 'surface', 'lamp-tint']],
  ['leaf', ['paper', 'surface', 'leaf-tint']],
  ['amber', ['paper', 'surface', 'amber-tint']],
  ['clay', ['paper', 'surface', 'clay-tint']],
];

test('the measure is WCAG’s', () => {
  expect(contrast('#000', '#fff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('dark is the same whether the phone or the reader says so', () => {
  expect(Object.keys(dark)).toHaveLength(19);
  expect(rules(":root:not([data-theme='light'])")).toEqual([dark]);
  expect(rules(":root[data-contrast='strong']:not([data-theme='light'])")).toEqual([strongDark]);
});

describe.each([
  ['ordinary, light', light, 4.5],
  ['ordinary, dark', dark, 4.5],
  ['strong, light', strong, 10],
  ['strong, dark', strongDark, 10],
])('%s', (_, colours, least) => {
  test.each(TEXT)('%s can be read', (text, on) => {
    const weak = on.filter((ground) => contrast(colours[text] ?? '', colours[ground] ?? '') < least);
    expect(weak.map((ground) => `${ground} ${contrast(colours[text] ?? '', colours[ground] ?? '').toFixed(1)}`)).toEqual([]);
  });
});
