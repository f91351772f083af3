import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { documentLeaf } from '@seek-justice/domain/curriculum/authoring/documents-of.ts';
import { ReadBlock } from '../../blocks/read.tsx';
import { Line } from '../../blocks/rich.tsx';
import { letterOf } from '@seek-justice/domain/assessment/letters.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { loadWords } from '../../i18n/languages.ts';
import { WordsProvider } from '../../i18n/provider.tsx';
import { Speaker } from '../../i18n/speaker.ts';
import { useEditorState } from './editing.ts';
import type { EditorStore } from './editor-store.ts';

/** The lesson as a reader's phone shows it, while it is being written: the learner's own blocks, in one language at a time. */
export function Preview({ store, languages }: { store: EditorStore; languages: readonly string[] }): ReactNode {
  const { t } = useAuthorWords();
  const { document } = useEditorState(store);
  const [lang, setLang] = useState(languages[0] ?? 'km');
  const [words, setWords] = useState<Speaker | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadWords(lang).then((loaded) => wanted && setWords(new Speaker(lang, loaded)));
    return () => void (wanted = false);
  }, [lang]);
  // Typing comes first; the picture follows.
  const calm = useDeferredValue(document);
  const leaf = useMemo(() => documentLeaf(calm, lang), [calm, lang]);
  if (!leaf) return null;
  return (
    <aside className="preview" aria-label={t('preview.title')}>
      <div className="tabs" role="group" aria-label={t('preview.language')}>
        {languages.map((one) => (
          <button key={one} type="button" className="plain" aria-pressed={one === lang} onClick={() => setLang(one)}>
            {t(`lang.${one}` as 'lang.km')}
          </button>
        ))}
      </div>
      <div className="phone" lang={lang} inert>
        {words && words.lang === lang && (
          <WordsProvider words={words}>
            {leaf.kind === 'lesson' ? (
              <article className="lesson">
                <h1>{leaf.title}</h1>
                {leaf.blocks.map((block) => (
                  <ReadBlock key={block.id} block={block} />
                ))}
              </article>
            ) : (
              leaf.items.map((item) => (
                <section key={item.id} className="asked">
                  <p className="question">
                    <Line text={item.question} />
                  </p>
                  <ul>
                    {item.options.map((option, at) => (
                      <li key={option.id} className={option.right ? 'right' : ''}>
                        <b>{letterOf(lang, at)}</b> <Line text={option.text} />
                      </li>
                    ))}
                  </ul>
                </section>
              ))
            )}
          </WordsProvider>
        )}
      </div>
    </aside>
  );
}
