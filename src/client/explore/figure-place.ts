import { toChartJs } from '../../charts/chart-js.ts';
import type { Answer } from '../../charts/explore/answer.ts';
import type { ExploreData } from '../../charts/explore/explore-data.ts';
import type { ChartSpec } from '../../schemas/chart-spec.ts';
import { frameChart } from '../../views/chart-figure.ts';
import { keepLive } from '../charts/live-chart.ts';
import { buildLinks } from './links.ts';

/** Where the chart of a choice stands: drawn live, or as the static drawing where Chart.js has none, or why there is none. */
export class FigurePlace {
  readonly #box: HTMLElement | null;
  readonly #site: ExploreData['site'];
  #answer: Answer | undefined;
  /** Ends the chart that is shown. */
  #stop: () => void = () => undefined;
  /** Counts what was shown, so that a drawing that comes late is not put over a later one. */
  #turn = 0;

  constructor(root: HTMLElement, site: ExploreData['site']) {
    this.#box = root.querySelector<HTMLElement>('[data-explore-figure]');
    this.#site = site;
    // 长辈模式 reads tables; whoever leaves it wants the drawing again.
    new MutationObserver(() => this.#answer && this.show(this.#answer)).observe(document.documentElement, {
      attributeFilter: ['data-elder'],
    });
    // A canvas is not printed, figures are.
    addEventListener('beforeprint', () => this.#openTable());
  }

  show(answer: Answer): void {
    this.#answer = answer;
    this.#turn += 1;
    this.#stop();
    this.#stop = () => undefined;
    const box = this.#box;
    if (!box) return;
    if (!answer.spec) {
      box.replaceChildren(buildRefusal(answer.refusals));
      return;
    }
    const isTableOpen = box.querySelector('details')?.open === true;
    box.innerHTML = frameChart(answer.spec, '', buildLinks(this.#site), { isStill: true });
    if (isTableOpen || isElder()) this.#openTable();
    if (!isElder()) void this.#draw(box, answer.spec);
  }

  async #draw(box: HTMLElement, spec: ChartSpec): Promise<void> {
    const turn = this.#turn;
    const figure = box.querySelector('figure');
    if (!figure) return;
    const configs = toChartJs(spec);
    if (configs.length > 0) {
      const stop = await keepLive(figure, configs);
      if (turn === this.#turn) this.#stop = stop;
      else stop();
      return;
    }
    const { renderDrawings } = await import('./pictures.ts');
    if (turn === this.#turn)
      figure.querySelector('figcaption')?.insertAdjacentHTML('afterend', renderDrawings(spec, this.#site.colours));
  }

  #openTable(): void {
    const table = this.#box?.querySelector('details');
    if (table) table.open = true;
  }
}

function isElder(): boolean {
  return document.documentElement.hasAttribute('data-elder');
}

/** In the place of the chart: why there is none. */
function buildRefusal(refusals: readonly string[]): HTMLElement {
  const block = document.createElement('div');
  block.className = 'chart explore-refusal';
  for (const text of ['这张图还画不出来', ...refusals]) {
    const line = document.createElement('p');
    line.textContent = text;
    block.append(line);
  }
  block.firstElementChild?.classList.add('chart-headline');
  return block;
}
