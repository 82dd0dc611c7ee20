import { formatAddress, parseAddress, type SearchState } from './address.ts';
import type { SearchAnswer, Sort } from './request.ts';
import { showFacets } from './facet-panel.ts';
import { type Group } from './groups.ts';
import { walkWithArrows } from './result-list.ts';
import { SearchClient } from './search-client.ts';
import { SearchRegion } from './search-region.ts';
import { onTyped } from './typing.ts';

/** Results of a group at first, of a group that is the only one, and how many more a press of the button shows. */
const EACH = { mixed: 4, alone: 20, more: 20 };

/** Runs the search page: what is typed, ticked and sorted by stands in the address, so that it can be sent and gone back to. */
function runSearchPage(root: HTMLElement): void {
  const field = find(root, '[data-search-field]', HTMLInputElement);
  const form = find(root, 'form', HTMLFormElement);
  const region = find(root, '#results', HTMLElement);
  const panel = find(root, '[data-search-facets]', HTMLElement);
  const tools = find(root, '[data-search-tools]', HTMLElement);
  const fold = find(root, '[data-search-fold]', HTMLDetailsElement);
  const sorting = find(root, '[data-search-sort]', HTMLSelectElement);
  const clear = find(root, '[data-search-clear]', HTMLButtonElement);
  const base = new URL(root.dataset['base'] ?? '/', location.href);
  const siteTitle = document.title;
  let state = parseAddress(location.search);
  let shown: Partial<Record<Group, number>> = {};

  const client = new SearchClient(base.href);
  const results = new SearchRegion({
    client,
    region,
    status: find(root, '[role="status"]', HTMLElement),
    base: base.pathname,
    directories: '#directories',
    headingLevel: 2,
    onText: (text) => {
      field.value = text;
      field.focus();
      go({ ...state, text, selected: {} }, 'push');
    },
    onMore: (group) => {
      const items = region.querySelectorAll(`[data-group="${group}"] [data-result]`).length;
      shown = { ...shown, [group]: items + EACH.more };
      // The focus moves to the first of the new results, where the button stood.
      void run().then(() =>
        region.querySelectorAll<HTMLElement>(`[data-group="${group}"] [data-result]`)[items]?.focus(),
      );
    },
    onAnswer: showTools,
  });

  function showTools(answer: SearchAnswer): void {
    const isNarrowed = Object.values(state.selected).some((values) => values.length > 0);
    tools.hidden = answer.total === 0 && !isNarrowed;
    clear.hidden = !isNarrowed;
    if (!answer.facets) return;
    showFacets(panel, answer.facets, state.selected, (selected) => go({ ...state, selected }, 'push'));
    if (panel.dataset['shown'] === undefined) fold.open = matchMedia('(width >= 60rem)').matches || isNarrowed;
    panel.dataset['shown'] = '';
  }

  function run(): Promise<void> {
    const { text, sort, selected } = state;
    const isOneGroup = selected.kind?.length === 1;
    if (text === '') tools.hidden = true;
    document.title = text === '' ? siteTitle : `${text} · ${siteTitle}`;
    return results.run({
      text,
      sort,
      selected,
      shown,
      each: isOneGroup ? EACH.alone : EACH.mixed,
      facets: fold.open ? 'all' : 'small',
    });
  }

  function go(next: SearchState, history: 'push' | 'replace' | 'none'): void {
    const isOther = formatAddress(next) !== formatAddress(state);
    if (next.text !== state.text) next = { ...next, selected: {} };
    state = next;
    shown = {};
    sorting.value = state.sort;
    if (isOther && history !== 'none') {
      const address = `${location.pathname}${formatAddress(state)}`;
      if (history === 'push') window.history.pushState(null, '', address);
      else window.history.replaceState(null, '', address);
    }
    void run();
  }

  onTyped(
    field,
    (text) => go({ ...state, text: text.trim() }, state.text === '' ? 'push' : 'replace'),
    () => client.prepare(),
  );
  walkWithArrows(field, region);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go({ ...state, text: field.value.trim() }, 'push');
  });
  sorting.addEventListener('change', () => go({ ...state, sort: sorting.value as Sort }, 'push'));
  clear.addEventListener('click', () => go({ ...state, selected: {} }, 'push'));
  fold.addEventListener('toggle', () => {
    if (fold.open && panel.dataset['shown'] === undefined && state.text !== '') void run();
  });
  field.addEventListener('focus', () => client.prepare(), { once: true });
  window.addEventListener('popstate', () => {
    const next = parseAddress(location.search);
    field.value = next.text;
    state = next;
    shown = {};
    sorting.value = state.sort;
    void run();
  });

  field.value = state.text;
  sorting.value = state.sort;
  void run();
}

function find<Type extends HTMLElement>(root: HTMLElement, selector: string, type: new () => Type): Type {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The search page has no ${selector}.`);
  return found;
}

const root = document.querySelector<HTMLElement>('[data-search-page]');
if (root) runSearchPage(root);
