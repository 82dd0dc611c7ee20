import { COLOURS } from '../lib/colours.ts';
import type { Site } from '../schemas/site.ts';
import { buildDataPackage, buildOpenDataIndex, buildRecords, OPEN_DATA_KINDS } from '../views/open-data.ts';
import { personLead } from '../views/people.ts';
import { buildSearchDirectories, type SearchDirectories } from '../views/search-directories.ts';
import { buildBacklinks, type Backlinks } from '../views/related.ts';
import { buildPersonLine, type PersonLine } from '../views/people.ts';
import { sealOf } from '../views/seal.ts';
import { type StatisticSummary, summarizeStatistic } from '../views/statistic.ts';
import type { SealRequest } from '../renderers/seal.ts';
import type { Output, OutputContext, PageModel } from './output.ts';
import { pageOutput } from './page-output.ts';

export type SearchPage = PageModel<{ directories: SearchDirectories }>;
export type NotFoundPage = PageModel<object>;
export type DesignPage = PageModel<{
  seals: SealRequest[];
  statistics: StatisticSummary[];
  people: PersonLine[];
  register: Backlinks[];
  url: string;
}>;

/** What the site's own mark is cut from. */
export interface MarkModel {
  mark: string;
  colours: Site['colours'];
}

/** The mark as a picture, `size` pixels square. */
export interface IconModel extends MarkModel {
  size: number;
}

const ICON_SIZES_PX = [32, 180, 512] as const;

export interface FontModel {
  characters: string;
}

export interface FeedModel {
  title: string;
  description: string;
  link: string;
  items: { title: string; link: string; description: string }[];
}

/** What stands once on a site: search, icons, style, font, feed and open data. */
export function* listSiteFiles(site: OutputContext): Generator<Output> {
  yield pageOutput<SearchPage>(site, '/search/', () => ({
    head: {
      title: '搜索',
      description: '按姓名、拼音、工种、单位、成果和数字搜索全站，也可以从名录里找。',
      breadcrumb: [],
    },
    directories: buildSearchDirectories(site),
  }));
  yield pageOutput<NotFoundPage>(site, '/404.html', () => ({
    head: { title: '没有这个页面', description: '这个网址下没有页面。', noIndex: true },
  }));
  yield pageOutput<DesignPage>(site, '/design/', () => buildDesignPage(site));
  const { mark, colours } = site.catalogue.site;
  yield { path: '/favicon.svg', model: (): MarkModel => ({ mark, colours }) };
  yield { path: '/favicon.ico', model: (): IconModel => ({ mark, colours, size: 32 }) };
  for (const size of ICON_SIZES_PX) {
    yield { path: `/icon-${String(size)}.png`, model: (): IconModel => ({ mark, colours, size }) };
  }
  yield { path: '/site.css', text: () => siteCss(site) };
  yield { path: '/site.webmanifest', text: () => JSON.stringify(buildManifest(site)) };
  yield { path: '/fonts/song.woff2', model: (): FontModel => ({ characters: site.glyphs.characters }) };
  yield { path: '/robots.txt', text: () => formatRobots(site) };
  yield* listSecurityContact(site);
  yield { path: '/rss.xml', model: () => buildFeed(site) };
  for (const kind of OPEN_DATA_KINDS) {
    yield { path: `/api/${kind}.json`, text: () => JSON.stringify(buildRecords(kind, site)) };
  }
  yield { path: '/api/index.json', text: () => JSON.stringify(buildOpenDataIndex(site)) };
  yield { path: '/datapackage.json', text: () => JSON.stringify(buildDataPackage(site)) };
}

/** The site's own colours and its headings' face; everything else about its looks is shared by all cities. The doubled selector wins over the tokens. */
function siteCss({ catalogue, href }: OutputContext): string {
  const { colours } = catalogue.site;
  const css = [
    `@font-face{font-family:"Jiangce Song";font-weight:600;font-display:swap;src:url(${href('/fonts/song.woff2')}) format("woff2")}`,
    `:root:root{--seal:${colours.seal};--steel:${colours.steel}}`,
    `@media(prefers-color-scheme:dark){:root:root{--seal:${colours.sealDark};--steel:${colours.steelDark}}}`,
  ].join('\n');
  return `${css}\n`;
}

function buildManifest({ catalogue, href }: OutputContext): object {
  const { title } = catalogue.site;
  const icon = (size: number): object => ({
    src: href(`/icon-${String(size)}.png`),
    sizes: `${String(size)}x${String(size)}`,
    type: 'image/png',
  });
  return {
    name: title,
    short_name: title,
    lang: 'zh-CN',
    start_url: href('/'),
    display: 'browser',
    background_color: COLOURS.light.paper,
    theme_color: COLOURS.light.paper,
    icons: [icon(180), icon(512)],
  };
}

/** Everything may be read by search engines, and here is the list of it. */
function formatRobots({ absolute }: OutputContext): string {
  return `User-agent: *\nDisallow:\nSitemap: ${absolute('/sitemap-index.xml')}\n`;
}

/** Where to tell of a hole in the site's security (RFC 9116), if the site says where. */
function* listSecurityContact({ catalogue, absolute }: OutputContext): Generator<Output> {
  const path = '/.well-known/security.txt';
  const { security } = catalogue.site;
  if (!security) return;
  const lines = [
    `Contact: ${security.contact.startsWith('https:') ? security.contact : `mailto:${security.contact}`}`,
    `Expires: ${security.expires}T00:00:00+08:00`,
    'Preferred-Languages: zh',
    `Canonical: ${absolute(path)}`,
  ];
  yield { path, text: () => `${lines.join('\n')}\n` };
}

/** Profiles as a feed. Profiles carry no dates of their own, so items have none rather than invented ones. */
function buildFeed(site: OutputContext): FeedModel {
  const { city, tagline, title } = site.catalogue.site;
  return {
    title: `${title}：工匠`,
    description: `${city}工匠名录。${tagline}`,
    link: site.absolute('/'),
    items: site.catalogue.people.map((person) => ({
      title: person.name,
      link: site.absolute(`/craftsmen/${person.id}/`),
      description: personLead(person, site),
    })),
  };
}

function buildDesignPage(site: OutputContext) {
  const { people, entries } = site.catalogue;
  const [first] = people;
  return {
    head: { title: '设计', description: '本站的颜色、字号和组件。', breadcrumb: [], noIndex: true },
    seals: people.slice(0, 4).map(sealOf),
    statistics: [...entries.statistics.values()].slice(0, 4).map((entry) => summarizeStatistic(entry, site)),
    people: people.slice(0, 3).map((person) => buildPersonLine(person, site)),
    register: first ? buildBacklinks(`craftsmen/${first.id}`, site) : [],
    url: site.absolute('/design/'),
  };
}
