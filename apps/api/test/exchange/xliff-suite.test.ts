import { describe, expect, it } from '@jest/globals';
import type { XliffFault } from '../../src/features/curriculum/exchange/xliff/fault.ts';
import { readXliff } from '../../src/features/curriculum/exchange/xliff/read.ts';
import { codes, document, file, plain, segment, unit } from '../support/xliff.ts';

/** What OASIS's own test suite showed that we had read otherwise. Its files are not ours: these are of our making. */
const both = (attributes = ''): string => `<unit id="u"${attributes}><segment><source>x</source><target>ក</target></segment></unit>`;
const fixed = 'canReorder="firstNo" canCopy="no" canDelete="no"';
const follows = 'canReorder="no" canCopy="no" canDelete="no"';
const changed = (revisions: string, notes = '<note id="n1">x</note><note id="n2" category="c">y</note>'): string =>
  unit(`<ctr:changeTrack>${revisions}</ctr:changeTrack><notes>${notes}</notes>${plain}`);
const revisions = (attributes: string, ...items: string[]): string =>
  `<ctr:revisions ${attributes}><ctr:revision>${items.map((property) => `<ctr:item property="${property}">x</ctr:item>`).join('')}</ctr:revision></ctr:revisions>`;
const resource = (content: string): string => `<resourcedata:resourceData>${content}</resourcedata:resourceData>`;
const sized = (attributes: string, before = ''): string => file(`${before}<group id="g"><unit id="u" ${attributes}>${plain}</unit></group>`);
const profile = '<slr:profiles generalProfile="xliff:codepoints" storageProfile="xliff:utf8"/>';
const sizes = '<slr:data profile="my:sizes"><my:size id="z1"/></slr:data>';
const entry = (attributes: string, more = ''): string =>
  unit(`<glossary:glossary><glossary:glossEntry ${attributes}><glossary:term>x</glossary:term><glossary:translation>ក</glossary:translation>${more}</glossary:glossEntry></glossary:glossary>${plain}`);
const metadata = '<metadata:metadata><metadata:metaGroup><metadata:meta type="t">x</metadata:meta></metadata:metaGroup></metadata:metadata>';
const newest = (text: string): string => text.replaceAll('document:2.0', 'document:2.2').replace('version="2.1"', 'version="2.2"');
const text = `<file id="f"><unit id="u">${plain}</unit></file>`;

describe('is read', () => {
  it.each<[string, string]>([
    ['language said above, where each side says its own', document(`<file id="f" xml:lang="fr"><unit id="u" xml:lang="en"><segment><source>x</source><target xml:lang="km">ក</target></segment></unit></file>`)],
    ['white space said for the whole and once more for the source', document(`<file id="f" xml:space="preserve"><unit id="u"><segment><source xml:space="preserve">x</source><target>ក</target></segment></unit></file>`)],
    ['a fragment that names a term of TBX', file(`<t:martif xmlns:t="urn:iso:std:iso:30042:ed-1:v1:en"><t:termEntry xml:id="t7"/></t:martif><unit id="u"><segment><source><mrk id="m1" type="term" ref="#f=f1/tbx=t7">x</mrk></source></segment></unit>`)],
    ['a restriction that restricts nothing', sized('slr:sizeRestriction="*" slr:storageRestriction="*"')],
    ['size in words of a profile that is not named', sized('slr:sizeInfo="about a line"')],
    ['size by reference to data beside what lies above', sized('slr:sizeInfoRef="z1"', sizes)],
    ['a resource that is somewhere else', unit(resource('<resourcedata:resourceItemRef ref="r9"/>') + plain)],
    ['a resource for a translation into another language', unit(resource('<resourcedata:resourceItem id="r"><resourcedata:target href="x" xml:lang="lo"/></resourcedata:resourceItem>') + plain)],
    ['text quoted as a resource', unit(resource('<resourcedata:resourceItem id="r"><resourcedata:source><source>x</source></resourcedata:source></resourcedata:resourceItem>') + plain)],
    ["text quoted in others' elements and in a skeleton", file(`<skeleton><unit id="s"><bold/></unit></skeleton><my:x><unit/></my:x><unit id="u">${plain}</unit>`)],
    ['a term whose explanation is elsewhere', entry('ref="terms.xml#t7"')],
    ['changes of one note of several, and of what has no id', changed(revisions('appliesTo="note" ref="n1"', 'content') + revisions('appliesTo="note" ref="n2"', 'content', 'category') + revisions('appliesTo="source"', 'content'))],
    ['changes of the only note', changed(revisions('appliesTo="note"', 'content'), '<note id="n1">x</note>')],
    ['changes as a draft of 2.1 had them', changed(revisions('appliesTo="note" ref="n9"', 'content')).replace('changetracking:2.0', 'changetracking:2.1')],
    ['notes and metadata of a whole document, since 2.2', newest(document(`<notes><note>x</note></notes>${metadata}${text}`))],
    ['a pair that stays before what follows it', segment(`<pc id="1" ${fixed}>x</pc><ph id="2" ${follows}/>`, `<sc id="1" ${fixed}/>y<ec startRef="1" ${follows}/><ph id="2" ${follows}/>`)],
  ])('%s', (_, given) => {
    expect(codes(given)).toEqual([]);
  });

  it('and what is quoted is no text to translate', () => {
    const quoted = file(`<skeleton><unit id="s">${plain}</unit></skeleton><my:x>${both()}</my:x><unit id="u1">${plain}</unit>`);
    expect(readXliff(quoted)).toMatchObject({ ok: true, files: [{ units: [{ id: 'u1', source: 'x', target: null }] }] });
  });
});

describe('is refused', () => {
  it.each<[XliffFault, string, string]>([
    ['language_differs', 'a language that comes from the unit', file(both(' xml:lang="fr"'))],
    ['language_differs', 'a language that comes from the group', file(`<group id="g" xml:lang="en">${both()}</group>`)],
    ['language_differs', 'a language that comes from the document', document(`<file id="f">${both()}</file>`, 'version="2.1" srcLang="en" trgLang="km" xml:lang="km"')],
    ['attribute_conflict', 'white space that the source keeps and the translation does not', unit('<segment><source xml:space="preserve">x</source><target>ក</target></segment>')],
    ['id_doubled', "others' elements, once as XML's own id", unit(`<my:x id="1"/><my:x xml:id="1"/>${plain}`)],
    ['code_order', 'a code that left the pair it was in', segment(`<pc id="1" ${fixed}>x<ph id="2" ${follows}/></pc>`, `<pc id="1" ${fixed}>x</pc><ph id="2" ${follows}/>`)],
    ['id_doubled', 'a resource and a reference to one', unit(resource('<resourcedata:resourceItemRef id="r" ref="q"/><resourcedata:resourceItem id="r"><resourcedata:source href="x"/></resourcedata:resourceItem>') + plain)],
    ['module_rule', 'a resource with an address and text quoted', unit(resource('<resourcedata:resourceItem id="r"><resourcedata:source href="x"><source>x</source></resourcedata:source></resourcedata:resourceItem>') + plain)],
    ['attribute_value', 'half a character of size', sized('slr:sizeInfo="25.5"')],
    ['attribute_value', 'size in words of a profile of the format', sized('slr:sizeInfo="about a line"', profile)],
    ['attribute_value', 'storage in words of a profile of the format', sized('slr:equivStorage="seven"', profile)],
    ['attribute_value', 'a star and a number', sized('slr:sizeRestriction="*6"')],
    ['reference_broken', 'size by reference to what is not there', sized('slr:sizeInfoRef="z9"', sizes)],
    ['reference_broken', 'size by reference to what is no data', sized('slr:sizeInfoRef="g"')],
    ['element_misplaced', 'metadata in a glossary', entry('id="e"', metadata)],
    ['element_misplaced', 'metadata of a whole document before 2.2', document(metadata + text)],
    ['element_misplaced', 'notes of a whole document before 2.2', document(`<notes><note>x</note></notes>${text}`)],
    ['element_misplaced', "others' elements before the files, in 2.2 too", newest(document(`<my:x/>${text}`))],
    ['reference_broken', 'changes of a note that is not there', changed(revisions('appliesTo="note" ref="n9"', 'content'))],
    ['attribute_missing', 'changes of one note, and nobody says of which', changed(revisions('appliesTo="note"', 'content'))],
    ['module_rule', 'changes of an attribute that no note has', changed(revisions('appliesTo="note" ref="n2"', 'priority'))],
    ['module_rule', 'two values of one attribute at once', changed(revisions('appliesTo="note" ref="n2"', 'category', 'category'))],
  ])('%s: %s', (code, _, given) => {
    expect(codes(given)).toContain(code);
  });
});

describe('a fault is told where it is', () => {
  const lines = (...all: string[]): string => all.join('\n');
  it.each<[string, number, number, string]>([
    ['the second of two sources', 3, 3, lines('<segment>', '  <source>x</source>', '  <source>x</source>', '</segment>')],
    ['an element whose attributes are on the next line', 2, 29, lines('<segment><source>x</source>', '<target>ក</target></segment><ignorable', ' name="x"><source> </source></ignorable>')],
    ['lines as Windows ends them', 3, 3, lines('<segment>', '  <source>x</source>', '  <bold', '    id="1"/>', '</segment>').replaceAll('\n', '\r\n')],
    ['lines as old Macintosh computers ended them', 3, 3, lines('<segment>', '  <source>x</source>', '  <bold', '    id="1"/>', '</segment>').replaceAll('\n', '\r')],
  ])('%s', (_, line, column, parts) => {
    const [fault] = faultsOf(unit(`\n${parts}`));
    expect([fault?.line, fault?.column]).toEqual([line + 1, column]);
  });
});

function faultsOf(given: string): { line: number; column: number }[] {
  const reading = readXliff(given);
  return reading.ok ? [] : reading.faults;
}
