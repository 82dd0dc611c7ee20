import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { type DefaultTreeAdapterTypes, parse as parseHtml } from 'parse5';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEmbedScript } from '../../integrations/embed-script.ts';
import { CLIPPING_POLICY, embedPolicy, PAGE_POLICY, REDIRECT_POLICY } from '../../serving/content-security.ts';
import { headersOf } from '../../serving/headers.ts';
import { isTextType, mediaTypeOf } from '../../serving/media-types.ts';
import { formatStaticHost } from '../../serving/static-host.ts';
import { readFixture } from '../content-fixtures.ts';
import { BUILD_MS, buildSite, openWorkshop } from './build-site.ts';
import { listFiles, readBuiltSite } from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';
import { findBrokenLinks } from './links.ts';
import { readXml } from './xml.ts';

/** What a text may hold that someone has typed, pasted or smuggled in: it has to arrive as these characters and do nothing. */
const HOSTILE = `"><img src=x onerror=alert(1)></script><script>alert(1)</script>]]>&lt;!--'{x}$(touch x)\`id\``;
/** A name may hold less than other texts: the check refuses the rest. */
const HOSTILE_NAME = `林墨"'&`;
const FORMULA = `=cmd|' /C calc'!A0`;
const MARK = 'onerror=alert(1)';
/** Two folders below the host, so that what forgets its base path leads nowhere. */
const BASE = '/a/b/';

const workshop = openWorkshop();
const content = join(workshop.folder, 'haicheng');
const out = join(workshop.folder, 'site');
let files: string[] = [];

type Json = Record<string, unknown>;

/** The fixture with a chart, every free text of it made hostile, and former ids to be found again. */
function writeContent(folder: string): void {
  const fixture = new Map([...readFixture('frozen')].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]));
  const change = (file: string, by: (data: Json) => Json): void => {
    const data = JSON.parse(fixture.get(file) ?? '') as Json;
    fixture.set(file, JSON.stringify({ ...data, ...by(data) }));
  };
  const spoil = (value: unknown): string => `${String(value)}${HOSTILE}`;
  change('site.json', (data) => ({
    url: `https://example.org${BASE}`,
    title: spoil(data['title']),
    tagline: spoil(data['tagline']),
    notice: spoil(data['notice']),
    publisher: spoil(data['publisher']),
    licence: { ...(data['licence'] as Json), name: spoil('CC BY 4.0') },
  }));
  change('sources.json', ({ sources }) => ({
    sources: (sources as Json[]).map((source) => ({
      ...source,
      title: `${FORMULA}${HOSTILE}`,
      publication: spoil('海城日报'),
      authors: [spoil('记者甲')],
    })),
  }));
  change('organizations.json', ({ organizations }) => ({
    organizations: (organizations as Json[]).map((item) => ({ ...item, name: spoil(item['name']) })),
  }));
  change('statistics/masters.json', ({ observations }) => ({
    title: `${FORMULA}${HOSTILE}`,
    definition: spoil('定义'),
    place: spoil('海城市'),
    level: `@SUM(1)${HOSTILE}`,
    observations: (observations as Json[]).map((item) => ({ ...item, locator: `-2+3${HOSTILE}` })),
  }));
  change('charts/talent.json', () => ({ title: spoil('图'), note: spoil('说明'), aliases: ['old-talent'] }));
  const words = { title: spoil('师傅'), was: HOSTILE, now: spoil('师傅'), reason: spoil('看错') };
  fixture.set(
    'corrections/masters.json',
    JSON.stringify({ ...words, date: '2025-07-20', since: '2025', statistic: 'masters', craftsmen: ['lin-mo'] }),
  );
  fixture.set(
    'craftsmen/lin-mo.mdx',
    (fixture.get('craftsmen/lin-mo.mdx') ?? '')
      .replace(/^name: .*$/m, `name: ${JSON.stringify(HOSTILE_NAME)}\npinyin: lin mo\naliases: [old-lin]`)
      .replace(/^employer: /m, `position: ${JSON.stringify(`+1${HOSTILE}`)}\nemployer: `)
      .concat('\n正文&lt;script&gt;alert(1)&lt;/script&gt;，[信](mailto:a@example.org?subject=%22%3E%3Cimg)。\n'),
  );
  for (const [file, text] of fixture) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

beforeAll(async () => {
  writeContent(content);
  const { code, output } = await buildSite(content, out);
  expect(code, output).toBe(0);
  files = listFiles(out);
}, BUILD_MS);

afterAll(workshop.remove);

const read = (file: string): string => readFileSync(join(out, file), 'utf8');
const withEnding = (ending: string): string[] => files.filter((file) => file.endsWith(ending));

type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseHtml(html));
  return found;
}

const attribute = ({ attrs }: Element, name: string): string | undefined => attrs.find((a) => a.name === name)?.value;
const textIn = ({ childNodes }: Element): string =>
  childNodes.map((node) => ('value' in node ? node.value : '')).join('');

it('pages hold no element, attribute or script that a text brought in', () => {
  const faults: string[] = [];
  let seen = 0;
  for (const file of withEnding('.html')) {
    const html = read(file);
    if (html.includes('alert(1)')) seen += 1;
    for (const element of elementsOf(html)) {
      const { tagName, attrs } = element;
      for (const { name, value } of attrs) {
        if (name.startsWith('on')) faults.push(`${file}: ${tagName} ${name}`);
        if (['href', 'src', 'action'].includes(name) && !/^(?:https:\/\/|mailto:|tel:|\/(?!\/)|#)/.test(value))
          faults.push(`${file}: ${tagName} ${name}=${value.slice(0, 60)}`);
      }
      if (tagName === 'img' && attribute(element, 'src') === 'x') faults.push(`${file}: img`);
      if (tagName !== 'script') continue;
      const type = attribute(element, 'type');
      if (type === 'application/ld+json' || type === 'application/json') JSON.parse(textIn(element));
      else if (attribute(element, 'src') === undefined && textIn(element) !== readEmbedScript())
        faults.push(`${file}: ${textIn(element).slice(0, 60)}`);
    }
  }
  expect(seen).toBeGreaterThan(10);
  expect(faults).toEqual([]);
});

it('every page says its policy first thing, and has no style attribute but in article bodies', () => {
  for (const file of withEnding('.html')) {
    const elements = elementsOf(read(file));
    const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
    const isRefresh = elements.some((element) => attribute(element, 'http-equiv') === 'refresh');
    const style = elements.find(({ tagName }) => tagName === 'style');
    const wanted = file.endsWith('wechat.html')
      ? CLIPPING_POLICY
      : file.startsWith('embed/')
        ? embedPolicy({ script: readEmbedScript(), style: style ? textIn(style) : '' })
        : isRefresh
          ? REDIRECT_POLICY
          : PAGE_POLICY;
    expect(policy && attribute(policy, 'content'), file).toBe(wanted);
    if (!file.endsWith('wechat.html'))
      expect(elements.filter((element) => attribute(element, 'style') !== undefined).length, file).toBe(0);
  }
});

it('feeds, drawings and Word files are well-formed and hold the text as text', () => {
  for (const file of [...withEnding('.xml'), ...withEnding('.svg')]) {
    const elements = readXml(read(file));
    expect(
      elements.filter(({ name }) => /^(?:script|img|foreignObject)$/.test(name)),
      file,
    ).toEqual([]);
  }
  expect(readXml(read('rss.xml')).some(({ text }) => text.includes(MARK))).toBe(true);
  expect(readXml(read('charts/talent.svg')).some(({ text }) => text.includes(MARK))).toBe(true);
  for (const file of withEnding('.docx')) {
    const parts = unzipSync(readFileSync(join(out, file)));
    const xml = Object.entries(parts).filter(([name]) => /\.(?:xml|rels)$/.test(name));
    const texts = xml.flatMap(([, bytes]) => readXml(new TextDecoder().decode(bytes)).map(({ text }) => text));
    expect(texts.join(''), file).toContain(MARK);
  }
});

it('no cell of a table is a formula', () => {
  expect(withEnding('.csv').length).toBeGreaterThan(0);
  for (const file of withEnding('.csv')) {
    const rows: string[][] = parse(read(file), { bom: true });
    const cells = rows.flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells.some((cell) => cell.startsWith(`'${FORMULA}`))).toBe(true);
    expect(cells.some((cell) => cell.includes(MARK))).toBe(true);
  }
});

it('names of files are made of ids alone', () => {
  expect(files.filter((file) => !/^[\w./@-]+$/.test(file))).toEqual([]);
  for (const file of withEnding('.zip'))
    expect(Object.keys(unzipSync(readFileSync(join(out, file)))).filter((name) => !/^[\w./@-]+$/.test(name))).toEqual(
      [],
    );
});

it('addresses of former ids lead on, and what others show of them is still there', () => {
  for (const [from, to] of [
    ['craftsmen/old-lin/', 'craftsmen/lin-mo/'],
    ['data/old-talent/', 'data/talent/'],
    ['press/old-talent/', 'press/talent/'],
  ] as const) {
    const elements = elementsOf(read(`${from}index.html`));
    const contentOf = (name: string, value: string, of: string): string | undefined => {
      const element = elements.find((one) => attribute(one, name) === value);
      return element && attribute(element, of);
    };
    expect(contentOf('http-equiv', 'refresh', 'content')).toBe(`0;url=${BASE}${to}`);
    expect(contentOf('rel', 'canonical', 'href')).toBe(`https://example.org${BASE}${to}`);
    expect(contentOf('name', 'robots', 'content')).toBe('noindex');
  }
  for (const name of ['svg', 'png', 'csv', 'json']
    .map((ending) => `charts/ID.${ending}`)
    .concat('embed/ID/index.html', 'embed/ID/oembed.json', 'press/ID/ID.docx', 'press/ID/ID.zip'))
    expect(
      readFileSync(join(out, name.replaceAll('ID', 'old-talent'))).equals(
        readFileSync(join(out, name.replaceAll('ID', 'talent'))),
      ),
      name,
    ).toBe(true);
  expect(read('sitemap-0.xml')).not.toContain('old-');
});

it('texts of some size have compressed copies that hold the same', () => {
  const copied = files.filter((file) => isTextType(mediaTypeOf(file)) && readFileSync(join(out, file)).length >= 1024);
  expect(copied.length).toBeGreaterThan(20);
  for (const file of copied) {
    const plain = readFileSync(join(out, file));
    expect(brotliDecompressSync(readFileSync(join(out, `${file}.br`))).equals(plain), file).toBe(true);
    expect(gunzipSync(readFileSync(join(out, `${file}.gz`))).equals(plain), file).toBe(true);
  }
});

it('on a static host no file gets two policies or two ages, and every page its own', () => {
  const names = [...new Set(files.map((file) => file.replace(/\/.*$/, '/')))];
  const script = readEmbedScript();
  const { _headers } = formatStaticHost({ host: 'example.org', base: BASE, redirects: [], embedScript: script }, names);
  const rules = _headers
    .split(/\n(?=\/)/)
    .slice(1)
    .map((block) => {
      const [glob = '', ...lines] = block.trim().split('\n');
      const pattern = glob
        .replaceAll('.', String.raw`\.`)
        .replaceAll(/:[a-z]+/g, '[^/]+')
        .replace(/\*$/, '.*');
      return { expression: new RegExp(`^${pattern}$`), headers: lines.map((line) => line.trim()) };
    });
  expect(rules.length).toBeLessThan(100);
  for (const file of files) {
    const address = `${BASE}${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`;
    const given = rules.filter(({ expression }) => expression.test(address)).flatMap(({ headers }) => headers);
    const policies = given.filter((line) => line.startsWith('Content-Security-Policy: '));
    expect(given.length, address).toBe(new Set(given.map((line) => line.replace(/:.*/, ''))).size);
    if (file.endsWith('.html'))
      expect(policies, address).toEqual([
        `Content-Security-Policy: ${headersOf(file, script)['Content-Security-Policy'] ?? ''}`,
      ]);
  }
});

it('every link, file and address lies under the base path', () => {
  const site = readBuiltSite('below', out, content);
  expect(site.base).toBe(BASE);
  expect(shorten(findBrokenLinks(site))).toEqual([]);
  const elsewhere = site.pages.filter(({ html }) => /=["']?\/(?!a\/b\/|\/)\w/.test(html)).map(({ path }) => path);
  expect(shorten(elsewhere)).toEqual([]);
});
