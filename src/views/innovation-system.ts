import type { Entry } from '../catalogue/content.ts';
import type { ViewContext } from './context.ts';
import { buildCard, type EntryCard } from './related.ts';

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
