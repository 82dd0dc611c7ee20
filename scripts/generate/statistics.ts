import type { z } from 'zod';
import type { StatisticSchema } from '../../src/schemas/statistic.ts';
import { CITY, FICTIONAL, ROSTER_SOURCE } from './documents.ts';
import type { SeededRandom } from '../../src/lib/seeded-random.ts';
import { DISTRICTS } from './vocabulary.ts';

export type StatisticFile = z.input<typeof StatisticSchema>;

/** Indicators of the whole city: title, unit, theme, least and greatest value. */
const CITY_INDICATORS = [
  ['技能人才总量', '人', 'talent', 400_000, 900_000],
  ['高技能人才总量', '人', 'talent', 120_000, 300_000],
  ['初级工', '人', 'talent', 60_000, 200_000],
  ['中级工', '人', 'talent', 60_000, 200_000],
  ['高级工', '人', 'talent', 30_000, 120_000],
  ['技师', '人', 'talent', 8000, 40_000],
  ['高级技师', '人', 'talent', 1500, 9000],
  ['首席技师', '人', 'talent', 200, 900],
  ['持证焊工', '人', 'talent', 3000, 12_000],
  ['带徒师傅', '人', 'talent', 2000, 9000],
  ['职工创新工作室', '家', 'innovation', 150, 400],
  ['创新班组', '个', 'innovation', 300, 2000],
  ['职工创新成果', '项', 'innovation', 2000, 30_000],
  ['合理化建议', '条', 'innovation', 9000, 80_000],
  ['职工专利', '件', 'innovation', 500, 6000],
  ['成果直接效益', '元', 'innovation', 200_000_000, 3_000_000_000],
  ['先进操作法', '项', 'innovation', 60, 700],
  ['技能比赛', '场', 'innovation', 80, 900],
  ['参赛职工', '人次', 'innovation', 30_000, 400_000],
  ['工匠学院', '所', 'innovation', 6, 40],
  ['实训基地', '个', 'innovation', 20, 160],
  ['学历提升职工', '人', 'innovation', 3000, 30_000],
  ['职工驿站', '个', 'innovation', 300, 2500],
  ['自主评价企业', '家', 'innovation', 100, 900],
  ['新取证职工', '人次', 'innovation', 20_000, 160_000],
  ['全市工匠', '人', 'talent', 4000, 20_000],
] as const;
const DISTRICT_INDICATORS = [
  ['工匠', 'craftsmen', '人', 200, 2500],
  ['职工创新成果', 'outcomes', '项', 100, 4000],
] as const;
const PERIODS = ['2023', '2024', '2025'] as const;

/** Generates fifty indicators by id, each with a figure for every year. */
export function buildStatistics(random: SeededRandom): Map<string, StatisticFile> {
  const files = new Map<string, StatisticFile>();
  const common: Pick<StatisticFile, 'definition' | 'level' | 'measure' | 'related'> = {
    definition: `${FICTIONAL}：数字由程序随机编成。`,
    level: '各级',
    measure: 'stock',
    related: [],
  };
  CITY_INDICATORS.forEach(([title, unit, theme, least, most], at) => {
    const observations = buildObservations(least, most, random);
    files.set(`fictional-city-${String(at + 1).padStart(2, '0')}`, {
      ...common,
      title,
      unit,
      scope: 'city',
      place: CITY,
      theme,
      observations,
    });
  });
  for (const [title, slug, unit, least, most] of DISTRICT_INDICATORS) {
    for (const { id, name } of DISTRICTS) {
      const observations = buildObservations(least, most, random);
      const place = { scope: 'county', place: name, district: id, theme: 'district' } as const;
      files.set(`fictional-${id}-${slug}`, { ...common, ...place, title, unit, observations });
    }
  }
  return files;
}

function buildObservations(least: number, most: number, random: SeededRandom): StatisticFile['observations'] {
  let value = random.integer(least, Math.round((least + most) / 2));
  return PERIODS.map((period, at) => {
    if (at > 0) value = Math.min(most, Math.round(value * (1 + random.next() / 8)));
    const printed = printFigure(value, random.chance(0.25));
    return {
      period,
      asOf: period,
      ...printed,
      source: ROSTER_SOURCE,
      locator: `附表第${String(random.integer(1, 40))}行`,
    };
  });
}

/** A figure as newspapers print it: 58.15万, 1287, 5000余. */
function printFigure(
  value: number,
  isRough: boolean,
): Pick<StatisticFile['observations'][number], 'value' | 'display' | 'qualifier'> {
  const [unit, suffix] =
    value >= 1e8 ? ([1e8, '亿'] as const) : value >= 1e4 ? ([1e4, '万'] as const) : ([1, ''] as const);
  const digits = isRough ? Number((value / unit).toPrecision(2)) : Number((value / unit).toFixed(2));
  return {
    value: Number((digits * unit).toPrecision(12)),
    display: `${String(digits)}${suffix}${isRough ? '余' : ''}`,
    qualifier: isRough ? 'over' : 'exact',
  };
}
