import type { Explore } from '../../charts/explore/explore-data.ts';
import type { LabelledOption, Option, Panel } from '../../charts/explore/panel.ts';

/** Puts what is chosen, and why the rest cannot be, into the form that the page came with. */
export function showPanel(root: HTMLElement, panel: Panel, explore: Explore): void {
  showChosen(root, panel);
  showPeriods(root, panel);
  const inputs = new Map(
    [...root.querySelectorAll<HTMLInputElement>('[data-option]')].map((input) => [
      `${input.dataset['option'] ?? ''} ${input.value}`,
      input,
    ]),
  );
  for (const [name, options] of [
    ['i', panel.indicators],
    ['t', panel.periods],
    ['k', panel.kinds],
  ] as const) {
    for (const option of options) {
      const input = inputs.get(`${name} ${option.id}`);
      if (input) showOption(input, option);
    }
  }
  countFitting(root, panel, explore);
}

function showOption(input: HTMLInputElement, { isChosen, reason }: Option): void {
  input.checked = isChosen;
  // Not `disabled`: what cannot be chosen must be reached by key, to hear why.
  if (reason === undefined) input.removeAttribute('aria-disabled');
  else input.setAttribute('aria-disabled', 'true');
  const text = input.closest('.explore-option')?.querySelector('.explore-reason');
  if (text && text.textContent !== (reason ?? '')) text.textContent = reason ?? '';
}

/** Whoever takes one away goes on with the next, or with the list to choose from. */
function showChosen(root: HTMLElement, { chosen }: Panel): void {
  const list = root.querySelector('[data-explore-chosen]');
  if (!list) return;
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const items = chosen.map(({ id, title }) => {
    const name = document.createElement('span');
    name.textContent = title;
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['remove'] = id;
    button.setAttribute('aria-label', `去掉「${title}」`);
    button.textContent = '去掉';
    const item = document.createElement('li');
    item.append(name, button);
    return item;
  });
  list.replaceChildren(...items);
  if (at === -1) return;
  const next = list.querySelectorAll('button').item(Math.min(at, items.length - 1)) as HTMLElement | null;
  (next ?? root.querySelector<HTMLElement>('[data-explore-find]'))?.focus();
}

/** Periods come and go with the indicators. One that stays keeps its place under the finger and the focus. */
function showPeriods(root: HTMLElement, { periods, isMoment }: Panel): void {
  const list = root.querySelector('[data-explore-periods]');
  if (!list) return;
  const type = isMoment ? 'radio' : 'checkbox';
  const known = [...list.querySelectorAll<HTMLInputElement>('input')];
  if (known.map(({ value, type: own }) => `${own} ${value}`).join() === periods.map(({ id }) => `${type} ${id}`).join())
    return;
  const focused = known.find((input) => input === document.activeElement)?.value;
  list.replaceChildren(...periods.map((option) => buildPeriod(option, type)));
  [...list.querySelectorAll('input')].find(({ value }) => value === focused)?.focus();
}

function buildPeriod({ id, label }: LabelledOption, type: 'radio' | 'checkbox'): HTMLElement {
  const input = document.createElement('input');
  Object.assign(input, { type, value: id });
  if (type === 'radio') input.name = 't';
  input.dataset['option'] = 't';
  const reason = document.createElement('span');
  reason.className = 'explore-reason';
  reason.id = `why-t-${id}`;
  input.setAttribute('aria-describedby', reason.id);
  const text = document.createElement('span');
  text.textContent = label;
  const name = document.createElement('label');
  name.append(input, text);
  const item = document.createElement('li');
  item.className = 'explore-option';
  item.append(name, reason);
  return item;
}

function countFitting(root: HTMLElement, { indicators }: Panel, { data }: Explore): void {
  const fitting = new Set(indicators.filter(({ reason }) => reason === undefined).map(({ id }) => id));
  for (const group of root.querySelectorAll<HTMLElement>('[data-theme-group]')) {
    const own = data.statistics.filter(({ theme }) => theme === group.dataset['themeGroup']);
    const fits = own.filter(({ id }) => fitting.has(id)).length;
    const count = group.querySelector('.count');
    if (count) count.textContent = `${String(own.length)}项，能放进来的${String(fits)}项`;
  }
}

/** Folds the themes out in which something is chosen. */
export function openChosen(root: HTMLElement): void {
  for (const group of root.querySelectorAll<HTMLDetailsElement>('[data-theme-group]'))
    if (group.querySelector('input:checked')) group.open = true;
}

/** Leaves the indicators whose name, place or unit holds what is typed, and folds their themes out. */
export function findIndicators(root: HTMLElement): void {
  const field = root.querySelector<HTMLInputElement>('[data-explore-find]');
  const groups = [...root.querySelectorAll<HTMLDetailsElement>('[data-theme-group]')];
  field?.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    for (const group of groups) {
      const items = [...group.querySelectorAll<HTMLElement>('.explore-option')];
      for (const item of items) {
        const text = [item.querySelector('label'), item.querySelector('.explore-detail')]
          .map((part) => part?.textContent ?? '')
          .join(' ');
        item.hidden = !text.toLowerCase().includes(wanted);
      }
      const isFound = items.some(({ hidden }) => !hidden);
      group.hidden = !isFound;
      if (wanted !== '') group.open = isFound;
    }
  });
}
