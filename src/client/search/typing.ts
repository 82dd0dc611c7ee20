/** After the last key; long enough not to search for every letter of a word typed at speed. */
const PAUSE_MS = 90;

/**
 * Tells when a text field holds something to search for: a moment after the last key, and with an input method only once a
 * character has been chosen, never for the letters that lead to it. `prepare` is called as soon as anything is typed.
 */
export function onTyped(input: HTMLInputElement, search: (text: string) => void, prepare: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isComposing = false;
  const searchSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => search(input.value), PAUSE_MS);
  };
  input.addEventListener('compositionstart', () => {
    isComposing = true;
    clearTimeout(timer);
    prepare();
  });
  input.addEventListener('compositionend', () => {
    isComposing = false;
    searchSoon();
  });
  input.addEventListener('input', (event) => {
    if (isComposing || (event instanceof InputEvent && event.isComposing)) return;
    prepare();
    searchSoon();
  });
}
