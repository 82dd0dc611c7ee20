import { stringify } from 'yaml';
import { buildCraftsmen } from './craftsmen.ts';
import { buildFirms, buildHonours, buildOrganizations, buildSite, buildSources, buildTaxonomy } from './documents.ts';
import {
  buildDistricts,
  buildEdition,
  buildOtherEntries,
  buildOutcomes,
  buildStudios,
  type SyntheticEntry,
} from './entries.ts';
import { SeededRandom } from '../../src/lib/seeded-random.ts';
import { buildStatistics } from './statistics.ts';

export interface SyntheticFile {
  /** Relative to the content folder. */
  path: string;
  text: string;
}

export interface SyntheticSiteOptions {
  /** How many people. */
  profiles: number;
  /** One seed gives one site, byte for byte. */
  seed: number;
}

const MOST_FIRMS = 500;
const HOME_FIGURES = 4;
const HOME_PEOPLE = 6;

/** Generates the content folder of an invented city. All of its pages say that it is invented. */
export function buildSyntheticSite({ profiles, seed }: SyntheticSiteOptions): SyntheticFile[] {
  const random = new SeededRandom(seed);
  const statistics = buildStatistics(random);
  const firms = buildFirms(Math.min(MOST_FIRMS, Math.max(1, Math.round(profiles / 4))), random);
  const people = buildCraftsmen(profiles, { firms, statistics }, random);
  const indicators = [...statistics.keys()];
  const featured = people.slice(0, HOME_PEOPLE).map(({ id }) => id);
  const entries: SyntheticEntry[] = [
    ...people.map(({ id, data, body }) => ({ path: `craftsmen/${id}`, data, body })),
    ...buildStudios(people, random),
    ...buildOutcomes(people, random),
    ...buildDistricts(),
    ...buildOtherEntries(people),
  ];
  return [
    toJsonFile('site.json', buildSite(featured, indicators.slice(0, HOME_FIGURES))),
    toJsonFile('sources.json', buildSources()),
    toJsonFile('honours.json', buildHonours(indicators)),
    toJsonFile('organizations.json', buildOrganizations(firms)),
    toJsonFile('taxonomy.json', buildTaxonomy()),
    toJsonFile('editions/2025.json', buildEdition()),
    ...[...statistics].map(([id, data]) => toJsonFile(`statistics/${id}.json`, data)),
    ...entries.map(({ path, data, body }) => ({ path: `${path}.mdx`, text: `---\n${stringify(data)}---\n\n${body}` })),
  ];
}

function toJsonFile(path: string, data: object): SyntheticFile {
  return { path, text: `${JSON.stringify(data, null, 2)}\n` };
}
