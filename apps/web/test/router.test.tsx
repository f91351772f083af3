import { afterEach, expect, test } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { BrowserRouter, Link, Redirect, StaticRouter, useAddress, useNavigate } from '../src/ui/router.tsx';

function Here() {
  const { pathname, search, how } = useAddress();
  const navigate = useNavigate();
  return (
    <>
      <p data-testid="here">{`${pathname} ${search} ${how}`}</p>
      <Link to="/learn">lessons</Link>
      <Link to="/phone" onClick={(event) => event.preventDefault()}>
        held back
      </Link>
      <button type="button" onClick={() => navigate('/staff?x=1', { replace: true })}>
        instead
      </button>
      {pathname === '/old' && <Redirect to="/new" />}
    </>
  );
}

const here = (): string | null => screen.getByTestId('here').textContent;

function open(path: string): void {
  history.replaceState(null, '', path);
  render(
    <BrowserRouter>
      <Here />
    </BrowserRouter>,
  );
}

afterEach(() => document.body.replaceChildren());

test('a link changes the address without loading a page, and back comes back', async () => {
  open('/sign-in/?lang=km');
  expect(here()).toBe('/sign-in ?lang=km POP');
  const entries = history.length;
  fireEvent.click(screen.getByText('lessons'));
  expect(here()).toBe('/learn  PUSH');
  expect([location.pathname, history.length]).toEqual(['/learn', entries + 1]);
  // Where one is already: nothing more to go back to.
  fireEvent.click(screen.getByText('lessons'));
  expect([here(), history.length]).toEqual(['/learn  REPLACE', entries + 1]);
  const popped = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history.back();
  await act(() => popped);
  expect(here()).toBe('/sign-in ?lang=km POP');
});

test('an address can take the place of the one before', () => {
  open('/old');
  expect(here()).toBe('/new  REPLACE');
  const entries = history.length;
  fireEvent.click(screen.getByText('instead'));
  expect([here(), history.length]).toEqual(['/staff ?x=1 REPLACE', entries]);
});

test.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])('the browser’s own ways with a link stay its own: %j', (how) => {
  open('/');
  // The test's browser cannot open pages: that it would is seen, and held back behind the router.
  const left: boolean[] = [];
  addEventListener('click', (event) => (left.push(!event.defaultPrevented), event.preventDefault()), { once: true });
  fireEvent.click(screen.getByText('lessons'), how);
  expect([left, here()]).toEqual([[true], '/  POP']);
});

test('a link whose click was dealt with goes nowhere', () => {
  open('/');
  fireEvent.click(screen.getByText('held back'));
  expect(here()).toBe('/  POP');
});

test('where pages are made, the address is the one that is said', () => {
  render(
    <StaticRouter path="/learn/k7f2qd/?lang=km">
      <Here />
    </StaticRouter>,
  );
  expect(here()).toBe('/learn/k7f2qd ?lang=km POP');
});
