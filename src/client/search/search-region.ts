import type { SearchAnswer, SearchRequest } from './request.ts';
import { buildFailure, buildNothing, buildResults, describeAnswer, type ListOptions } from './result-list.ts';
import type { SearchClient } from './search-client.ts';

export interface RegionOptions extends ListOptions {
  client: SearchClient;
  /** Where the results appear; says its state in `data-search-state`. What stands in it at first comes back when nothing is typed. */
  region: HTMLElement;
  /** Read out when it changes. */
  status: HTMLElement;
  /** Address of the directories, for when search is of no help. */
  directories: string;
  onAnswer?: (answer: SearchAnswer) => void;
}

/** Runs requests and shows their answers; an answer that a later request has overtaken is dropped. */
export class SearchRegion {
  readonly #options: RegionOptions;
  readonly #hint: readonly Node[];
  #turn = 0;

  constructor(options: RegionOptions) {
    this.#options = options;
    this.#hint = [...options.region.childNodes];
  }

  async run(request: SearchRequest): Promise<void> {
    const { client, region, status, directories } = this.#options;
    this.#turn += 1;
    const turn = this.#turn;
    if (request.text.trim() === '') {
      this.#show('idle', '', this.#hint);
      status.textContent = '';
      return;
    }
    region.dataset['searchState'] = 'loading';
    region.setAttribute('aria-busy', 'true');
    try {
      const answer = await client.search(request);
      if (turn !== this.#turn) return;
      this.#show(
        'done',
        request.text,
        answer.total > 0 ? buildResults(answer, this.#options) : buildNothing(answer, this.#options, directories),
      );
      status.textContent = describeAnswer(answer);
      this.#options.onAnswer?.(answer);
    } catch {
      if (turn !== this.#turn) return;
      this.#show(
        'error',
        request.text,
        buildFailure(() => void this.run(request), directories),
      );
      status.textContent = '搜索的数据没有载入。';
    }
  }

  #show(state: 'idle' | 'done' | 'error', text: string, nodes: readonly Node[]): void {
    const { region } = this.#options;
    region.replaceChildren(...nodes);
    region.removeAttribute('aria-busy');
    region.dataset['searchQuery'] = text;
    region.dataset['searchState'] = state;
  }
}
