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

/** The page's parts, which it has from the start. */
function findParts(root: HTMLElement) {
  return {
    field: find(root, '[data-search-field]', HTMLInputElement),
    form: find(root, 'form', HTMLFormElement),
    region: find(root, '#results', HTMLElement),
    status: find(root, '[role="status"]', HTMLElement),
    panel: find(root, '[data-search-facets]', HTMLElement),
    tools: find(root, '[data-search-tools]', HTMLElement),
    fold: find(root, '[data-search-fold]', HTMLDetailsElement),
    sorting: find(root, '[data-search-sort]', HTMLSelectElement),
    clear: find(root, '[data-search-clear]', HTMLButtonElement),
  };
}

/** Runs the search page: what is typed, ticked and sorted by stands in the address, so that it can be sent and gone back to. */
class SearchPage {
  readonly #parts: ReturnType<typeof findParts>;
  readonly #client: SearchClient;
  readonly #results: SearchRegion;
  readonly #siteTitle = document.title;
  #state = parseAddress(location.search);
  /** How many results of each group are shown, where more were asked for. */
  #shown: Partial<Record<Group, number>> = {};

  constructor(root: HTMLElement) {
    const base = new URL(root.dataset['base'] ?? '/', location.href);
    this.#parts = findParts(root);
    this.#client = new SearchClient(base.href);
    const { field, region, status } = this.#parts;
    this.#results = new SearchRegion({
      client: this.#client,
      region,
      status,
      base: base.pathname,
      directories: '#directories',
      headingLevel: 2,
      onText: (text) => {
        field.value = text;
        field.focus();
        this.#go({ ...this.#state, text, selected: {} }, 'push');
      },
      onMore: (group) => this.#showMore(group),
      onAnswer: (answer) => this.#showTools(answer),
    });
    this.#listen();
    this.#show(this.#state);
  }

  #listen(): void {
    const { field, form, region, panel, fold, sorting, clear } = this.#parts;
    onTyped(
      field,
      (text) => this.#go({ ...this.#state, text: text.trim() }, this.#state.text === '' ? 'push' : 'replace'),
      () => this.#client.prepare(),
    );
    walkWithArrows(field, region);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go({ ...this.#state, text: field.value.trim() }, 'push');
    });
    sorting.addEventListener('change', () => this.#go({ ...this.#state, sort: sorting.value as Sort }, 'push'));
    clear.addEventListener('click', () => this.#go({ ...this.#state, selected: {} }, 'push'));
    fold.addEventListener('toggle', () => {
      if (fold.open && panel.dataset['shown'] === undefined && this.#state.text !== '') void this.#run();
    });
    field.addEventListener('focus', () => this.#client.prepare(), { once: true });
    window.addEventListener('popstate', () => this.#show(parseAddress(location.search)));
  }

  /** What an address asks for, at first and when the reader goes back. */
  #show(state: SearchState): void {
    const { field, sorting } = this.#parts;
    field.value = state.text;
    sorting.value = state.sort;
    this.#state = state;
    this.#shown = {};
    void this.#run();
  }

  /** What the reader asks for; the address follows. */
  #go(wanted: SearchState, history: 'push' | 'replace'): void {
    const isOther = formatAddress(wanted) !== formatAddress(this.#state);
    this.#state = wanted.text === this.#state.text ? wanted : { ...wanted, selected: {} };
    this.#shown = {};
    this.#parts.sorting.value = this.#state.sort;
    if (isOther) {
      const address = `${location.pathname}${formatAddress(this.#state)}`;
      if (history === 'push') window.history.pushState(null, '', address);
      else window.history.replaceState(null, '', address);
    }
    void this.#run();
  }

  #run(): Promise<void> {
    const { tools, fold } = this.#parts;
    const { text, sort, selected } = this.#state;
    const isOneGroup = selected.kind?.length === 1;
    if (text === '') tools.hidden = true;
    document.title = text === '' ? this.#siteTitle : `${text} · ${this.#siteTitle}`;
    return this.#results.run({
      text,
      sort,
      selected,
      shown: this.#shown,
      each: isOneGroup ? EACH.alone : EACH.mixed,
      facets: fold.open ? 'all' : 'small',
    });
  }

  /** The focus moves to the first of the new results, where the button stood. */
  #showMore(group: Group): void {
    const { region } = this.#parts;
    const findItems = (): NodeListOf<HTMLElement> =>
      region.querySelectorAll<HTMLElement>(`[data-group="${group}"] [data-result]`);
    const { length } = findItems();
    this.#shown = { ...this.#shown, [group]: length + EACH.more };
    void this.#run().then(() => findItems()[length]?.focus());
  }

  #showTools(answer: SearchAnswer): void {
    const { panel, tools, fold, clear } = this.#parts;
    const { selected } = this.#state;
    const isNarrowed = Object.values(selected).some((values) => values.length > 0);
    tools.hidden = answer.total === 0 && !isNarrowed;
    clear.hidden = !isNarrowed;
    if (!answer.facets) return;
    showFacets(panel, answer.facets, selected, (chosen) => this.#go({ ...this.#state, selected: chosen }, 'push'));
    if (panel.dataset['shown'] === undefined) fold.open = matchMedia('(width >= 60rem)').matches || isNarrowed;
    panel.dataset['shown'] = '';
  }
}

function find<Type extends HTMLElement>(root: HTMLElement, selector: string, type: new () => Type): Type {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The search page has no ${selector}.`);
  return found;
}

const root = document.querySelector<HTMLElement>('[data-search-page]');
if (root) new SearchPage(root);
