import type { ExploreData } from '../../charts/explore/explore-data.ts';
import type { Act } from './explore-tool.ts';

/**
 * The page opens with a chart and a form that were made at the build. What answers the form is loaded when somebody first touches
 * it, or comes with a choice in the address.
 */
function prepare(root: HTMLElement, dataHref: string): void {
  const status = root.querySelector('[data-explore-status]');
  /** What was done before there was anybody to answer. */
  const waiting: Act[] = [];
  let answer: ((act: Act) => void) | undefined;
  let isLoading = false;

  const load = async (): Promise<void> => {
    if (isLoading) return;
    isLoading = true;
    if (status) status.textContent = '正在打开……';
    try {
      const [{ startExplore }, data] = await Promise.all([import('./explore-tool.ts'), fetchData(dataHref)]);
      answer = startExplore(root, data);
      for (const act of waiting.splice(0)) answer(act);
    } catch (error) {
      console.error(error);
      isLoading = false;
      if (status) status.textContent = '没有打开成。看看网络，再点一次。';
    }
    root.classList.remove('is-waiting');
  };

  const take = (act: Act): void => {
    if (answer) answer(act);
    else waiting.push(act);
    void load();
  };
  for (const type of ['pointerdown', 'focusin'] as const) {
    root.addEventListener(type, ({ target }) => {
      if (target instanceof Element && target.closest('.explore-form, [data-take]')) void load();
    });
  }
  root.addEventListener('change', ({ target }) => {
    const option = target instanceof HTMLInputElement ? target.dataset['option'] : undefined;
    if (option !== undefined && target instanceof HTMLInputElement) take({ do: 'choose', option, id: target.value });
  });
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-take], [data-remove]') : null;
    const { take: what, remove: id } = button?.dataset ?? {};
    if (what !== undefined) take({ do: 'take', what });
    if (id !== undefined) take({ do: 'choose', option: 'i', id });
  });
  if (!new URLSearchParams(location.search).has('i')) return;
  // The chart of the build is not the one that was asked for.
  root.classList.add('is-waiting');
  void load();
}

async function fetchData(href: string): Promise<ExploreData> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${String(response.status)} ${href}`);
  return (await response.json()) as ExploreData;
}

const root = document.querySelector<HTMLElement>('[data-explore]');
if (root) prepare(root, root.dataset['explore'] ?? '');
