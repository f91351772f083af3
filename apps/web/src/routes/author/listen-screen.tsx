import '../../ui/author-listen.css';
import { type ReactNode, useState } from 'react';
import type { Me } from '../../auth/session.ts';
import { RecordingRoom } from '../../features/authoring/recorder/recording-room.tsx';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { Link } from '../../ui/router.tsx';

/** The language and the part that an address wants to begin with, `#km/b1.a`. */
function wanted(languages: readonly string[]): { lang: string; key: string } {
  const [lang = '', key = ''] = decodeURIComponent(location.hash.slice(1)).split('/');
  return { lang: languages.includes(lang) ? lang : (languages[0] ?? 'km'), key };
}

/** A lesson or its questions read aloud, part by part. */
export default function ListenScreen({ id, me, languages }: { id: string; me: Me; languages: readonly string[] }): ReactNode {
  const { t } = useAuthorWords();
  const [first] = useState(() => wanted(languages));
  const [lang, setLang] = useState(first.lang);
  return (
    <div className="author-screen listen-screen">
      <p className="way-back">
        <Link to={`/author/${id}`}>{t('record.back')}</Link>
      </p>
      <h1 tabIndex={-1}>{t('record.title')}</h1>
      <p className="nar-lead">{t('record.lead')}</p>
      <RecordingRoom
        id={id}
        lang={lang}
        person={me.person.id}
        mayWrite={me.can.includes('curriculum.write')}
        first={first.key}
        languages={languages}
        onLang={setLang}
      />
    </div>
  );
}
