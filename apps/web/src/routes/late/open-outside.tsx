import '../../ui/late.css';
import { type ReactNode, useState } from 'react';
import { useLateWords } from '../../i18n/late-words.ts';

/** Until the page is loaded anew: in there nothing is worth keeping. */
let dismissed = false;

/** The present page in Chrome; without its fragment, which may hold a code, and which the address needs for itself. */
function inChrome(): string {
  const { host, pathname, search, protocol } = location;
  return `intent://${host}${pathname}${search}#Intent;scheme=${protocol.slice(0, -1)};package=com.android.chrome;end`;
}

/** A friendly strip: this window belongs to another app and forgets; how to open the page in a real browser. */
export default function OpenOutside(): ReactNode {
  const { t } = useLateWords();
  const [gone, setGone] = useState(dismissed);
  if (gone) return null;
  const android = /Android/.test(navigator.userAgent);
  const close = (): void => {
    dismissed = true;
    setGone(true);
  };
  return (
    <aside className="outside" aria-label={t('outside.title')}>
      <p>
        <b>{t('outside.title')}</b> {t(android ? 'outside.why' : 'outside.how')}
      </p>
      {android && (
        <a className="btn" href={inChrome()}>
          {t('outside.chrome')}
        </a>
      )}
      <button type="button" className="plain" onClick={close}>
        {t('outside.stay')}
      </button>
    </aside>
  );
}
