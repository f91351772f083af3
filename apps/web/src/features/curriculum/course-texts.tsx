import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { loadWords, ownName } from '../../i18n/languages.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import { useSiteLanguages } from '../../i18n/site.ts';
import { Icon } from '../../ui/icon.tsx';
import { missingOf, removeTexts, textsOf, wantTexts } from './course-files.ts';
import { kilobytes } from './kilobytes.ts';

const sum = (leaves: readonly { bytes: number }[]): number => leaves.reduce((all, { bytes }) => all + bytes, 0);

type Doing = { what: 'rest' | 'asking' | 'failed' } | { what: 'fetching'; left: number };

interface Props {
  course: RenderCourse;
  lang: string;
  /** The phone holds more or less than before. */
  onChange: () => void;
}

/** How many bytes of a text the phone lacks; null until it has been looked at. */
function useMissing(course: RenderCourse, lang: string): [number | null, () => Promise<void>] {
  const [missing, setMissing] = useState<number | null>(null);
  const look = useCallback(async () => setMissing(sum(await missingOf(course, lang))), [course, lang]);
  useEffect(() => void look(), [look]);
  return [missing, look];
}

/** Before a text goes: what that means, and a way back. */
function Sure({ name, onYes, onNo }: { name: string; onYes: () => void; onNo: () => void }): ReactNode {
  const { t } = useLateWords();
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <div className="removing">
      <p ref={question} tabIndex={-1}>
        {t('phone.sure', { name })}
      </p>
      <button type="button" className="quiet" onClick={onYes}>
        {t('phone.removeYes')}
      </button>
      <button type="button" className="quiet" onClick={onNo}>
        {t('phone.removeNo')}
      </button>
    </div>
  );
}

function Language({ course, lang, onChange }: Props): ReactNode {
  const { t } = useLateWords();
  const [missing, look] = useMissing(course, lang);
  const [doing, setDoing] = useState<Doing>({ what: 'rest' });
  const all = sum(textsOf(course, lang));
  const name = ownName(lang);
  const settle = async (what: 'rest' | 'failed'): Promise<void> => {
    await look();
    setDoing({ what });
    onChange();
  };
  const fetchAll = async (): Promise<void> => {
    setDoing({ what: 'fetching', left: 0 });
    try {
      // The app's own words in that language are part of it.
      await loadWords(lang);
      await wantTexts(course, lang, (left) => setDoing({ what: 'fetching', left }));
      await settle('rest');
    } catch {
      await settle('failed');
    }
  };
  const remove = async (): Promise<void> => {
    await removeTexts(course, lang);
    await settle('rest');
  };
  if (missing === null) return null;
  const size = (bytes: number) => kilobytes(bytes);
  return (
    <li>
      <p>
        <b lang={lang}>{name}</b> <span className="small">{t('phone.text', { n: size(all) })}</span>
      </p>
      <div className="state" role="status">
        {missing === 0 && doing.what !== 'asking' && (
          <p className="here-now">
            <Icon name="check" /> {t('phone.here')}
          </p>
        )}
        {doing.what === 'fetching' && doing.left > 0 && <p className="small">{t('phone.left', { count: doing.left })}</p>}
        {doing.what === 'failed' && <p className="small amber">{t('phone.failed')}</p>}
      </div>
      {doing.what === 'asking' && <Sure name={name} onYes={() => void remove()} onNo={() => setDoing({ what: 'rest' })} />}
      {missing === 0 && doing.what === 'rest' && (
        <button type="button" className="plain" onClick={() => setDoing({ what: 'asking' })} aria-label={`${t('phone.remove')}: ${name}`}>
          {t('phone.remove')}
        </button>
      )}
      {missing > 0 && doing.what !== 'asking' && (
        <button type="button" className="quiet" aria-disabled={doing.what === 'fetching'} onClick={() => doing.what !== 'fetching' && void fetchAll()}>
          {t(doing.what === 'fetching' ? 'phone.fetching' : missing < all ? 'phone.fetchRest' : 'phone.fetch', { n: size(missing) })}
        </button>
      )}
    </li>
  );
}

/** The texts of a course by language, the one on screen first: how large, whether here, to fetch and to remove. */
export function CourseTexts({ course, onChange }: Omit<Props, 'lang'>): ReactNode {
  const { lang } = useLateWords();
  const languages = useSiteLanguages();
  return (
    <section>
      <h2>{textIn(course.manifest.title, lang)}</h2>
      <ul className="texts">
        {[lang, ...languages.filter((other) => other !== lang)].map((one) => (
          <Language key={`${course.hash} ${one}`} course={course} lang={one} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
}
