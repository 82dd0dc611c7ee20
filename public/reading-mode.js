/**
 * 长辈模式: large type, more contrast, fewer things. Kept in local storage, switched by the button in the header or by a link
 * with `?elder=1` (or 0). A plain blocking script in the head, so that a page never appears in the wrong size first.
 */
(() => {
  const KEY = 'jiangce-elder';
  const root = document.documentElement;
  // What works by script alone may be shown (data-needs-script).
  root.toggleAttribute('data-script', true);

  function read() {
    try {
      return localStorage.getItem(KEY) === '1';
    } catch {
      // Storage may be switched off; then the mode lasts for one page.
      return false;
    }
  }

  function save(isOn) {
    try {
      localStorage.setItem(KEY, isOn ? '1' : '0');
    } catch {
      // As above.
    }
  }

  function apply(isOn) {
    root.toggleAttribute('data-elder', isOn);
    for (const button of document.querySelectorAll('[data-elder-toggle]')) {
      button.setAttribute('aria-pressed', String(isOn));
    }
    // Charts are read as tables in this mode.
    if (isOn) for (const table of document.querySelectorAll('[data-chart] details')) table.open = true;
  }

  const wanted = new URLSearchParams(location.search).get('elder');
  if (wanted !== null) save(wanted === '1');
  apply(wanted === null ? read() : wanted === '1');

  document.addEventListener('DOMContentLoaded', () => {
    apply(root.hasAttribute('data-elder'));
    document.addEventListener('click', (event) => {
      if (!(event.target instanceof Element) || !event.target.closest('[data-elder-toggle]')) return;
      const isOn = !root.hasAttribute('data-elder');
      save(isOn);
      apply(isOn);
    });
  });
})();
