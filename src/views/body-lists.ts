import { getById } from '../catalogue/catalogue.ts';
import { findObservations } from '../catalogue/observations.ts';
import { escapeHtml } from '../lib/html.ts';
import { type Body, bodyComponents } from '../reader/body.ts';
import { MEASURE_LABELS } from '../schemas/statistic-words.ts';
import type { ViewContext } from './context.ts';
import { formatSource } from '../catalogue/source-citation.ts';

/** Indicators that texts print or draw, in order of themes. */
function findUsedStatistics(bodies: readonly Body[], { catalogue, charts }: ViewContext): string[] {
  const used = new Set<string>();
  for (const { component, props } of bodies.flatMap(({ nodes }) => bodyComponents(nodes))) {
    const id = props['id'] ?? '';
    if (component === 'Stat') used.add(id);
    if (component === 'Chart') for (const { indicator } of charts.get(id)?.series ?? []) used.add(indicator);
  }
  const themes = [...catalogue.themes.keys()];
  const rank = (id: string): number => themes.indexOf(catalogue.entries.statistics.get(id)?.data.theme ?? '');
  return [...used].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Sources that texts cite, in order of the bibliography. */
export function findUsedSources(bodies: readonly Body[], { catalogue, charts }: ViewContext): string[] {
  const used = new Set<string>();
  for (const { component, props } of bodies.flatMap(({ nodes }) => bodyComponents(nodes))) {
    const { id = '', at = '', source } = props;
    if (component === 'Fact' && source !== undefined) used.add(source);
    if (component === 'Chart') for (const cited of charts.get(id)?.sources ?? []) used.add(cited.id);
    if (component !== 'Stat') continue;
    const [observation] = findObservations(catalogue.entries.statistics.get(id)?.data ?? { observations: [] }, {
      at,
      source,
    });
    if (observation) used.add(observation.source);
  }
  return [...catalogue.sources.keys()].filter((id) => used.has(id));
}

/** Head and rows of the table of definitions: an indicator, what it counts, and how it differs from its likes. */
export function renderDefinitionRows(bodies: readonly Body[], context: ViewContext): string {
  const rows = findUsedStatistics(bodies, context).flatMap((id) => {
    const entry = context.catalogue.entries.statistics.get(id);
    if (!entry) return [];
    const { data } = entry;
    const kind = [data.unit, data.place, data.level, MEASURE_LABELS[data.measure]].map(escapeHtml).join('，');
    const note = data.definitionNote === undefined ? '' : `<p class="note">${escapeHtml(data.definitionNote)}</p>`;
    const name = `<a href="${escapeHtml(context.entryHref('statistics', id))}">${escapeHtml(data.title)}</a>`;
    return [
      `<tr><th scope="row">${name}<span class="note">${kind}</span></th><td>${escapeHtml(data.definition)}${note}</td></tr>`,
    ];
  });
  return `<thead><tr><th scope="col">指标</th><th scope="col">数的是什么</th></tr></thead><tbody>${rows.join('')}</tbody>`;
}

/** The cited sources, each with how its date is known. */
export function listCitedSources(
  bodies: readonly Body[],
  context: ViewContext,
): { id: string; reference: string; note: string }[] {
  return findUsedSources(bodies, context).map((id) => {
    const source = getById(context.catalogue.sources, id);
    const notes = [source.dateNote, source.note].filter((text) => text !== undefined && text !== '');
    return { id, reference: formatSource(source), note: notes.map((text) => `${text ?? ''}。`).join('') };
  });
}

/** The same as a list of links. */
export function renderSourceList(bodies: readonly Body[], context: ViewContext): string {
  const items = listCitedSources(bodies, context).map(({ id, reference, note }) => {
    const name = `<a href="${escapeHtml(context.entryHref('sources', id))}">${escapeHtml(reference)}</a>`;
    return `<li>${name}<span class="note">${escapeHtml(note)}</span></li>`;
  });
  return `<ol class="source-list">${items.join('')}</ol>`;
}
