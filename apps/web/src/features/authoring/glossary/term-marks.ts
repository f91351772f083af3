import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type FoundTerm, type TermIndex, termsIn } from '@seek-justice/domain/curriculum/glossary.ts';

const KEY = new PluginKey<DecorationSet>('glossary');

/** Paragraphs that a letter elsewhere does not touch are the very same node: their terms are known. */
type Known = WeakMap<Node, FoundTerm[]>;

function decorated(doc: Node, index: TermIndex, title: (found: FoundTerm) => string, known: Known): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const terms = known.get(node) ?? termsIn(node.textContent, index);
    known.set(node, terms);
    for (const one of terms) found.push(Decoration.inline(at + 1 + one.from, at + 1 + one.to, { class: 'gloss', title: title(one) }));
    return false;
  });
  return DecorationSet.create(doc, found);
}

/** Underlines the words of the glossary while a text is written; the text itself is not touched. */
export function termMarks(index: TermIndex, title: (found: FoundTerm) => string): Extension {
  const known: Known = new WeakMap();
  return Extension.create({
    name: 'glossary',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key: KEY,
        state: {
          init: (_, { doc }) => decorated(doc, index, title, known),
          apply: (change, before) => (change.docChanged ? decorated(change.doc, index, title, known) : before),
        },
        props: { decorations: (state) => KEY.getState(state) },
      }),
    ],
  });
}
