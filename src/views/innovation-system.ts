import { getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import type { AssemblyPart } from '../renderers/assembly-drawing.ts';
import type { ViewContext } from './context.ts';
import { buildCard, type EntryCard } from './related.ts';
import { summarizeStatistic } from './statistic.ts';

/** The parts of a page's drawing, each with its latest figure. */
export function buildAssembly({ data }: Pick<Entry<'pages'>, 'data'>, context: ViewContext): AssemblyPart[] {
  return (data.parts ?? []).map(({ label, statistic }) => {
    const { text, period, earlier, difference, href } = summarizeStatistic(
      getById(context.catalogue.entries.statistics, statistic),
      context,
    );
    const before = earlier && [`${earlier.period}${earlier.text}`, difference].filter(Boolean).join('，');
    return { label, figure: text, period, earlier: before, href };
  });
}

/** Members of the innovation system that the site has pages of: studios, teams and outcomes. */
export function buildSystemMembers(context: ViewContext): { label: string; cards: EntryCard[] }[] {
  const { entries } = context.catalogue;
  return [
    { label: '本站收录的创新工作室', list: [...entries.studios.values()] },
    { label: '本站收录的创新团队', list: [...entries.teams.values()] },
    { label: '本站收录的创新成果', list: [...entries.outcomes.values()] },
  ]
    .filter(({ list }) => list.length > 0)
    .map(({ label, list }) => ({ label, cards: list.map((entry) => buildCard(entry as Entry, context)) }));
}
