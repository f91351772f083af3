import { expect, test } from '@jest/globals';
import { Speaker } from '../src/i18n/speaker.ts';

const EN = { hello: 'Good morning, {{name}}', 'waiting_one': '{{n}} answer waits', 'waiting_other': '{{n}} answers wait' };
const KM = { hello: 'ជម្រាបសួរ {{name}}', 'waiting_other': 'ចម្លើយ {{n}} រង់ចាំ' };

test('fills places in and leaves one that has no value as it is', () => {
  const words = new Speaker('en', EN);
  expect(words.say('hello', { name: 'Sok {{name}} $&' })).toBe('Good morning, Sok {{name}} $&');
  expect(words.say('hello')).toBe('Good morning, {{name}}');
});

test('chooses the plural form of the language that speaks', () => {
  const words = new Speaker('en', EN);
  words.add('km', KM);
  expect([words.say('waiting', { count: 1, n: '1' }), words.say('waiting', { count: 2, n: '2' })]).toEqual(['1 answer waits', '2 answers wait']);
  words.change('km');
  expect(words.say('waiting', { count: 1, n: '១' })).toBe('ចម្លើយ ១ រង់ចាំ');
});

test('tells who follows, until they stop', () => {
  const words = new Speaker('en', EN);
  const heard: string[] = [];
  const stop = words.follow(() => heard.push(words.lang));
  words.change('km');
  stop();
  words.change('en');
  expect(heard).toEqual(['km']);
});

test('a set of its own does not mix with the app’s words', () => {
  const words = new Speaker('en', EN);
  words.add('en', { hello: 'Staff' }, 'staff');
  expect([words.say('hello', {}, 'en', 'staff'), words.knows('km', 'staff'), words.say('nobody wrote this')]).toEqual(['Staff', false, 'nobody wrote this']);
});
