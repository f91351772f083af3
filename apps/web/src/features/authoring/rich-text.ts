import type { JSONContent } from '@tiptap/core';

/** One paragraph: pieces parted by the marks of strong words. */
function inline(text: string): JSONContent[] {
  return text
    .split('**')
    .map((piece, at): JSONContent => ({ type: 'text', text: piece, ...(at % 2 === 1 ? { marks: [{ type: 'bold' }] } : {}) }))
    .filter((node) => node.text !== '');
}

/** A stored text (blank lines part paragraphs, `**` marks strong words) as the editor holds it; of a line every character is its own. */
export function toEditor(text: string, many: boolean): JSONContent {
  if (!many) return { type: 'doc', content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }] };
  const paragraphs = text === '' ? [''] : text.split(/\n\s*\n/);
  return { type: 'doc', content: paragraphs.map((paragraph) => ({ type: 'paragraph', content: inline(paragraph.replace(/\n/g, ' ')) })) };
}

function marked({ text = '', marks = [] }: JSONContent): string {
  if (!marks.some(({ type }) => type === 'bold')) return text;
  // Spaces at the edge of strong words stay outside, or the marks would not be read as marks.
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return inner === '' ? text : `${before}**${inner}**${after}`;
}

/** What the editor holds as the text that is stored. Marks typed as such stay marks; every other character is kept, typed breaks (U+200B) too. */
export function fromEditor(doc: JSONContent): string {
  const paragraphs = (doc.content ?? []).map(({ content = [] }) => content.map(marked).join('').replaceAll('****', ''));
  return paragraphs.filter((paragraph, at) => paragraph.trim() !== '' || (at === 0 && paragraphs.length === 1)).join('\n\n').trim();
}
