import type { ChartJsConfig } from '../../charts/chart-js.ts';
import { nextTurn } from './next-turn.ts';

let queue = Promise.resolve();

/**
 * Charts a reader comes to are drawn anew by Chart.js, so that every point can be read out by pointer, finger and key. The
 * static drawing stays for those who print, read in 长辈模式 or have no script, and where Chart.js fails to load.
 */
const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      observer.unobserve(target);
      // One after the other; one that fails keeps its static drawing and holds up none.
      queue = queue.then(() => takeOver(target)).catch((error: unknown) => console.error(error));
    }
  },
  { rootMargin: '200px' },
);

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart]')) {
  if (figure.querySelector('[data-chart-config]')) observer.observe(figure);
}

async function takeOver(figure: HTMLElement): Promise<void> {
  if (document.documentElement.hasAttribute('data-elder')) return;
  const config = figure.querySelector('[data-chart-config]')?.textContent;
  if (config === undefined) return;
  const { keepLive } = await import('./live-chart.ts');
  await nextTurn();
  await keepLive(figure, JSON.parse(config) as ChartJsConfig[]);
}
