/** What a reader may choose about how pages look. The first of each is what they look like unchosen, and is not stored. */
export const VIEW = {
  size: ['', '2', '3', '4'],
  contrast: ['', 'strong'],
  theme: ['', 'light', 'dark'],
} as const;

export type ViewName = keyof typeof VIEW;
export type ViewChoice = Partial<Record<ViewName, string>>;

/** Where it is stored, and the name of the event that the script in every page's head waits for. */
const NAME = 'view';

/** What is chosen now, as it stands on the page: right also where nothing can be stored. */
export function viewNow(): ViewChoice {
  const { size = '', contrast = '', theme = '' } = document.documentElement.dataset;
  return { size, contrast, theme };
}

/** Chooses one thing: it shows at once, in every open tab, and after every start of the phone. */
export function chooseView(name: ViewName, value: string): void {
  const chosen = Object.entries({ ...viewNow(), [name]: value }).filter(([, one]) => one !== '');
  const detail = Object.fromEntries(chosen);
  try {
    if (chosen.length > 0) localStorage.setItem(NAME, JSON.stringify(detail));
    else localStorage.removeItem(NAME);
  } catch {
    // A browser that stores nothing: it lasts as long as the page.
  }
  window.dispatchEvent(new CustomEvent(NAME, { detail }));
}
