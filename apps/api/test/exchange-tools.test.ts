import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from './support/api.ts';
import { translated, TranslatedLesson, unitOf, withUnit } from './support/translations.ts';

let api: TestApi;
let lesson: TranslatedLesson;
beforeAll(async () => {
  api = await startTestApi();
  lesson = new TranslatedLesson(api, await api.as('author@example.org'), 'k7f2qd');
});
afterAll(() => api.stop());

const B1 = 'blocks/b1/text';
const B2 = 'blocks/b2/text';
const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text));
const utf16 = (text: string, big = false): Uint8Array<ArrayBuffer> => {
  const found = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at += 1) new DataView(found.buffer).setUint16(at * 2, text.charCodeAt(at), !big);
  return found;
};
/** As a program writes it that knows the letters of western Europe alone: all others by number. */
const latin1 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from([...text].flatMap((one) => [...(one <= '\u00ff' ? one : `&#${one.codePointAt(0)};`)].map((character) => character.charCodeAt(0))));
const declared = (text: string, name: string): string => text.replace('encoding="UTF-8"', `encoding="${name}"`);
const saidIn = (faults: any[]): string[] => faults.map(({ words }) => words.en);

describe('letters', () => {
  it.each<[string, string, (text: string) => string | Uint8Array<ArrayBuffer>]>([
    ['with a mark of UTF-8, in lines of Windows', 'មួយ។', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['in UTF-16', 'ពីរ។', (text) => utf16(`\ufeff${declared(text, 'UTF-16')}`)],
    ['in UTF-16, high bytes first', 'បី។', (text) => utf16(`\ufeff${declared(text, 'UTF-16')}`, true)],
    ['in UTF-16 without a mark', 'បួន។', (text) => utf16(declared(text, 'UTF-16'))],
    ['in UTF-8 that calls itself UTF-16', 'ប្រាំ។', (text) => declared(text, 'utf-16')],
    ['in Latin 1 and numbers', 'ប្រាំមួយ é។', (text) => latin1(declared(text, 'ISO-8859-1'))],
  ])('%s arrive', async (_, target, written) => {
    const back = await lesson.bring(written(translated(await lesson.out(), B2, target)));
    expect(back.body).toMatchObject({ faults: [], taken: [lesson.at(B2)], refused: [] });
    expect((await lesson.textsOf('b2')).km).toBe(target);
  });

  it.each<[string, () => Promise<string | Uint8Array<ArrayBuffer>>, RegExp, number]>([
    ['a packed file', async () => Uint8Array.from([0x50, 0x4b, 3, 4, 0x14, 0, 0xff, 0xfe, 0xc0]), /unpack/, 1],
    ['letters of no known kind', async () => latin1(declared(await lesson.out(), 'EBCDIC-XX').replace('</xliff>', '<!-- é --></xliff>')), /UTF-8/, 1],
    ['the older format', async () => '<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file/></xliff>', /XLIFF 1/, 2],
    ['the older format without its name space', async () => '<xliff version="1.1"><file/></xliff>', /XLIFF 1/, 1],
    ['a document type', async () => (await lesson.out()).replace('\n', '\n<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n'), /DOCTYPE/, 2],
    ['another file', async () => '{"texts": []}', /not XML/, 1],
  ])('%s is refused in words', async (_, given, words, line) => {
    const { faults, taken } = (await lesson.bring(await given())).body;
    expect([saidIn(faults), taken]).toEqual([[expect.stringMatching(words)], []]);
    expect([faults[0].line, faults[0].words.km]).toEqual([line, expect.stringMatching(/[\u1780-\u17ff]/)]);
  });
});

describe('a text that was worked on', () => {
  it('cut into segments, with candidates, a glossary, states and white space between them, is one text again', async () => {
    await lesson.write('b1', 'en', 'Listen **first. Then ask.** Wait.');
    const cut = withUnit(await lesson.out(), B1, (unit) =>
      unit
        .replace('<notes>', '<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#s1" similarity="87.5" matchQuality="100" type="tm" subType="tool:file"><source>Listen.</source><target>ស្តាប់។</target></mtc:match></mtc:matches><notes>')
        .replace(
          /<segment[^]*<\/segment>/,
          [
            '<segment id="s1" state="final" subState="tool:signed"><source>Listen <sc id="c1" type="fmt" subType="xlf:b"/>first.</source><target>ស្តាប់<sc id="c1" type="fmt" subType="xlf:b"/>សិន។</target></segment>',
            '<ignorable><source> </source></ignorable>',
            '<segment id="s2" state="reviewed"><source>Then ask.<ec startRef="c1"/></source><target>រួចសួរ។<ec startRef="c1"/></target></segment>',
            '<ignorable><source> </source><target> </target></ignorable>',
            '<segment id="s3" state="translated"><source>Wait.</source><target>រង់ចាំ។</target></segment>',
          ].join('\n'),
        ),
    );
    expect((await lesson.bring(cut)).body).toMatchObject({ faults: [], taken: [{ ...lesson.at(B1), stale: false }], refused: [] });
    expect((await lesson.textsOf('b1')).km).toBe('ស្តាប់**សិន។ រួចសួរ។** រង់ចាំ។');
  });

  it('keeps numbers to call and strong words where a tool repeats no more of a code than its id', async () => {
    const contact = /\{contact:[a-z0-9-]+\}/.exec(await lesson.out())?.[0] ?? '';
    await lesson.write('b1', 'en', `Call **now** ${contact}.`);
    await lesson.write('b1', 'km', `ហៅ**ឥឡូវ** ${contact}។`);
    const bare = translated(await lesson.out(), B1, 'សូមហៅ<pc id="c1">ភ្លាម</pc>៖ <ph id="c2"/>។');
    expect((await lesson.bring(bare)).body).toMatchObject({ faults: [], taken: [lesson.at(B1)], refused: [] });
    expect((await lesson.textsOf('b1')).km).toBe(`សូមហៅ**ភ្លាម**៖ ${contact}។`);
  });

  it('that came back empty, or in the words of the original, is not translated: what is written here stays', async () => {
    const [one, two] = [await lesson.textsOf('b2'), await lesson.textsOf('b3')];
    const text = await lesson.out();
    const units = text.match(/<unit /g)?.length ?? 0;
    const original = /<source>([^]*)<\/source>/.exec(unitOf(text, 'blocks/b3/text'))?.[1] ?? '';
    const returned = translated(translated(text, B2, ''), 'blocks/b3/text', original);
    expect((await lesson.bring(returned)).body).toMatchObject({ faults: [], taken: [], refused: [], collided: [], untranslated: 2, unchanged: units - 2 });
    expect([await lesson.textsOf('b2'), await lesson.textsOf('b3')]).toEqual([one, two]);
  });

  it('one segment of which is still in the words of the original is not translated either', async () => {
    await lesson.write('b2', 'en', 'Ask. Wait.');
    await lesson.write('b2', 'km', null);
    const half = withUnit(await lesson.out(), B2, (unit) =>
      unit.replace(/<segment[^]*<\/segment>/, '<segment><source>Ask.</source><target>សួរ។</target></segment><ignorable><source> </source></ignorable><segment><source>Wait.</source><target>Wait.</target></segment>'),
    );
    expect((await lesson.bring(half)).body).toMatchObject({ taken: [], untranslated: 1 });
    expect((await lesson.textsOf('b2')).km).toBeUndefined();
  });

  it('in the words of the original is taken where somebody called it reviewed, and where there are no words in it', async () => {
    await lesson.write('b1', 'en', 'UNICEF');
    await lesson.write('b2', 'en', '1 + 1 = 2');
    for (const block of ['b1', 'b2']) await lesson.write(block, 'km', null);
    const text = translated(translated(await lesson.out(), B1, 'UNICEF', 'reviewed'), B2, '1 + 1 = 2', 'initial');
    expect((await lesson.bring(text)).body.taken).toEqual([B1, B2].map((path) => ({ ...lesson.at(path), stale: false })));
  });

  it('in which a tool set lines and spaces otherwise is the same text', async () => {
    await lesson.write('b1', 'en', 'One line.\nAnother line.');
    await lesson.write('b1', 'km', 'បន្ទាត់មួយ។\nបន្ទាត់ពីរ។');
    await lesson.write('b2', 'en', 'Two words.');
    await lesson.write('b2', 'km', 'ពីរ ពាក្យ។');
    const text = await lesson.out();
    const units = text.match(/<unit /g)?.length ?? 0;
    const spaced = withUnit(text, B1, (unit) => unit.replace(/<(source|target)>([^\n]*)\n([^<]*)/g, '<$1>$2 $3'));
    const loose = withUnit(spaced.replace(' xml:space="preserve"', ''), B2, (unit) => unit.replace(/<(source|target)>([^<]*)</g, '<$1>\n    $2\n  <'));
    expect((await lesson.bring(loose)).body).toMatchObject({ faults: [], taken: [], collided: [], refused: [], unchanged: units });
    const changed = withUnit(loose, B2, (unit) => unit.replace('ពីរ ពាក្យ។', 'ពាក្យ\n    ពីរ។'));
    expect((await lesson.bring(changed)).body.taken).toEqual([{ ...lesson.at(B2), stale: false }]);
    expect((await lesson.textsOf('b2')).km).toBe('ពាក្យ ពីរ។');
  });
});

it('what the translator remarks is told with its place, and what we said is not', async () => {
  const text = await lesson.out();
  expect(text).toContain('<note ');
  const remarked = withUnit(text, B1, (unit) =>
    unit
      .replace('</notes>', '<note id="t1" category="query" appliesTo="source">Which line?</note><note id="t2"> </note></notes>')
      .replace(/<target>([^<]*)<\/target>/, '<target><mrk id="m1" type="comment" value="Two readings.">$1</mrk></target>'),
  ).replace(/(<file [^>]*>)/, '$1<notes><note>All done but one.</note></notes>');
  const { body } = await lesson.bring(remarked);
  expect(body).toMatchObject({ faults: [], taken: [] });
  expect(body.remarks).toEqual([
    { draft: 'k7f2qd', path: [], thing: ':self', text: 'All done but one.' },
    { ...lesson.at(B1), text: 'Which line?' },
    { ...lesson.at(B1), text: 'Two readings.' },
  ]);
  expect((await lesson.bring(text)).body.remarks).toEqual([]);
  // Files that went out before notes said whose they are.
  expect((await lesson.bring(text.replaceAll(/ category="seek-justice"/g, ''))).body.remarks).toEqual([]);
});

it('a file with very much in it that is not ours is read, and what is ours arrives', async () => {
  const match = '<mtc:match ref="#s1"><source>Listen to the people who come to you.</source><target>ស្តាប់អ្នកដែលមករកអ្នក។</target></mtc:match>';
  const large = translated(await lesson.out(), B2, 'ធំណាស់។').replaceAll(/<segment state/g, '<segment id="s1" state');
  const full = withUnit(large, B2, (unit) => unit.replace('<notes>', `<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">${match.repeat(600)}</mtc:matches><notes>`))
    .replace('</file>', `</file>${Array.from({ length: 20_000 }, (_, at) => `<file id="x${at}"><unit id="u"><segment><source>Stay with them until help is there.</source><target>នៅជាមួយគេ។</target></segment></unit></file>`).join('\n')}`)
    .replaceAll('\n', '\r\n');
  expect(bytes(full).length).toBeGreaterThan(3_000_000);
  const { body } = await lesson.bring(full);
  expect([body.faults, body.taken]).toEqual([[], [{ ...lesson.at(B2), stale: false }]]);
  expect(body.refused).toHaveLength(20_000);
});
