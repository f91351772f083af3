import { type ReactNode, useState } from 'react';
import { Link } from '../../ui/router.tsx';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { call } from '../../local/api.ts';
import type { Tree } from './api.ts';
import { Counts } from './counts.tsx';
import { newThingId } from './empty-thing.ts';

interface Props {
  tree: Tree;
  mayWrite: boolean;
  mayPublish: boolean;
  /** Opens a document that was begun just now. */
  onBegun: (id: string) => void;
}

/** Begins a document below another one and opens it. */
function Begin({ kind, parent, after, source, onBegun }: { kind: string; parent: string | null; after: string | null; source: string; onBegun: (id: string) => void }): ReactNode {
  const { say, t } = useAuthorWords();
  const [id] = useState(newThingId);
  const [trouble, setTrouble] = useState('');
  const begin = async (): Promise<void> => {
    const answer = await call('POST', '/api/drafts', { id, kind, parent, after, source });
    if (answer.ok) onBegun(id);
    else setTrouble(answer.problem?.title ?? t('state.offline'));
  };
  return (
    <>
      <button type="button" className="plain add-small" onClick={() => void begin()}>
        + {say(`begin.${kind}`)}
      </button>
      {trouble && <span role="alert"> {trouble}</span>}
    </>
  );
}

/** The whole curriculum with what is still to be done, down to each lesson. */
export function CurriculumTree({ tree, mayWrite, mayPublish, onBegun }: Props): ReactNode {
  const { t, lang, n } = useAuthorWords();
  const title = (text: Record<string, string>): string => textIn(text, lang) || t('tree.untitled');
  return (
    <div className="tree">
      {tree.courses.map((course) => (
        <section key={course.id} className="in-course">
          <header>
            <h2>
              <Link to={`/author/${course.id}`}>{title(course.title)}</Link>
            </h2>
            <p className={course.changed ? 'is-stale' : 'faint'}>{t(course.changed ? 'tree.changed' : course.published ? 'tree.published' : 'tree.never')}</p>
            <Link className="to-exchange" to={`/author/exchange/${course.id}`}>
              {t('exchange.link')}
            </Link>
            {mayPublish && (
              <Link className="btn" to={`/author/publish/${course.id}`}>
                {t('tree.publish')}
              </Link>
            )}
          </header>
          {course.modules.map((module, at) => (
            <section key={module.id} className="in-module">
              <h3>
                <Link to={`/author/${module.id}`}>
                  {n(at + 1)} · {title(module.title)}
                </Link>
              </h3>
              <ul>
                {module.lessons.map((lesson) => (
                  <li key={lesson.id}>
                    <Link to={`/author/${lesson.id}`}>{title(lesson.title)}</Link>
                    <Counts id={lesson.id} states={lesson.states} comments={lesson.comments} />
                  </li>
                ))}
                {module.quiz && (
                  <li>
                    <Link to={`/author/${module.quiz.id}`}>{t('kind.quiz')}</Link>
                    <Counts id={module.quiz.id} states={module.quiz.states} comments={module.quiz.comments} />
                  </li>
                )}
                {mayWrite && (
                  <li>
                    <Begin key={module.lessons.length} kind="lesson" parent={module.id} after={module.lessons.at(-1)?.id ?? null} source="km" onBegun={onBegun} />
                    {!module.quiz && <Begin kind="quiz" parent={module.id} after={null} source="km" onBegun={onBegun} />}
                  </li>
                )}
              </ul>
            </section>
          ))}
          {mayWrite && <Begin key={course.modules.length} kind="module" parent={course.id} after={course.modules.at(-1)?.id ?? null} source="km" onBegun={onBegun} />}
        </section>
      ))}
      {mayWrite && <Begin key={tree.courses.length} kind="course" parent={null} after={null} source="km" onBegun={onBegun} />}
    </div>
  );
}
