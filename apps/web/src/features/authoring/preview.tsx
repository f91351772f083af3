import { memo, type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { slidesOf } from '@seek-justice/domain/curriculum/slides.ts';
import { ReadBlock } from '../../blocks/read.tsx';
import { useReading } from '../../blocks/reading.ts';
import { Line } from '../../blocks/rich.tsx';
import { hasForms, itemsOfForm, type QuizForm } from '@seek-justice/domain/assessment/quiz-forms.ts';
import { letterOf } from '@seek-justice/domain/assessment/letters.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { loadWords } from '../../i18n/languages.ts';
import { WordsProvider } from '../../i18n/provider.tsx';
import { Speaker } from '../../i18n/speaker.ts';
import { useDocument } from './editing.ts';
import type { EditorStore } from './editor-store.ts';
import { lacksFile, WithoutFile } from './media/without-file.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { FormChoice } from './quiz/form-choice.tsx';
import { seenLeaf } from './seen-leaf.ts';
import { SlideView } from './slides/slide-view.tsx';
import { Link } from '../../ui/router.tsx';

/** A lesson's slides, one below the other, in one language or both. */
function Slides({ document, languages }: { document: Document; languages: readonly string[] }): ReactNode {
  const { contacts } = useReading();
  const slides = useMemo(() => slidesOf({ id: document.id, draft: [], ...(document as Document<'lesson'>).body }), [document]);
  return slides.map((slide) => (
    <div key={slide.id} data-seen={slide.block}>
      <SlideView slide={slide} languages={languages} contacts={contacts} />
    </div>
  ));
}

/** A block as its readers see it; drawn anew when it says something else. */
const Seen = memo(function Seen({ block }: { block: LessonLeaf['blocks'][number] }): ReactNode {
  return <div data-seen={block.id}>{lacksFile(block) ? <WithoutFile type={block.type} /> : <ReadBlock block={block} />}</div>;
});

/** The text as its readers have it, while it is being written: on the learner's phone, or on the wall. */
export function Preview({ store, languages }: { store: EditorStore; languages: readonly string[] }): ReactNode {
  const [on, setOn] = useState<'phone' | 'slides'>('phone');
  const [both, setBoth] = useState(false);
  const { t } = useAuthorWords();
  const document = useDocument(store);
  const [lang, setLang] = useState(languages[0] ?? 'km');
  const [words, setWords] = useState<Speaker | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadWords(lang).then((loaded) => wanted && setWords(new Speaker(lang, loaded)));
    return () => void (wanted = false);
  }, [lang]);
  // Typing comes first; the picture follows.
  const calm = useDeferredValue(document);
  const leaf = useMemo(() => seenLeaf(calm, lang), [calm, lang]);
  const [form, setForm] = useState<QuizForm | null>(null);
  const formed = leaf?.kind === 'quiz' && hasForms(leaf.items);
  if (!leaf) return null;
  return (
    <aside className="preview" aria-label={t('preview.title')}>
      {formed && <FormChoice form={form} onForm={setForm} />}
      {document.kind === 'quiz' && (
        <div className="tabs">
          <Link to={`/author/paper/${document.id}`}>{t('preview.print')}</Link>
        </div>
      )}
      {document.kind === 'lesson' && (
        <div className="tabs" role="group" aria-label={t('preview.title')}>
          {(['phone', 'slides'] as const).map((one) => (
            <button key={one} type="button" className="plain" aria-pressed={one === on} onClick={() => setOn(one)}>
              {t(`preview.${one}`)}
            </button>
          ))}
          <Link to={`/author/paper/${document.id}`}>{t('preview.print')}</Link>
        </div>
      )}
      <div className="tabs" role="group" aria-label={t('preview.language')}>
        {languages.map((one) => (
          <button key={one} type="button" className="plain" aria-pressed={one === lang && !both} onClick={() => { setLang(one); setBoth(false); }}>
            {t(`lang.${one}` as 'lang.km')}
          </button>
        ))}
        {on === 'slides' && (
          <button type="button" className="plain" aria-pressed={both} onClick={() => setBoth(true)}>
            {t('preview.both')}
          </button>
        )}
      </div>
      {on === 'slides' && leaf.kind === 'lesson' ? (
        <PreviewPane className="slides" label={t('preview.slides')}>
          <Slides document={calm} languages={both ? languages : [lang]} />
        </PreviewPane>
      ) : (
      <PreviewPane className="phone" lang={lang} label={t('preview.phone')}>
        {words && words.lang === lang && (
          <WordsProvider words={words}>
            {leaf.kind === 'lesson' ? (
              <article className="lesson">
                <h1>{leaf.title}</h1>
                {leaf.blocks.map((block) => (
                    <Seen key={block.id} block={block} />
                  ))}
              </article>
            ) : (
              itemsOfForm(leaf.items, formed ? form : null).map((item) => (
                <section key={item.id} className="asked" data-seen={item.id}>
                  {item.situation && (
                    <p>
                      <Line text={item.situation} />
                    </p>
                  )}
                  <p className="question">
                    <Line text={item.question} />
                  </p>
                  <ul>
                    {item.options.map((option, at) => (
                      <li key={option.id} className={option.right ? 'right' : ''}>
                        <b>{letterOf(lang, at)}</b>{' '}
                        <span>
                          <Line text={option.text} />
                          {option.match !== undefined && (
                            <span className="match">
                              → <Line text={option.match} />
                            </span>
                          )}
                        </span>
                      </li>
                    ))}
                  </ul>
                </section>
              ))
            )}
          </WordsProvider>
        )}
      </PreviewPane>
      )}
    </aside>
  );
}
