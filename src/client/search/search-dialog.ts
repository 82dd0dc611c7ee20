import { element } from './elements.ts';
import { SEARCH_HINT } from './hint.ts';
import { walkWithArrows } from './result-list.ts';
import { SearchClient } from './search-client.ts';
import { SearchRegion } from './search-region.ts';
import { onTyped } from './typing.ts';

interface OpenDialog {
  dialog: HTMLDialogElement;
  field: HTMLInputElement;
}
let built: OpenDialog | undefined;

/** Results of each group that fit a dialog. */
const EACH = 3;

/** Opens the search dialog, made when first opened; what was typed last stays in it. */
export function openSearchDialog(base: string, searchPage: string): void {
  built ??= buildDialog(base, searchPage);
  const { dialog, field } = built;
  if (!dialog.open) dialog.showModal();
  field.focus();
  field.select();
}

function buildDialog(base: string, searchPage: string): OpenDialog {
  const client = new SearchClient(base);
  const field = element('input', {
    type: 'search',
    name: 'q',
    id: 'search-dialog-field',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    placeholder: '姓名、拼音、单位、工种、成果',
  });
  const close = element('button', { type: 'button', class: 'search-close' }, '关闭');
  const region = element(
    'div',
    { class: 'search-results', 'data-search-state': 'idle' },
    element('p', { class: 'search-hint' }, SEARCH_HINT),
  );
  const status = element('p', { class: 'visually-hidden', role: 'status' });
  const all = element('a', { class: 'search-all' });
  const form = element(
    'form',
    { role: 'search', class: 'search-form', action: new URL(searchPage).pathname },
    element('label', { for: field.id, class: 'visually-hidden' }, '搜索'),
    field,
    close,
  );
  const dialog = element(
    'dialog',
    { class: 'search-dialog', 'aria-label': '搜索' },
    form,
    status,
    region,
    element('p', { class: 'search-foot' }, all),
  );
  document.body.append(dialog);

  const run = (text: string): void => {
    const query = text.trim();
    all.href = query === '' ? `${searchPage}#directories` : `${searchPage}?q=${encodeURIComponent(query)}`;
    all.textContent = query === '' ? '从名录里找' : '全部结果与筛选';
    void results.run({ text, sort: 'relevance', selected: {}, shown: {}, each: EACH, facets: 'none' });
  };
  const results = new SearchRegion({
    client,
    region,
    status,
    base: new URL(base).pathname,
    directories: `${searchPage}#directories`,
    headingLevel: 2,
    onText: (text) => {
      field.value = text;
      field.focus();
      run(text);
    },
  });
  onTyped(field, run, () => client.prepare());
  walkWithArrows(field, region);
  close.addEventListener('click', () => dialog.close());
  // A click beside the dialog's content is one on the dialog itself.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  // A link may lead to a place on this very page.
  region.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) dialog.close();
  });
  client.prepare();
  run('');
  return { dialog, field };
}
