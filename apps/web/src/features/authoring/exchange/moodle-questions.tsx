import { type ReactNode } from 'react';
import type { z } from 'zod';
import type { giftTaken } from '@seek-justice/contracts/endpoints/exchange-gift.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { Link } from '../../../ui/router.tsx';
import { BringIn } from './bring-in.tsx';
import { TakeOut } from './take-out.tsx';

type GiftTaken = z.output<typeof giftTaken>;

function Arrived({ id, lang: written, answer }: { id: string; lang: string; answer: GiftTaken }): ReactNode {
  const { t, lang, n } = useAuthorWords();
  const { added, there, unread } = answer;
  return (
    <>
      <h3 role="status">{t('exchange.added', { count: added.length })}</h3>
      <ul>
        {added.map(({ thing, question }) => (
          <li key={thing}>
            <Link to={`/author/${id}#thing-${thing}`} >
              <span lang={written}>{question}</span>
            </Link>
          </li>
        ))}
      </ul>
      {there.length > 0 && <p>{t('exchange.there', { count: there.length })}</p>}
      {unread.length > 0 && (
        <>
          <h3>
            {t('exchange.unread')} · {n(unread.length)}
          </h3>
          <ul>
            {unread.map(({ line, text, words }) => (
              <li key={`${line} ${text}`}>
                {line > 0 && <b>{t('exchange.line', { line })}</b>} {textIn(words, lang)}
                <pre lang={written}>{text}</pre>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The questions of a quiz for Moodle, and Moodle's questions here. */
export function MoodleQuestions({ id, languages, mayWrite }: { id: string; languages: readonly string[]; mayWrite: boolean }): ReactNode {
  const { t, say } = useAuthorWords();
  return (
    <section className="exchange-part">
      <h2>{t('exchange.moodle')}</h2>
      <p>{t('exchange.moodleAbout')}</p>
      {languages.map((lang) => (
        <TakeOut key={lang} path={`/api/drafts/${id}/gift?lang=${lang}`}>
          {t('exchange.moodleOut', { lang: say(`lang.${lang}`) })}
        </TakeOut>
      ))}
      {mayWrite &&
        languages.map((lang) => (
          <BringIn<GiftTaken> key={lang} path={`/api/drafts/${id}/gift?lang=${lang}`} type="text/x-gift" accept=".gift,.txt,text/plain" label={t('exchange.moodleIn', { lang: say(`lang.${lang}`) })}>
            {(answer) => <Arrived id={id} lang={lang} answer={answer} />}
          </BringIn>
        ))}
    </section>
  );
}
