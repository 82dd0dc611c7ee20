import { getById } from '../catalogue/catalogue.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import type { ViewContext } from './context.ts';
import { presentSections } from './navigation.ts';
import { buildPersonLine, personLead } from './people.ts';
import { type StatisticSummary, summarizeStatistic } from './statistic.ts';
import { organizationData, type StructuredData } from './structured-data.ts';

export interface Home {
  edition: { title: string; theme: string; summary: string; date: string; place: string | undefined };
  figures: StatisticSummary[];
  featured: { name: string; href: string; lead: string; detail: string }[];
  sections: { label: string; href: string; summary: string }[];
  structuredData: StructuredData[];
}

export function buildHome(context: ViewContext): Home {
  const { catalogue, href } = context;
  const { data: edition } = getById(catalogue.entries.editions, String(catalogue.site.edition));
  return {
    edition: {
      title: edition.title,
      theme: edition.theme,
      summary: edition.summary,
      date: formatPartialDate(edition.date ?? String(edition.year)),
      place: edition.place,
    },
    figures: catalogue.site.home.figures.map((id) => summarizeStatistic(getById(catalogue.entries.statistics, id), context)),
    featured: catalogue.site.home.featured.map((id) => {
      const person = getById(catalogue.person, id);
      const line = buildPersonLine(person, context);
      return {
        name: person.name,
        href: line.href,
        lead: personLead(person, context),
        detail: [line.honour, line.employer].filter((part) => part !== undefined).join(' · '),
      };
    }),
    sections: presentSections(catalogue).map(({ path, label, summary }) => ({ label, href: href(path), summary })),
    structuredData: [organizationData(context)],
  };
}
