import { type ReactNode, useState } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { Link } from '../../../ui/router.tsx';
import { BringIn } from './bring-in.tsx';
import { sendFile } from './files.ts';
import { PackageContents, type PackageTaken } from './package-contents.tsx';

const ZIP = 'application/zip';
const PATH = '/api/packages';

/** What is in a package, the choice of what to do with it, and what was done. */
function Found({ first, file }: { first: PackageTaken; file: File }): ReactNode {
  const { t } = useAuthorWords();
  const [answer, setAnswer] = useState(first);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const { fault, done, documents } = answer;
  if (fault || !answer.course) return <PackageContents answer={answer} />;
  const differ = documents.filter(({ state }) => state === 'differs').length;
  const act = async (what: 'look' | 'add' | 'replace'): Promise<void> => {
    setBusy(true);
    const next = await sendFile<PackageTaken>(what === 'look' ? PATH : `${PATH}?do=${what}&plan=${answer.plan}`, file, ZIP);
    setBusy(false);
    setTrouble(next.ok ? '' : (next.problem?.title ?? t('state.offline')));
    if (next.ok) setAnswer(next.body);
    // What has changed meanwhile is shown before anybody is asked again.
    else if (next.problem?.code === 'plan_changed') await act('look');
  };
  if (done)
    return (
      <>
        <h3 role="status">{t('package.done', { count: done.written })}</h3>
        {done.left > 0 && <p>{t('package.leftHere', { n: done.left })}</p>}
        <p>{t(done.equal ? 'package.equal' : 'package.unequal')}</p>
        <p>
          <Link to={`/author/${answer.course.id}`}>{t('package.open')}</Link>
        </p>
      </>
    );
  return (
    <>
      <PackageContents answer={answer} />
      {trouble && <p role="alert">{trouble}</p>}
      <div className="exchange-choice">
        <button type="button" disabled={busy} onClick={() => void act('add')}>
          {t(differ > 0 ? 'package.add' : 'package.bring')}
        </button>
        {differ > 0 && (
          <button type="button" className="quiet" disabled={busy} onClick={() => void act('replace')}>
            {t('package.replace', { count: differ })}
          </button>
        )}
      </div>
    </>
  );
}

/** A course that another office sent: looked at first, brought in when somebody says so. */
export function BringCourse(): ReactNode {
  const { t } = useAuthorWords();
  return (
    <section className="exchange-part">
      <p>{t('package.about')}</p>
      <BringIn<PackageTaken> path={PATH} type={ZIP} accept=".zip,application/zip" label={t('package.choose')}>
        {(answer, file) => <Found first={answer} file={file} />}
      </BringIn>
    </section>
  );
}
