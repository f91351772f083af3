import { type ReactNode, useEffect, useState } from 'react';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Me } from '../../auth/session.ts';
import type { Review } from '../../features/authoring/api.ts';
import { DocumentEditor } from '../../features/authoring/document-editor.tsx';
import { DocumentHeading } from '../../features/authoring/document-heading.tsx';
import { EditorStore } from '../../features/authoring/editor-store.ts';
import { ListenLink } from '../../features/authoring/recorder/listen-link.tsx';
import { History } from '../../features/authoring/history/history.tsx';
import { dropCopies, findCopies } from '../../features/authoring/local-copy.ts';
import { goToPlace } from '../../features/authoring/place-of.ts';
import { Preview } from '../../features/authoring/preview.tsx';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { call } from '../../local/api.ts';
import { Link, useAddress } from '../../ui/router.tsx';

interface Loaded {
  store: EditorStore;
  review: Review | null;
}

/** The document from the server with what was left unsent on this computer; without a network, what lies here alone. */
async function load(id: string, me: Me, languages: readonly string[]): Promise<Loaded | { status: number; title: string | undefined }> {
  const [answer, copies] = await Promise.all([call<{ document: Document; version: number; review: Review }>('GET', `/api/drafts/${id}`), findCopies(me.person.id, id)]);
  const shared = { person: me.person.id, languages, edits: copies.flatMap(({ edits }) => edits), collisions: copies.flatMap(({ collisions }) => collisions) };
  const [first] = copies;
  const from = answer.ok ? answer.body : first && answer.status === 0 ? { document: first.base, version: first.version, review: null } : null;
  if (from) {
    const store = new EditorStore({ ...shared, document: from.document, version: from.version });
    // They are this tab's from now on.
    await dropCopies(copies);
    return { store, review: from.review };
  }
  return { status: answer.status, title: answer.ok ? undefined : answer.problem?.title };
}

/** One document, side by side in the site's languages. */
export function DocumentScreen({ id, me, languages }: { id: string; me: Me; languages: readonly string[] }): ReactNode {
  const { t } = useAuthorWords();
  const address = useAddress();
  const [turn, setTurn] = useState(0);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [trouble, setTrouble] = useState('');
  const [history, setHistory] = useState(false);
  useEffect(() => {
    let store: EditorStore | undefined;
    let wanted = true;
    void load(id, me, languages).then((found) => {
      if ('status' in found) return wanted && setTrouble(found.title ?? t('state.offline'));
      store = found.store;
      if (wanted) setLoaded(found);
      else store.close();
    });
    const leave = (): void => void store?.save();
    window.addEventListener('pagehide', leave);
    return () => {
      wanted = false;
      store?.close();
      setLoaded(null);
      window.removeEventListener('pagehide', leave);
    };
    // Who is signed in and the words on screen change no document.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, turn]);
  useEffect(() => {
    if (loaded) goToPlace(location.hash);
  }, [loaded, address]);
  const { kind } = loaded?.store.state.document ?? {};
  return (
    <div className="author-screen">
      <p className="way-back">
        <Link to="/author">{t('tree.title')}</Link>
        <Link to={`/author/exchange/${id}`}>{t('exchange.link')}</Link>
        {loaded && (
          <button type="button" className="plain" aria-pressed={history} onClick={() => setHistory(!history)}>
            {t('history.title')}
          </button>
        )}
      </p>
      <div className="document-head">
        <DocumentHeading store={loaded?.store ?? null} />
        {loaded && (kind === 'lesson' || kind === 'quiz') && <ListenLink id={id} audio={loaded.review?.audio} />}
      </div>
      {trouble && <p role="alert">{trouble}</p>}
      {!loaded && !trouble && <p role="status">{t('state.loading')}</p>}
      {loaded && history && (
        <History store={loaded.store} mayWrite={me.can.includes('curriculum.write')} onRestored={() => setTurn(turn + 1)} />
      )}
      {loaded && (
        <DocumentEditor store={loaded.store} first={loaded.review} mayWrite={me.can.includes('curriculum.write')} languages={languages}>
          <Preview store={loaded.store} languages={languages} />
        </DocumentEditor>
      )}
    </div>
  );
}
