import { expect, test } from '@jest/globals';
import { wayOf } from '../src/worker/way.ts';

const HERE = 'https://lessons.example';
const way = (path: string, { method = 'GET', mode = 'navigate' }: { method?: string; mode?: RequestMode } = {}) => wayOf({ method, mode, url: new URL(path, HERE).href }, HERE);

test.each(['/', '/?signed-out=1', '/learn', '/learn/k7f2qd', '/sign-in?failed', '/welcome', '/help-now', '/h', '/phone', '/carry', '/search', '/j', '/j/abc234'])('%s is opened from the phone', (path) => {
  expect(way(path)).toBe('shell');
});

test.each(['/staff', '/staff/people', '/author', '/train/x/present', '/verify', '/metrics', '/health/live', '/api/me', '/api/snapshots/abc', '/learning', '/hello', '/nowhere'])('%s is a page of the network', (path) => {
  expect(way(path)).toBe('online');
});

test('the reading plan has a page of its own', () => {
  expect(way('/reading?lang=en')).toBe('reading');
});

test.each(['/assets/abc.js', '/api/snapshots/abc', '/api/media/abc'])('%s is fixed by its hash', (path) => {
  expect(way(path, { mode: 'cors' })).toBe('fixed');
});

test.each(['/api/me', '/api/records', '/api/curriculum', '/api/contacts', '/api/people/1/progress', '/worker.js', '/app.webmanifest', '/shell', '/metrics'])('%s is none of the worker’s business', (path) => {
  expect(way(path, { mode: 'cors' })).toBeNull();
});

test('what is sent, and what goes elsewhere, passes by', () => {
  expect(way('/api/sign-in', { method: 'POST' })).toBeNull();
  expect(way('/api/records', { method: 'POST', mode: 'cors' })).toBeNull();
  expect(way('https://elsewhere.example/assets/abc.js', { mode: 'cors' })).toBeNull();
});
