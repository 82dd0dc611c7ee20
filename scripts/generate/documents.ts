import type { z } from 'zod';
import { DEFAULT_SITE_COLOURS } from '../../src/lib/colours.ts';
import type { HonoursFileSchema } from '../../src/schemas/honour.ts';
import type { OrganizationsFileSchema } from '../../src/schemas/organization.ts';
import type { SiteSchema } from '../../src/schemas/site.ts';
import type { SourcesFileSchema } from '../../src/schemas/source.ts';
import type { TaxonomySchema } from '../../src/schemas/taxonomy.ts';
import type { SeededRandom } from '../../src/lib/seeded-random.ts';
import { DISTRICTS, FIRM_NAMES, HONOURS, TRADE_FAMILIES, type TradeFamily } from './vocabulary.ts';

/** Part of the site's name, of its notice and of every source, so that no page can be mistaken for a real one. */
export const FICTIONAL = '虚构数据，仅供测速';
export const CITY = '虚构市';

/** The source that every profile cites, and sources that some cite. */
export const ROSTER_SOURCE = 'fictional-roster';
const INTERVIEWS = 24;
export const interviewSources = Array.from(
  { length: INTERVIEWS },
  (_, at) => `fictional-interviews-${String(at + 1).padStart(2, '0')}`,
);

export function buildSources(): z.input<typeof SourcesFileSchema> {
  const common = { authors: [], dateNote: `${FICTIONAL}，日期也是编的` };
  return {
    sources: [
      {
        ...common,
        id: ROSTER_SOURCE,
        title: `虚构市工匠名录（${FICTIONAL}）`,
        publication: '没有这份刊物',
        date: '2025-04-28',
      },
      ...interviewSources.map((id, at) => ({
        ...common,
        id,
        title: `虚构的人物报道之${String(at + 1)}（${FICTIONAL}）`,
        publication: '没有这份报纸',
        date: `${String(2023 + (at % 3))}-${String((at % 12) + 1).padStart(2, '0')}`,
      })),
    ],
  };
}

export function buildSite(featured: readonly string[], figures: readonly string[]): z.input<typeof SiteSchema> {
  return {
    title: `虚构市匠册（${FICTIONAL}）`,
    city: CITY,
    shortCity: '虚构',
    tagline: '程序编出来的人和数字，用来量构建的速度',
    url: 'https://fictional.example.org/',
    publisher: '没有发布者',
    notice: `${FICTIONAL}。本站的城市、单位、人物、事情和数字全部由程序随机编成，姓名与真实的人相同纯属巧合。`,
    filings: { icp: '', police: '' },
    feedback: '',
    licence: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/deed.zh-hans' },
    colours: DEFAULT_SITE_COLOURS,
    mark: '虚',
    edition: 2025,
    home: { figures: [...figures], featured: [...featured] },
  };
}

export function buildHonours(statistics: readonly string[]): z.input<typeof HonoursFileSchema> {
  return {
    honours: HONOURS.map(({ id, title, level, rank }) => ({
      id,
      title,
      level,
      rank,
      holder: 'person' as const,
      aliases: [],
    })),
    ladders: [
      {
        id: 'fictional-ladder',
        title: '虚构的三级阶梯',
        summary: `${FICTIONAL}。这座阶梯只用来量页面。`,
        rungs: [
          { title: '市级', honours: ['fictional-city-grand-craftsman'], statistics: statistics.slice(0, 1) },
          { title: '省级', honours: ['fictional-provincial-grand-craftsman'], statistics: statistics.slice(1, 2) },
          { title: '国家级', honours: ['fictional-national-craftsman'], statistics: [] },
        ],
        citations: [{ source: ROSTER_SOURCE, locator: '前言' }],
      },
    ],
  };
}

export function buildTaxonomy(): z.input<typeof TaxonomySchema> {
  return {
    trades: TRADE_FAMILIES.flatMap(({ trades }) => trades.map((trade) => ({ ...trade, synonyms: [] }))),
    industries: TRADE_FAMILIES.flatMap(({ industries }) =>
      industries.map((industry) => ({ ...industry, synonyms: [] })),
    ),
    themes: [
      { id: 'talent', label: '技能人才', summary: `人数（${FICTIONAL}）` },
      { id: 'innovation', label: '职工创新', summary: `成果和效益（${FICTIONAL}）` },
      { id: 'district', label: '区市', summary: `各区市的数字（${FICTIONAL}）` },
    ],
  };
}

export interface Firm {
  id: string;
  name: string;
  shortName: string;
  family: TradeFamily;
  industry: string;
  district: string;
}

/** Generates firms of all trades and districts, each with a unique name. */
export function buildFirms(count: number, random: SeededRandom): Firm[] {
  const names = TRADE_FAMILIES.flatMap((family) =>
    family.firmWords.flatMap((word) => FIRM_NAMES.map((name) => ({ family, word, name }))),
  );
  if (count > names.length) throw new Error(`At most ${String(names.length)} firms can be named.`);
  return random
    .shuffle(names)
    .slice(0, count)
    .map(({ family, word, name }, at) => ({
      id: `fictional-firm-${String(at + 1).padStart(3, '0')}`,
      name: `${CITY}${name}${word}有限公司`,
      shortName: `虚构${name}${word}`,
      family,
      industry: random.pick(family.industries).id,
      district: random.pickSkewed(DISTRICTS).id,
    }));
}

export function buildOrganizations(firms: readonly Firm[]): z.input<typeof OrganizationsFileSchema> {
  return {
    organizations: [
      { id: 'fictional-union', name: `${CITY}总工会`, aliases: [], kind: 'union' },
      ...firms.map(({ id, name, shortName, industry, district }) => ({
        id,
        name,
        shortName,
        aliases: [],
        kind: 'enterprise' as const,
        industry,
        district,
      })),
    ],
  };
}
