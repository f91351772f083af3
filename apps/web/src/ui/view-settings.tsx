import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { useOnDemand } from './on-demand.tsx';

const load = () => import('./view-panel.tsx').then(({ ViewPanel }) => ViewPanel);

/** How pages look: a small control in the bar that opens the choices, which are loaded then. */
export function ViewSettings(): ReactNode {
  const { t, lang } = useWords();
  const [Panel, toggle] = useOnDemand(load);
  return (
    <div className="view">
      <button type="button" className="plain" aria-label={t('app.view')} aria-expanded={Panel !== null} onClick={toggle}>
        <span aria-hidden="true">
          {lang === 'km' ? 'ក' : 'A'}
          <small>{lang === 'km' ? 'ក' : 'a'}</small>
        </span>
      </button>
      {Panel && <Panel className="view-panel" close={toggle} />}
    </div>
  );
}
