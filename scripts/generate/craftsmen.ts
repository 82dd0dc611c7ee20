import type { z } from 'zod';
import type { CraftsmanSchema } from '../../src/schemas/craftsman.ts';
import { CITY, type Firm, interviewSources, ROSTER_SOURCE } from './documents.ts';
import { buildNames } from './names.ts';
import { buildBody } from './prose.ts';
import type { SeededRandom } from '../../src/lib/seeded-random.ts';
import type { StatisticFile } from './statistics.ts';
import { DISTRICTS, HONOURS } from './vocabulary.ts';

export interface SyntheticCraftsman {
  id: string;
  name: string;
  firm: Firm;
  data: z.input<typeof CraftsmanSchema>;
  body: string;
}

const POSITIONS = ['班长', '高级技师', '技师', '首席技师', '工段长', '质量员', '设备主管', '创新工作室成员'];

/** Generates people of all firms, with realistic shares of honours and bodies of realistic length. */
export function buildCraftsmen(
  count: number,
  { firms, statistics }: { firms: readonly Firm[]; statistics: ReadonlyMap<string, StatisticFile> },
  random: SeededRandom,
): SyntheticCraftsman[] {
  const observations = [...statistics].flatMap(([statistic, { title, place, observations: list }]) =>
    list.map(({ period }) => ({ statistic, period, title, place })),
  );
  return buildNames(count, random).map(({ id, name }, at) => {
    const firm = random.pickSkewed(firms);
    const trade = random.pick(firm.family.trades);
    const roster = { source: ROSTER_SOURCE, locator: `名录第${String(at + 1)}条` };
    const citations = [roster, ...buildInterviews(random)];
    const honours = HONOURS.filter(({ share }) => random.chance(share)).map(({ id: honour }) => ({
      honour,
      year: random.integer(2015, 2025),
      ...random.pick(citations),
    }));
    const scene = {
      name,
      pronoun: random.chance(0.3) ? '她' : '他',
      employer: firm.shortName,
      trade: trade.label,
      parts: random.shuffle(firm.family.parts).slice(0, 3),
      tools: random.shuffle(firm.family.tools).slice(0, 4),
      troubles: random.shuffle(firm.family.troubles).slice(0, 3),
      methods: random.shuffle(firm.family.methods).slice(0, 3),
      citations,
      observations: random
        .shuffle(observations)
        .filter(({ place }) => place === CITY || place === districtName(firm.district))
        .slice(0, 2),
    };
    const data = {
      name,
      employer: firm.id,
      position: random.pick(POSITIONS),
      trade: trade.id,
      ...(random.chance(0.15) ? { district: random.pick(DISTRICTS).id } : {}),
      honours,
      ...(random.chance(0.3) ? { keywords: [random.pick(scene.parts), random.pick(scene.tools)] } : {}),
      citations,
    };
    return { id, name, firm, data, body: buildBody(scene, random) };
  });
}

function districtName(id: string): string {
  return DISTRICTS.find((district) => district.id === id)?.name ?? '';
}

function buildInterviews(random: SeededRandom): { source: string; locator: string }[] {
  return random
    .shuffle(interviewSources)
    .slice(0, random.integer(1, 3))
    .map((source) => ({ source, locator: `第${String(random.integer(1, 60))}段` }));
}
