import { type ReactNode, useEffect, useState } from 'react';
import { Link } from '../../ui/router.tsx';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useSession } from '../../auth/session.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { call } from '../../local/api.ts';
import type { CourseCheck } from './api.ts';
import { placeOf } from './place-of.ts';
import { problemWords } from './problem-words.ts';
import { sourceName } from './sources/find-sources.ts';
import { useSources } from './sources/source-store.ts';

const KINDS = ['correction', 'content', 'recall'] as const;
const WEIGHTS = ['stops', 'pilot', 'advice'] as const;

/** What stands in the way of publishing a course, each with the way to its place; what would change; and the publishing itself. */
export function PublishPanel({ course, languages }: { course: string; languages: readonly string[] }): ReactNode {
  const { t, say, lang, n } = useAuthorWords();
  const { entries } = useSources();
  const sourceNamed = (id: string): string => {
    const entry = entries?.find((one) => one.id === id);
    return entry ? sourceName(entry, lang) : id;
  };
  const [check, setCheck] = useState<CourseCheck | null>(null);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('content');
  const [note, setNote] = useState<Record<string, string>>({});
  const [recalled, setRecalled] = useState<string[]>([]);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const look = (): void => {
    void call<CourseCheck>('GET', `/api/courses/${course}/check`).then((answer) => (answer.ok ? setCheck(answer.body) : setSaid(answer.problem?.title ?? t('state.offline'))));
  };
  // Asked anew for another course alone.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(look, [course]);
  if (!check) return <p role="status">{said || t('state.loading')}</p>;
  const stops = check.problems.filter(({ weight }) => weight === 'stops').length;
  const mayRecall = check.changed.filter((one) => one.kind === 'lesson' && !one.isNew);
  const publish = async (release: boolean): Promise<void> => {
    setBusy(true);
    const answer = await call<{ changed: boolean }>('POST', `/api/courses/${course}/publish`, { kind, note, recalled: kind === 'recall' ? recalled : [], release });
    setSaid(answer.ok ? t(answer.body.changed ? 'publish.done' : 'publish.same') : (answer.problem?.title ?? t('state.offline')));
    setBusy(false);
    look();
  };
  return (
    <div className="publish">
      {WEIGHTS.map((weight) => {
        // From the beginning of a text to its end, as one goes through it.
        const found = check.problems.filter((one) => one.weight === weight).toSorted((one, other) => (one.place?.at ?? 0) - (other.place?.at ?? 0));
        if (found.length === 0) return null;
        return (
          <details key={weight} className={`problems ${weight}`} open={weight === 'stops'}>
            <summary>
              <b>{say(`publish.${weight}`)}</b> · {n(found.length)}
            </summary>
            {[...new Set(found.map(({ draft }) => draft))].map((draft) => (
              <section key={draft}>
                <h3>
                  {textIn(check.titles[draft] ?? {}, lang) || t('tree.untitled')}
                  {found.some((one) => one.draft === draft && one.place?.list === 'items') && ` · ${t('kind.quiz')}`}
                </h3>
                <ul>
                  {found
                    .filter((one) => one.draft === draft)
                    .map((one, at) => (
                      <li key={at}>
                        <ProblemLink problem={one} sourceNamed={sourceNamed} />
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </details>
        );
      })}
      <section>
        <h2>{t('publish.changes')}</h2>
        {check.changed.length === 0 ? (
          <p>{t('publish.nothing')}</p>
        ) : (
          <ul>
            {check.changed.map((one) => (
              <li key={one.id}>
                {textIn(one.title, lang) || t('tree.untitled')} {one.kind === 'quiz' && `· ${t('kind.quiz')}`} {one.isNew && `· ${t('publish.new')}`}
              </li>
            ))}
          </ul>
        )}
      </section>
      <fieldset>
        <legend>{t('publish.kind')}</legend>
        {KINDS.map((one) => (
          <label key={one} className="tick">
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />{' '}
            <span>
              <b>{say(`publish.kinds.${one}`)}</b> {say(`publish.about.${one}`)}
            </span>
          </label>
        ))}
      </fieldset>
      {kind === 'recall' && (
        <fieldset>
          <legend>{t('publish.recalled')}</legend>
          {mayRecall.length === 0 && <p>{t('publish.recallNothing')}</p>}
          {mayRecall.map((one) => (
            <label key={one.id} className="tick">
              <input type="checkbox" checked={recalled.includes(one.id)} onChange={({ target }) => setRecalled(target.checked ? [...recalled, one.id] : recalled.filter((id) => id !== one.id))} />{' '}
              <span>{textIn(one.title, lang) || t('tree.untitled')}</span>
            </label>
          ))}
          {languages.map((one) => (
            <label key={one} className="note">
              <span className="field-name">
                {t('publish.note')} · {say(`lang.${one}`)}
              </span>
              <textarea lang={one} rows={2} maxLength={1000} value={note[one] ?? ''} onChange={({ target }) => setNote({ ...note, [one]: target.value })} />
            </label>
          ))}
        </fieldset>
      )}
      <p className="do">
        <button type="button" disabled={busy || stops > 0} onClick={() => void publish(false)}>
          {t(check.pilot ? 'publish.pilotDo' : 'publish.do')}
        </button>
        {!check.pilot && (
          <button type="button" disabled={busy || stops > 0} onClick={() => void publish(true)}>
            {t('publish.releaseDo')}
          </button>
        )}
        {stops > 0 && <span className="faint">{t('publish.first')}</span>}
      </p>
      {said && <p role="status">{said}</p>}
    </div>
  );
}

/** The way to what is in the way: its place in the text; numbers are confirmed in the office, by who may go there. */
function ProblemLink({ problem, sourceNamed }: { problem: CourseCheck['problems'][number]; sourceNamed: (id: string) => string }): ReactNode {
  const { me } = useSession();
  const { t, say, n, lang } = useAuthorWords();
  const { place } = problem;
  const words = (
    <>
      {place && <span className="faint">{place.list === 'items' ? t('advice.item', { n: place.at }) : [n(place.at), say(`block.${place.type}`)].join(' · ')}: </span>}
      {problemWords(problem, { say, n, lang, sourceNamed })}
    </>
  );
  if (!problem.code.startsWith('contact_')) return <Link to={`/author/${problem.draft}${placeOf(problem)}`}>{words}</Link>;
  return me?.can.includes('people.read') ? <Link to="/staff/contacts">{words}</Link> : words;
}
