import { type ReactNode, useEffect, useState } from 'react';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Me } from '../../auth/session.ts';
import { ForTranslators } from '../../features/authoring/exchange/for-translators.tsx';
import { MoodleQuestions } from '../../features/authoring/exchange/moodle-questions.tsx';
import { OtherOffice } from '../../features/authoring/exchange/other-office.tsx';
import { titleOf } from '../../features/authoring/title-of.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { call } from '../../local/api.ts';
import { Link } from '../../ui/router.tsx';

/** What leaves and enters one document: for translators, for Moodle, for another office, on paper. */
export function ExchangeScreen({ id, me, languages }: { id: string; me: Me; languages: readonly string[] }): ReactNode {
  const { t, lang } = useAuthorWords();
  const [document, setDocument] = useState<Document | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    void call<{ document: Document }>('GET', `/api/drafts/${id}`).then((answer) => (answer.ok ? setDocument(answer.body.document) : setTrouble(answer.problem?.title ?? t('state.offline'))));
    // The words of a language that is chosen later need no new answer.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  const mayWrite = me.can.includes('curriculum.write');
  const { kind } = document ?? {};
  const title = document && titleOf(document, lang);
  // A lesson is translated from its one source; what is below a course may have others.
  const single = kind === 'lesson' || kind === 'quiz';
  return (
    <div className="author-screen exchange">
      <p className="way-back">
        <Link to={`/author/${id}`}>{title || (kind ? t(`kind.${kind}`) : t('tree.title'))}</Link>
      </p>
      <h1 tabIndex={-1}>{t('exchange.title')}</h1>
      {trouble && <p role="alert">{trouble}</p>}
      {!document && !trouble && <p role="status">{t('state.loading')}</p>}
      {document && <ForTranslators id={id} into={languages.filter((one) => !single || one !== document.body.source)} mayWrite={mayWrite} />}
      {kind === 'quiz' && <MoodleQuestions id={id} languages={languages} mayWrite={mayWrite} />}
      {kind === 'course' && <OtherOffice id={id} />}
      {kind && kind !== 'course' && (
        <section className="exchange-part">
          <h2>{t('exchange.paper')}</h2>
          <p>{t('exchange.paperAbout')}</p>
          <p>
            <Link to={`/author/paper/${id}`}>{t('exchange.paperOpen')}</Link>
          </p>
        </section>
      )}
    </div>
  );
}
