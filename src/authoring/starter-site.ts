import { DEFAULT_SITE_COLOURS } from '../lib/colours.ts';
import { toSyllables } from '../lib/pinyin.ts';
import { writeJsonEntry, writeMdxEntry } from './entry-text.ts';

export interface StarterSiteOptions {
  /** 威海市 */
  city: string;
  /** 威海 */
  shortCity: string;
  /** 威海匠册 */
  title: string;
  url: string;
  publisher: string;
  colours: keyof typeof STARTER_COLOURS;
  /** ISO date on which the site is created. */
  today: string;
}

/** Colours that are legible in both modes; a site may have its own. */
export const STARTER_COLOURS = {
  red: { label: '印泥红', colours: DEFAULT_SITE_COLOURS },
  green: { label: '石绿', colours: { seal: '#0F6B66', sealDark: '#6FC3BC', steel: '#8C3A3A', steelDark: '#D79A94' } },
} as const;

const SOURCE = 'starting-note';
const STATISTIC = 'listed-craftsmen';
const CRAFTSMAN = 'example-craftsman';
const CITED = { source: SOURCE, locator: '说明' };

/** 威海市 → 威海; 威海市文登区 → 文登. */
export function toShortCity(city: string): string {
  const last = /(?:.*(?:省|自治区|市|州|盟))?(.{2,}?)(?:市|县|区|旗|州|盟)?$/.exec(city)?.[1] ?? city;
  return last === '' ? city : last;
}

/** The name of a city's content folder: 威海 → weihai. */
export function toSiteId(shortCity: string): string {
  return toSyllables(shortCity)
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '');
}

/**
 * All files of a new city's content folder, by path. Schemas require at least one source, figure and person; those written here
 * state only what is true of the site itself, and that they are examples.
 */
export function buildStarterSite(options: StarterSiteOptions): Map<string, string> {
  const year = options.today.slice(0, 4);
  return new Map([
    ['site.json', writeJsonEntry(buildSiteFile(options, Number(year)))],
    ['sources.json', writeJsonEntry({ sources: [buildSource(options)] })],
    ['honours.json', writeJsonEntry({ honours: buildHonours(options), ladders: [] })],
    ['organizations.json', writeJsonEntry({ organizations: [] })],
    ['taxonomy.json', writeJsonEntry({ trades: [], industries: [], themes: THEMES })],
    [`editions/${year}.json`, writeJsonEntry(buildEdition(options, Number(year)))],
    [`statistics/${STATISTIC}.json`, writeJsonEntry(buildStatistic(options, year))],
    [`craftsmen/${CRAFTSMAN}.mdx`, writeMdxEntry({ name: '示例', honours: [], citations: [CITED] }, EXAMPLE_BODY)],
    ['pages/about-data.mdx', writeMdxEntry({ title: '数据怎么来的', citations: [CITED] }, ABOUT_BODY)],
  ]);
}

function buildSiteFile(
  { city, shortCity, title, url, publisher, colours }: StarterSiteOptions,
  edition: number,
): object {
  return {
    title,
    city,
    shortCity,
    tagline: `${shortCity}的工匠、工作室和职工创新，数字都有出处`,
    url,
    publisher,
    notice: '本站正在整理，标着「示例」的内容会换成真实的内容。',
    filings: { icp: '', police: '' },
    feedback: '',
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/deed.zh-hans' },
    colours: STARTER_COLOURS[colours].colours,
    mark: '匠',
    edition,
    home: { figures: [STATISTIC], featured: [CRAFTSMAN] },
  };
}

function buildSource({ title, publisher, today }: StarterSiteOptions): object {
  return {
    id: SOURCE,
    title: `${title}编制说明`,
    publication: publisher,
    authors: [],
    date: today,
    dateNote: '建站那一天',
  };
}

function buildHonours({ shortCity }: StarterSiteOptions): object[] {
  const person = { holder: 'person', aliases: [] };
  return [
    { id: 'national-craftsman', title: '大国工匠', level: 'nation', rank: 100, ...person },
    { id: 'china-skills-award', title: '中华技能大奖', level: 'nation', rank: 95, ...person },
    { id: 'national-model-worker', title: '全国劳动模范', level: 'nation', rank: 90, ...person },
    { id: 'national-technical-expert', title: '全国技术能手', level: 'nation', rank: 85, ...person },
    { id: 'city-craftsman', title: `${shortCity}工匠`, level: 'city', rank: 50, ...person },
  ];
}

function buildEdition({ shortCity }: StarterSiteOptions, year: number): object {
  return {
    title: `${shortCity}工匠日（示例）`,
    year,
    theme: '示例主题',
    status: 'planned',
    summary: '示例：在 editions 文件夹里写上这一届工匠日的主题、日期和活动。',
    citations: [CITED],
  };
}

function buildStatistic({ city, today }: StarterSiteOptions, year: string): object {
  return {
    title: '本站收录的工匠（示例）',
    definition: '本站有页面的工匠人数，含示例。建好自己的指标后删掉这一个。',
    unit: '人',
    scope: 'city',
    place: city,
    level: '不分级别',
    measure: 'stock',
    theme: 'talent',
    related: [],
    observations: [{ period: year, asOf: today, value: 1, display: '1', qualifier: 'exact', ...CITED }],
  };
}

const THEMES = [
  { id: 'talent', label: '技能人才与工匠', summary: '技能人才和各级工匠的人数' },
  { id: 'evaluation', label: '技能评价', summary: '技能等级评价和新八级工' },
  { id: 'innovation', label: '职工创新', summary: '创新工作室、创新成果和效益' },
  { id: 'competition', label: '竞赛', summary: '各类竞赛的场次和参加人数' },
  { id: 'training', label: '学院与教育', summary: '工匠学院、培训基地和职业院校' },
  { id: 'policy', label: '政策与投入', summary: '政策措施、奖励和资助' },
  { id: 'enterprise', label: '企业', summary: '企业自己的数字' },
  { id: 'service', label: '服务职工', summary: '工会驿站、互助和帮扶' },
  { id: 'culture', label: '工匠日与宣传', summary: '工匠日的活动和宣传' },
  { id: 'district', label: '区县', summary: '各区县的数字' },
] as const;

const EXAMPLE_BODY = `这是一页示例，不是真人。

建好真人的页面以后，删掉这个文件，再把 site.json 里 home 的 featured 换成真人的编号。

## 正文怎么写

第一段显示在列表和搜索结果里，写一两句最要紧的话。数量要写明来源，写法见项目里的 EDITING.md。`;

const ABOUT_BODY = `示例：在这里说明本站的人物和数字取自哪里，限定词、时期和口径怎样读。`;
