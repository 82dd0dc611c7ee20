/** A report's pages: the print button, and how much of the chapter has been read. All else works without script. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.addEventListener('click', () => window.print());
}

const scale = document.querySelector<HTMLElement>('.chapter-scale');
const text = document.querySelector<HTMLElement>('.chapter-text');

if (scale && text) {
  let isWaiting = false;
  const show = (): void => {
    isWaiting = false;
    const { top, height } = text.getBoundingClientRect();
    // Read is what has come above the lower edge of the window.
    const read = height === 0 ? 1 : (window.innerHeight - top) / height;
    scale.style.setProperty('--read', Math.min(1, Math.max(0, read)).toFixed(3));
  };
  const wait = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(show);
  };
  addEventListener('scroll', wait, { passive: true });
  addEventListener('resize', wait, { passive: true });
  show();
}
