/** An element of the copy: its tag with classes (`p.small`), and what is in it. Text stays text, whatever it holds. */
export function element(kind: string, ...inside: (Node | string)[]): HTMLElement {
  const [tag = 'p', ...classes] = kind.split('.');
  const made = document.createElement(tag);
  if (classes.length > 0) made.className = classes.join(' ');
  made.append(...inside);
  return made;
}
