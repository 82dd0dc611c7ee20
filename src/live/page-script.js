/**
 * Runs in the pages of the development server: loads the page again when it has changed, and lays the check's errors over it
 * while there are any.
 */
(() => {
  /** The state that this page shows. */
  const known = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src).search.slice(1);
  /** @type {HTMLElement | undefined} */
  let panel;

  /** @param {{ place: string, message: string, hint: string }[]} errors */
  function show(errors) {
    panel?.remove();
    panel = undefined;
    if (errors.length === 0) return;
    panel = document.createElement('div');
    panel.className = 'jiangce-errors';
    panel.setAttribute('role', 'alert');
    const title = document.createElement('p');
    title.className = 'jiangce-errors-title';
    title.textContent = `内容有 ${String(errors.length)} 处错误，改好以后网页才会更新。`;
    const list = document.createElement('ol');
    for (const { place, message, hint } of errors) {
      const item = document.createElement('li');
      for (const [name, text] of Object.entries({ place, message, hint })) {
        const line = document.createElement('p');
        line.className = `jiangce-errors-${name}`;
        line.textContent = text;
        item.append(line);
      }
      list.append(item);
    }
    panel.append(title, list);
    document.body.append(panel);
  }

  new EventSource('/@jiangce/events').onmessage = ({ data }) => {
    /** @type {{ version: string, errors: { place: string, message: string, hint: string }[] }} */
    const { version, errors } = JSON.parse(data);
    // While there are errors the page is as good as it gets; it is loaded again when they are mended.
    if (known !== version && errors.length === 0) {
      location.reload();
      return;
    }
    show(errors);
  };
})();
