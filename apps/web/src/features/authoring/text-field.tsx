import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { EditorContent, useEditor } from '@tiptap/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Rich } from '../../blocks/rich.tsx';
import { cleanPasted } from './paste.ts';
import { fromEditor, toEditor } from './rich-text.ts';

/** Only what renders on every phone, slide and sheet; whatever else is pasted loses its dress and keeps its words. */
const PARAGRAPHS = [Document, Paragraph, Text, Bold, UndoRedo];
const LINE = [Document.extend({ content: 'paragraph' }), Paragraph, Text, UndoRedo];
const QUIET_MS = 250;

interface Props {
  text: string;
  lang: string;
  label: string;
  placeholder: string;
  many: boolean;
  readOnly: boolean;
  onText: (text: string) => void;
}

type WritingProps = Omit<Props, 'placeholder' | 'readOnly'> & {
  /** Where somebody pressed to get in; null: by the keyboard. */
  at: { left: number; top: number } | null;
  onLeave: () => void;
};

function Writing({ text, lang, label, many, at, onText, onLeave }: WritingProps): ReactNode {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef(text);
  /** What stands in the editor and was not told yet. */
  const untold = useRef<(() => void) | null>(null);
  const tell = (written: string): void => {
    clearTimeout(timer.current);
    untold.current = null;
    if (written === last.current) return;
    last.current = written;
    onText(written);
  };
  const telling = useRef(tell);
  telling.current = tell;
  const editor = useEditor({
    extensions: many ? PARAGRAPHS : LINE,
    content: toEditor(text),
    autofocus: 'end',
    // Its styles are ours: none may be put into the page by a script.
    injectCSS: false,
    editorProps: {
      transformPastedHTML: cleanPasted,
      attributes: { lang, 'aria-label': label, role: 'textbox', 'aria-multiline': String(many), spellcheck: 'false', class: 'writing' },
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
    onBlur: ({ editor }) => {
      telling.current(fromEditor(editor.getJSON()));
      onLeave();
    },
  });
  useEffect(() => {
    // Somebody else's words, or the other of two that met.
    if (!editor || text === last.current) return;
    // What is being typed is told first: then the two have met, and both are kept.
    if (untold.current) return untold.current();
    last.current = text;
    editor.commands.setContent(toEditor(text), { emitUpdate: false });
  }, [editor, text]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      untold.current?.();
    },
    [],
  );
  return <EditorContent editor={editor} />;
}

/** A text that becomes an editor when somebody goes into it: of four hundred texts on a page one at most is being written. */
export function TextField(props: Props): ReactNode {
  const { text, lang, label, placeholder, many, readOnly } = props;
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
      onMouseDown={({ clientX, clientY }) => void (at.current = { left: clientX, top: clientY })}
      onFocus={() => setWriting(!readOnly)}
      onBlur={() => void (at.current = null)}
    >
      {text === '' ? placeholder : <Rich text={text} asWritten />}
    </div>
  );
}
