import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { EditorContent, useEditor } from '@tiptap/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FoundTerm, Term, TermIndex } from '@seek-justice/domain/curriculum/glossary.ts';
import { Rich } from '../../blocks/rich.tsx';
import { GlossedText } from './glossary/glossed-text.tsx';
import { termMarks } from './glossary/term-marks.ts';
import { cleanPasted } from './paste.ts';
import { fromEditor, toEditor } from './rich-text.ts';

/** Only what renders on every phone, slide and sheet; whatever else is pasted loses its dress and keeps its words. */
const PARAGRAPHS = [Document, Paragraph, Text, Bold, UndoRedo];
const LINE = [Document.extend({ content: 'paragraph' }), Paragraph, Text, UndoRedo];
const QUIET_MS = 250;

/** The words of the glossary in a text. */
export interface Glossed {
  index: TermIndex;
  terms: readonly FoundTerm[];
  /** What is agreed of one of them, in a line. */
  agreed: (term: Term) => string;
  /** Of the element that says it of all. */
  describedBy: string;
}

interface Props {
  text: string;
  lang: string;
  label: string;
  placeholder: string;
  many: boolean;
  readOnly: boolean;
  /** Null: the text is no source, or there is no glossary. */
  glossed?: Glossed | null;
  /** What was written, and over which text. @returns whether it can be kept. */
  onText: (text: string, was: string) => boolean;
}

type WritingProps = Omit<Props, 'placeholder' | 'readOnly'> & {
  /** Where somebody pressed to get in; null: by the keyboard. */
  at: { left: number; top: number } | null;
  onLeave: () => void;
};

function Writing({ text, lang, label, many, at, glossed, onText, onLeave }: WritingProps): ReactNode {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What the text was when it was last told or taken over: what is written now was written over that, whatever has come in since. */
  const last = useRef(text);
  /** What stands in the editor and was not told yet. */
  const untold = useRef<(() => void) | null>(null);
  const tell = (told: string): void => {
    clearTimeout(timer.current);
    untold.current = null;
    // As it is kept: see `applyEdits`.
    const [written, was] = [told.normalize('NFC'), last.current];
    if (written === was) return;
    last.current = written;
    if (!onText(written, was)) last.current = was;
  };
  const telling = useRef(tell);
  telling.current = tell;
  const editor = useEditor({
    extensions: [...(many ? PARAGRAPHS : LINE), ...(glossed ? [termMarks(glossed.index, ({ term }) => glossed.agreed(term))] : [])],
    content: toEditor(text, many),
    autofocus: 'end',
    // Its styles are ours: none may be put into the page by a script.
    injectCSS: false,
    editorProps: {
      transformPastedHTML: cleanPasted,
      attributes: { lang, 'aria-label': label, role: 'textbox', 'aria-multiline': String(many), spellcheck: 'false', class: 'writing', ...describing(glossed) },
    },
    onCreate: ({ editor }) => {
      // The letters stand where they stood: the caret goes to the one that was pressed.
      const place = at && editor.view.posAtCoords(at);
      if (place) editor.commands.setTextSelection(place.pos);
    },
    onUpdate: ({ editor }) => {
      clearTimeout(timer.current);
      untold.current = () => telling.current(fromEditor(editor.getJSON()));
      timer.current = setTimeout(() => untold.current?.(), QUIET_MS);
    },
    onBlur: () => {
      // Who only looked has written nothing.
      untold.current?.();
      onLeave();
    },
  });
  useEffect(() => {
    // Somebody else's words, or the other of two that met.
    if (!editor || text === last.current) return;
    // What is being typed is told first, over the text that it was typed over: then the two have met, and both are kept.
    const before = last.current;
    untold.current?.();
    if (last.current !== before) return;
    last.current = text;
    // Not to be taken back by whoever did not write it.
    editor.chain().setMeta('addToHistory', false).setContent(toEditor(text, many), { emitUpdate: false }).run();
  }, [editor, text, many]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      untold.current?.();
    },
    [],
  );
  return <EditorContent editor={editor} />;
}

/** A text is described by its terms where it has any. */
function describing(glossed: Glossed | null | undefined): { 'aria-describedby'?: string } {
  return glossed && glossed.terms.length > 0 ? { 'aria-describedby': glossed.describedBy } : {};
}

/** A text that becomes an editor when somebody goes into it: of four hundred texts on a page one at most is being written. */
export function TextField(props: Props): ReactNode {
  const { text, lang, label, placeholder, many, readOnly, glossed } = props;
  const [writing, setWriting] = useState(false);
  const at = useRef<{ left: number; top: number } | null>(null);
  if (writing && !readOnly) return <Writing {...props} at={at.current} onLeave={() => setWriting(false)} />;
  return (
    <div
      className={text === '' ? 'written empty' : 'written'}
      lang={lang}
      role="textbox"
      tabIndex={0}
      aria-label={label}
      aria-readonly={readOnly}
      aria-multiline={many}
      {...describing(glossed)}
      onMouseDown={({ clientX, clientY }) => void (at.current = { left: clientX, top: clientY })}
      onFocus={() => setWriting(!readOnly)}
      onBlur={() => void (at.current = null)}
    >
      {text === '' ? placeholder : glossed && glossed.terms.length > 0 ? <GlossedText text={text} terms={glossed.terms} title={({ term }) => glossed.agreed(term)} /> : <Rich text={text} asWritten />}
    </div>
  );
}
