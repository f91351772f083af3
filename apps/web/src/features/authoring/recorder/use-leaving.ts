import { useEffect, useRef, useState } from 'react';
import { setKeeper, useNavigate } from '../../../ui/router.tsx';

export interface Leaving {
  /** Whether somebody wants to leave and has not been answered. */
  asked: boolean;
  stay: () => void;
  leave: () => void;
}

/** The link behind a click that leads away from this page in this tab; null for every other click. */
function wayOut(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  if (!/^https?:$/.test(link.protocol) || link.hasAttribute('download') || (link.target !== '' && link.target !== '_self')) return null;
  return link.origin === location.origin && link.pathname === location.pathname ? null : link;
}

/**
 * Asks before the page is left while something would be lost with it: by a link or by back and forward in our own words,
 * by the browser in its words when it is closed or loads another page. Who leaves in a hurry is asked nothing.
 */
export function useLeaving(losing: boolean): Leaving {
  const navigate = useNavigate();
  const [go, setGo] = useState<(() => void) | null>(null);
  const agreed = useRef(false);
  useEffect(() => {
    if (!losing) return;
    const here = location.href;
    agreed.current = false;
    const warn = (event: BeforeUnloadEvent): void => {
      if (!agreed.current && !document.documentElement.classList.contains('gone')) event.preventDefault();
    };
    const click = (event: MouseEvent): void => {
      const link = agreed.current ? null : wayOut(event);
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      setGo(() => () => link.click());
    };
    setKeeper((to) => {
      if (agreed.current || new URL(to).pathname === new URL(here).pathname) return false;
      history.pushState(null, '', here);
      setGo(() => () => navigate(to));
      return true;
    });
    window.addEventListener('beforeunload', warn);
    window.addEventListener('click', click, true);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('click', click, true);
      setKeeper(null);
    };
  }, [losing, navigate]);
  return {
    asked: go !== null,
    stay: () => setGo(null),
    leave: () => {
      agreed.current = true;
      setGo(null);
      go?.();
    },
  };
}
