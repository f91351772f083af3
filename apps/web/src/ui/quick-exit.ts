const PRESSES = 3;
const WITHIN_MS = 1500;

/** Blanks the page at once and puts a Bible reading plan in its place in the history. */
export function leaveNow(): void {
  document.documentElement.classList.add('gone');
  document.title = '';
  for (const sound of document.querySelectorAll('audio')) sound.pause();
  location.replace('/reading');
}

/** Leaves when Shift is pressed three times by itself. @returns a function that stops listening. */
export function watchShift(leave: () => void = leaveNow): () => void {
  let times: number[] = [];
  let alone = false;
  const down = (event: KeyboardEvent): void => {
    alone = event.key === 'Shift' && !event.repeat;
    if (event.key !== 'Shift') times = [];
  };
  const up = (event: KeyboardEvent): void => {
    if (event.key !== 'Shift' || !alone) return;
    times = [...times.filter((time) => event.timeStamp - time < WITHIN_MS), event.timeStamp];
    if (times.length < PRESSES) return;
    // A fourth press must not begin again and cut the way out short.
    times = [];
    leave();
  };
  document.addEventListener('keydown', down);
  document.addEventListener('keyup', up);
  return () => {
    document.removeEventListener('keydown', down);
    document.removeEventListener('keyup', up);
  };
}
