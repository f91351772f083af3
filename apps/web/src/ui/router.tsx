import { type AnchorHTMLAttributes, createContext, type MouseEvent, type ReactNode, startTransition, useContext, useEffect, useMemo, useState } from 'react';

/** Where the app is, and how it came there: `POP` is the start, and the browser's back and forward. */
export interface Address {
  /** Without a slash at its end, unless it is the front. */
  pathname: string;
  search: string;
  how: 'POP' | 'PUSH' | 'REPLACE';
}

type Navigate = (to: string, options?: { replace?: boolean }) => void;

const AddressContext = createContext<Address>({ pathname: '/', search: '', how: 'POP' });
const NavigateContext = createContext<Navigate>(() => undefined);

function addressAt({ pathname, search }: Pick<Location, 'pathname' | 'search'>, how: Address['how']): Address {
  return { pathname: pathname.replace(/\/+$/, '') || '/', search, how };
}

let keeper: ((to: string) => boolean) | null = null;

/**
 * Has somebody asked before back or forward shows another address of the app: true keeps what is on screen, and then the
 * address is theirs to put right. A listener of their own would come too late: windows call theirs in turn. Null: nobody.
 */
export function setKeeper(ask: typeof keeper): void {
  keeper = ask;
}

/** What the address of the page says to everything inside, in the browser. */
export function BrowserRouter({ children }: { children: ReactNode }): ReactNode {
  const [address, setAddress] = useState(() => addressAt(location, 'POP'));
  useEffect(() => {
    const popped = (): void => {
      if (!keeper?.(location.href)) startTransition(() => setAddress(addressAt(location, 'POP')));
    };
    addEventListener('popstate', popped);
    return () => removeEventListener('popstate', popped);
  }, []);
  const navigate = useMemo<Navigate>(() => {
    return (to, { replace } = {}) => {
      // Going where one is adds nothing to go back to.
      const stays = replace || new URL(to, location.href).href === location.href;
      history[stays ? 'replaceState' : 'pushState'](null, '', to);
      startTransition(() => setAddress(addressAt(location, stays ? 'REPLACE' : 'PUSH')));
    };
  }, []);
  return (
    <NavigateContext.Provider value={navigate}>
      <AddressContext.Provider value={address}>{children}</AddressContext.Provider>
    </NavigateContext.Provider>
  );
}

/** The same where pages are made: nobody goes anywhere. */
export function StaticRouter({ path, children }: { path: string; children: ReactNode }): ReactNode {
  return <AddressContext.Provider value={addressAt(new URL(path, 'http://site'), 'POP')}>{children}</AddressContext.Provider>;
}

/** The address on screen. */
export function useAddress(): Address {
  return useContext(AddressContext);
}

/** The last part of an address that stands right below a folder (`/learn/`); undefined for every other address. */
export function partUnder(folder: string, pathname: string): string | undefined {
  const part = pathname.startsWith(folder) ? pathname.slice(folder.length) : '';
  return part && !part.includes('/') ? part : undefined;
}

/** Goes to an address of the app without loading a page. */
export function useNavigate(): Navigate {
  return useContext(NavigateContext);
}

/** Goes to another address as soon as it is shown, and leaves nothing to go back to. */
export function Redirect({ to }: { to: string }): ReactNode {
  const navigate = useNavigate();
  useEffect(() => navigate(to, { replace: true }), [navigate, to]);
  return null;
}

/** A link inside the app. What the browser does with other keys and buttons stays the browser's. */
export function Link({ to, onClick, children, ...rest }: Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'target'> & { to: string }): ReactNode {
  const navigate = useNavigate();
  const click = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.altKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a {...rest} href={to} onClick={click}>
      {children}
    </a>
  );
}
