import { element } from './elements.ts';
import type { ResultGroup, ResultItem, SearchAnswer } from './request.ts';
import type { TextPart } from './excerpt.ts';
import { type Group, GROUPS } from './groups.ts';

export interface ListOptions {
  /** Address of the site's root, with a slash at the end. */
  base: string;
  headingLevel: 2 | 3;
  /** Shows more results of a group; without it a group shows what it has. */
  onMore?: (group: Group) => void;
  /** Searches for something else. */
  onText: (text: string) => void;
}

/** The results of an answer, under the headings of their groups. */
export function buildResults(answer: SearchAnswer, options: ListOptions): Node[] {
  const corrections = answer.corrections.map(({ typed, meant }) =>
    element('p', { class: 'search-note' }, `没有「${typed}」，下面是「${meant}」的结果。`),
  );
  return [...corrections, ...answer.groups.map((group) => buildGroup(group, options))];
}

function buildGroup({ group, total, items }: ResultGroup, { base, headingLevel, onMore }: ListOptions): HTMLElement {
  const heading = element(
    `h${headingLevel}`,
    {},
    GROUPS[group].label,
    ' ',
    element('span', { class: 'count' }, String(total)),
  );
  const list = element('ol', {}, ...items.map((item) => buildItem(item, group, base)));
  const rest = total - items.length;
  const more =
    rest > 0 && onMore
      ? element('button', { type: 'button', class: 'search-more' }, `再看${String(rest)}条`)
      : undefined;
  more?.addEventListener('click', () => onMore?.(group));
  return element('section', { class: 'search-group', 'data-group': group }, heading, list, more);
}

function buildItem(item: ResultItem, group: Group, base: string): HTMLElement {
  const address = `${base.replace(/\/$/, '')}${item.path}`;
  const link = element(
    'a',
    { href: address, 'data-result': item.ref },
    group === 'people' ? buildSeal(item) : undefined,
    ...buildParts(item.title),
  );
  const kind =
    group === 'pages' || group === 'studios' ? element('span', { class: 'search-kind' }, item.kindLabel) : undefined;
  const head = element('p', { class: 'search-title' }, link, kind);
  const facts =
    item.facts.length > 0
      ? element(
          'p',
          { class: 'search-facts' },
          ...(group === 'data' ? buildFigure(item.facts) : buildParts(item.facts)),
        )
      : undefined;
  const excerpt =
    item.excerpt.length > 0 ? element('p', { class: 'search-excerpt' }, ...buildParts(item.excerpt)) : undefined;
  return element('li', {}, head, facts, excerpt);
}

/** As in the directory: the surname, white on red for honours of the nation. */
function buildSeal({ title, hasReliefSeal }: ResultItem): HTMLElement {
  const [surname = ''] = title.map(({ text }) => text).join('');
  return element('span', { class: hasReliefSeal ? 'seal-mini' : 'seal-mini is-open', 'aria-hidden': 'true' }, surname);
}

function buildParts(parts: readonly TextPart[]): (Node | string)[] {
  return parts.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text));
}

/** `172.3万人 · 2025年 · 青岛市`: the figure first and large. */
function buildFigure(parts: readonly TextPart[]): (Node | string)[] {
  const [figure = '', ...rest] = parts
    .map(({ text }) => text)
    .join('')
    .split(' · ');
  return [element('span', { class: 'search-figure' }, figure), ' ', rest.join(' · ')];
}

/** Nothing found: what is near, and where else to look. */
export function buildNothing(
  { text, suggestions }: SearchAnswer,
  { onText }: Pick<ListOptions, 'onText'>,
  directories: string,
): Node[] {
  const said = element('p', { class: 'search-note' }, `没有找到「${text}」。`);
  const near =
    suggestions.length === 0
      ? undefined
      : element(
          'p',
          { class: 'search-near' },
          '相近的有：',
          ...suggestions.map((suggestion) => {
            const button = element('button', { type: 'button' }, suggestion);
            button.addEventListener('click', () => onText(suggestion));
            return button;
          }),
        );
  const ways = element(
    'p',
    {},
    '可以只写姓名里的一两个字、拼音或单位简称，也可以',
    element('a', { href: directories }, '从名录里找'),
    '。',
  );
  return [said, ...(near ? [near] : []), ways];
}

export function buildFailure(onRetry: () => void, directories: string): Node[] {
  const retry = element('button', { type: 'button', class: 'search-more' }, '再试一次');
  retry.addEventListener('click', onRetry);
  return [
    element('p', { class: 'search-note' }, '搜索的数据没有载入，可能是网络断了。'),
    element('p', {}, retry, ' 也可以', element('a', { href: directories }, '从名录里找'), '。'),
  ];
}

/** What a screen reader is told. */
export function describeAnswer({ text, total, groups, corrections }: SearchAnswer): string {
  if (text === '') return '';
  if (total === 0) return `没有找到「${text}」。`;
  const meant = corrections.map((correction) => `按「${correction.meant}」搜索，`).join('');
  const parts = groups.map(({ group, total: count }) => `${GROUPS[group].label}${String(count)}条`).join('，');
  return `${meant}找到${String(total)}条：${parts}。`;
}

/** Up and down arrows walk from the field through the results and back. */
export function walkWithArrows(field: HTMLInputElement, region: HTMLElement): void {
  const walk = (event: KeyboardEvent): void => {
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.isComposing) return;
    const stops: HTMLElement[] = [field, ...region.querySelectorAll<HTMLElement>('[data-result]')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at === -1 || !next) return;
    event.preventDefault();
    next.focus();
  };
  field.addEventListener('keydown', walk);
  region.addEventListener('keydown', walk);
}
