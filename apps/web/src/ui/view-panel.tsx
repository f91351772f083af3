import './view-settings.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type LateKey, useLateWords } from '../i18n/late-words.ts';
import { chooseView, VIEW, type ViewName, viewNow } from './view-choice.ts';

const SIZES: Record<string, LateKey> = { '': 'view.size1', '2': 'view.size2', '3': 'view.size3', '4': 'view.size4' };
const CONTRASTS: Record<string, LateKey> = { '': 'view.ordinary', strong: 'view.strong' };
const THEMES: Record<string, LateKey> = { '': 'view.asPhone', light: 'view.light', dark: 'view.dark' };
const GROUPS: [name: ViewName, title: LateKey, words: Record<string, LateKey>][] = [
  ['size', 'view.size', SIZES],
  ['contrast', 'view.contrast', CONTRASTS],
  ['theme', 'view.theme', THEMES],
];

/** Closes at Escape, and at a tap beside what belongs to the control. */
function useClosing(close: () => void) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const control = panel.current?.parentElement;
    const button = control?.querySelector('button');
    const tapped = ({ target }: Event): void => {
      if (target instanceof Node && !control?.contains(target)) close();
    };
    const pressed = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      button?.focus();
      close();
    };
    document.addEventListener('pointerdown', tapped);
    document.addEventListener('focusin', tapped);
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('pointerdown', tapped);
      document.removeEventListener('focusin', tapped);
      document.removeEventListener('keydown', pressed);
    };
  }, [close]);
  return panel;
}

/** The choices: size of the text, contrast, light or dark. Each shows at once; there is nothing to confirm. */
export function ViewPanel({ className, close }: { className?: string; close: () => void }): ReactNode {
  const { t } = useLateWords();
  const [now, setNow] = useState(viewNow);
  const panel = useClosing(close);
  const choose = (name: ViewName, value: string): void => {
    chooseView(name, value);
    setNow(viewNow());
  };
  return (
    <div className={className} ref={panel}>
      {GROUPS.map(([name, title, words]) => (
        <fieldset key={name} className={name}>
          <legend>{t(title)}</legend>
          {VIEW[name].map((value) => (
            <label key={value}>
              <input type="radio" name={name} checked={(now[name] ?? '') === value} onChange={() => choose(name, value)} />
              {name === 'size' ? (
                <span>
                  <span className={`letter-${value || 1}`} aria-hidden="true">
                    {t('view.letter')}
                  </span>
                  <span className="sr">{t(words[value] ?? title)}</span>
                </span>
              ) : (
                <span>{t(words[value] ?? title)}</span>
              )}
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
