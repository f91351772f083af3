import { expect, it } from '@jest/globals';
import { checkLaw } from '@seek-justice/domain/testing/seeds.ts';
import { khmerText } from '@seek-justice/domain/testing/khmer.ts';
import fc from 'fast-check';
import { compareXliff } from '../../src/features/curriculum/exchange/xliff/compare.ts';
import { XLIFF_FAULTS } from '../../src/features/curriculum/exchange/xliff/fault.ts';
import { XLIFF_FAULT_WORDS } from '../../src/features/curriculum/exchange/xliff/fault-words.ts';
import { readXliff, type XliffReading } from '../../src/features/curriculum/exchange/xliff/read.ts';
import { writeXliff, type XliffUnit } from '../../src/features/curriculum/exchange/xliff/write.ts';

const EN = 'Stay **calm**.\n\nCall {contact:hotline-police} & wait <here>.';
const KM = 'សូម**ស្ងប់ចិត្ត**។\n\nទូរស័ព្ទ\u200bទៅ {contact:hotline-police} រួចរង់ចាំ\u200bនៅទីនេះ។';

const write = (...units: XliffUnit[]): string => writeXliff({ source: 'en', target: 'km', files: [{ id: 'course/a', units }] });
const good = (reading: XliffReading): Extract<XliffReading, { ok: true }> => {
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading;
};

it('protects strong parts, paragraph breaks and contacts as inline codes', () => {
  const text = write({ id: 'm1/l1:b2', source: EN, target: KM, state: 'translated', notes: ['Lesson 1, box'] });
  expect(text).toContain('<data id="d1">\n\n</data>');
  expect(text).toContain('<data id="d2">{contact:hotline-police}</data>');
  expect(text).toContain(
    '<source>Stay <pc id="c1" type="fmt" subType="xlf:b">calm</pc>.<ph id="c2" dataRef="d1" type="fmt" subType="xlf:pb"/>Call <ph id="c3" canCopy="no" canDelete="no" dataRef="d2" equiv="{contact:hotline-police}" disp="{contact:hotline-police}" type="other" subType="sj:contact"/> &amp; wait &lt;here&gt;.</source>',
  );
  expect(text).toContain('<target>សូម<pc id="c1" type="fmt" subType="xlf:b">ស្ងប់ចិត្ត</pc>។<ph id="c2"');
  const { files } = good(readXliff(text));
  expect(files).toEqual([{ id: 'course/a', units: [{ id: 'm1/l1:b2', source: EN, target: KM, state: 'translated', line: 4 }] }]);
});

const mark = fc.constantFrom('**', '\n\n', '\n \n', '{contact:hotline-police}', '{contact:x-1}', ' & ', '<', '\r', '\u0001', '\uffff', '\ud800', ']]>', '_x0041_');
const marked = fc.array(fc.oneof(khmerText, mark), { maxLength: 8 }).map((parts) => parts.join(''));
const state = fc.constantFrom('initial', 'translated', 'reviewed', 'final');
const unit = fc.record({ source: marked, target: fc.option(marked, { nil: undefined }), state, notes: fc.array(khmerText, { maxLength: 2 }) });
const ids = fc.uniqueArray(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '_x_', 'a/b', '_x0041_', 'មេរៀន')), { minLength: 1, maxLength: 5 });

it('what is written is read again letter for letter, whatever is in it', async () => {
  const input = ids.chain((all) => fc.tuple(...all.map((id) => unit.map((rest) => ({ id, ...rest })))));
  await checkLaw(
    'xliff-round-trip',
    fc.property(input, (units) => {
      const [file] = good(readXliff(writeXliff({ source: 'en', target: 'km', files: [{ id: 'a b', units }] }))).files;
      expect(file?.id).toBe('a b');
      const read = file?.units.map(({ id, source, target, state }) => ({ id, source, target, state }));
      expect(read).toEqual(units.map(({ id, source, target, state }) => ({ id, source, target: target ?? null, state: target === undefined ? 'initial' : state })));
    }),
    { numRuns: 150 },
  );
});

it('a text that a tool cut into segments, and whose order it changed, is one text again', () => {
  const text = write({ id: 'u', source: 'One. **Two.**', target: 'x', state: 'initial' }).replace(
    /<segment[^]*<\/segment>/,
    [
      '<segment id="s1" state="final"><source>One.</source><target order="3">មួយ។</target></segment>',
      '<ignorable><source> </source></ignorable>',
      '<segment id="s2" state="reviewed"><source><sc id="c1" type="fmt" subType="xlf:b"/>Two.<ec startRef="c1"/></source><target order="1"><sc id="c1" type="fmt" subType="xlf:b"/>ពីរ។<ec startRef="c1"/></target></segment>',
    ].join(''),
  );
  expect(good(readXliff(text)).files[0]?.units[0]).toMatchObject({ source: 'One. **Two.**', target: '**ពីរ។** មួយ។', state: 'reviewed' });
});

const phone = /<ph id="c3"[^>]*>(?= រួច)/;

it('a contact that was dropped or doubled is refused with its unit', () => {
  const text = write({ id: 'a/b', source: EN, target: KM, state: 'translated' });
  expect(readXliff(text.replace(phone, ''))).toMatchObject({ ok: false, faults: [{ code: 'code_missing', unit: 'a/b', line: 13 }] });
  expect(readXliff(text.replace(phone, '$&$&'))).toMatchObject({ ok: false, faults: [{ code: 'id_doubled', unit: 'a/b' }] });
});

it('a contact that was doubled, lost or typed under another name is listed with its unit', () => {
  const text = write({ id: 'a', source: EN, target: KM, state: 'translated' }, { id: 'b', source: 'Call {contact:x}.', target: 'ទូរស័ព្ទ។', state: 'translated' });
  const typed = good(readXliff(text.replace(phone, '$& {contact:other}')));
  expect(compareXliff([{ id: 'a', source: EN }, { id: 'b', source: 'Call {contact:x}.' }], typed)).toMatchObject({
    changed: [],
    contacts: [
      { id: 'a', lost: [], added: ['other'] },
      { id: 'b', lost: ['x'], added: [] },
    ],
  });
});

it('says what a file would change', () => {
  const read = good(
    readXliff(
      write(
        { id: 'new', source: 'Pray.', target: 'អធិស្ឋាន។', state: 'final' },
        { id: 'same', source: 'Hope', target: 'សង្ឃឹម', state: 'final' },
        { id: 'open', source: 'Love', state: 'initial' },
        { id: 'old', source: 'Listen.', target: 'ស្តាប់។', state: 'translated' },
        { id: 'theirs', source: 'x', target: 'y', state: 'translated' },
      ),
    ),
  );
  const current = [
    { id: 'new', source: 'Pray.', target: 'សូមអធិស្ឋាន។' },
    { id: 'same', source: 'Hope', target: 'សង្ឃឹម' },
    { id: 'open', source: 'Love', target: null },
    { id: 'old', source: 'Listen well.', target: null },
    { id: 'ours', source: 'z' },
  ];
  expect(compareXliff(current, read)).toEqual({
    changed: [{ id: 'new', source: 'Pray.', target: 'អធិស្ឋាន។', state: 'final' }],
    unchanged: ['same'],
    open: ['open'],
    sourceChanged: [{ id: 'old', source: 'Listen.', target: 'ស្តាប់។', state: 'translated' }],
    contacts: [],
    doubled: [],
    unknown: ['theirs'],
    missing: ['ours'],
  });
  const twice = { files: [...read.files, ...read.files] };
  expect(compareXliff(current, twice)).toMatchObject({ changed: [], doubled: ['new', 'same', 'open', 'old'], unknown: ['theirs'] });
});

it('a file that is too large is refused before it is read', () => {
  expect(readXliff(' '.repeat(20_000_001))).toEqual({ ok: false, faults: [{ line: 1, column: 1, code: 'too_large' }] });
});

it('every fault has its words in both languages', () => {
  for (const code of XLIFF_FAULTS) {
    expect(XLIFF_FAULT_WORDS[code].en).toMatch(/[.]$/);
    expect(XLIFF_FAULT_WORDS[code].km).toMatch(/[\u1780-\u17b3].*។$/);
  }
});
