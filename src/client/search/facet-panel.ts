import type { SearchFacet } from '../../lib/search-aids.ts';
import { element } from './elements.ts';
import type { FacetCount, Selection } from './request.ts';

/** Values shown at once; the rest fold away. */
const SHOWN = 8;

/** Facets as groups of boxes to tick. Keeps the box that has the focus when the counts change. */
export function showFacets(
  panel: HTMLElement,
  facets: readonly FacetCount[],
  selected: Selection,
  onChange: (selected: Selection) => void,
): void {
  const focused =
    document.activeElement instanceof HTMLElement && panel.contains(document.activeElement)
      ? document.activeElement.id
      : '';
  const unfolded = new Set(
    [...panel.querySelectorAll<HTMLDetailsElement>('details[open]')].map(({ dataset }) => dataset['facet']),
  );
  const groups = facets
    .filter(({ values }) => values.length > 0)
    .map((facet) => buildFacet(facet, selected, onChange, unfolded.has(facet.facet)));
  panel.replaceChildren(...groups);
  if (focused !== '') document.getElementById(focused)?.focus();
}

function buildFacet(
  { facet, label, values }: FacetCount,
  selected: Selection,
  onChange: (selected: Selection) => void,
  isUnfolded: boolean,
): HTMLElement {
  const chosen = selected[facet] ?? [];
  const boxes = values.map(({ id, label: name, count }) => {
    const isChosen = chosen.includes(id);
    const box = element('input', { type: 'checkbox', id: `facet-${facet}-${id}`, checked: isChosen });
    box.addEventListener('change', () => onChange(withValue(selected, facet, id, box.checked)));
    return element(
      'li',
      {},
      element('label', {}, box, ` ${name} `, element('span', { class: 'count' }, String(count))),
    );
  });
  const rest = boxes.slice(SHOWN);
  return element(
    'fieldset',
    {},
    element('legend', {}, label),
    element('ul', {}, ...boxes.slice(0, SHOWN)),
    rest.length === 0
      ? undefined
      : element(
          'details',
          { 'data-facet': facet, open: isUnfolded },
          element('summary', {}, `其余${String(rest.length)}项`),
          element('ul', {}, ...rest),
        ),
  );
}

function withValue(selected: Selection, facet: SearchFacet, id: string, isChosen: boolean): Selection {
  const others = (selected[facet] ?? []).filter((value) => value !== id);
  return { ...selected, [facet]: isChosen ? [...others, id] : others };
}
