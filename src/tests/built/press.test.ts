import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findWechatFaults } from '../../renderers/wechat-lint.ts';
import {
  type BuiltPage,
  type BuiltSite,
  expectedLeast,
  getPage,
  isEmbed,
  readJson,
  readTestSites,
  textOf,
} from '../../../scripts/sites/built-site.ts';
import { shorten } from './faults.ts';

const MOST_EMBED_BYTES = 40_000;
const MOST_ARTICLE_CHARACTERS = 20_000;

/** oembed.com, section 2.3.4: what a response may have, and what one of the type rich must have. */
const OembedSchema = z.strictObject({
  type: z.literal('rich'),
  version: z.literal('1.0'),
  title: z.string().min(1),
  author_name: z.string().min(1),
  author_url: z.url(),
  provider_name: z.string().min(1),
  provider_url: z.url(),
  cache_age: z.number().int().positive(),
  html: z.string().startsWith('<iframe ').endsWith('></iframe>'),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  thumbnail_url: z.url(),
  thumbnail_width: z.number().int().positive(),
  thumbnail_height: z.number().int().positive(),
});

function readFile(site: BuiltSite, file: string): Buffer {
  return readFileSync(join(site.folder, file));
}

function chartIds({ files }: BuiltSite): string[] {
  return [...files].flatMap((file) => /^charts\/([^/.]+)\.json$/.exec(file)?.[1] ?? []);
}

/** Files of a chart that are its pictures, as they are named in its folder and its kit. */
function pictureNames({ files }: BuiltSite, id: string): string[] {
  return [...files].flatMap((file) =>
    file.startsWith(`charts/${id}.`) && /\.(?:png|svg)$/.test(file) ? file.slice('charts/'.length) : [],
  );
}

/** `id@hash` of each file in the content's frozen folder. */
function frozenNames({ contentFolder }: BuiltSite): string[] {
  const folder = join(contentFolder, 'frozen');
  return existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.json$/, '')) : [];
}

/** Addresses a page loads by itself: not links. */
function loadedBy({ document }: BuiltPage): string[] {
  const elements = document.querySelectorAll(
    'script[src], img, link[rel="stylesheet"], iframe, source, video, audio, object, embed',
  );
  const styles = document.querySelectorAll('style').map(({ text }) => /url\(|@import/.exec(text)?.[0] ?? '');
  return [...elements.map((element) => element.toString().slice(0, 80)), ...styles.filter((found) => found !== '')];
}

describe.each(readTestSites())('embeds and press kits of $name', (site) => {
  const ids = chartIds(site);
  const embeds = site.pages.filter(isEmbed);

  it('has a live embed of every chart and an embed of every frozen one', () => {
    expect(ids.length).toBeGreaterThanOrEqual(expectedLeast(site, 1));
    const wanted = [
      ...ids.map((id) => `/embed/${id}/`),
      ...frozenNames(site).map((name) => `/embed/${name.replace('@', '/')}/`),
    ];
    expect(embeds.map(({ path }) => path).sort()).toEqual(wanted.sort());
  });

  it('keeps everything an embed needs in one file of at most 40 kB', () => {
    expect(shorten(embeds.flatMap((page) => loadedBy(page).map((found) => `${page.path}: ${found}`)))).toEqual([]);
    const sizes = embeds.map(({ html, path }) => ({ path, bytes: gzipSync(html).length }));
    expect(sizes.filter(({ bytes }) => bytes > MOST_EMBED_BYTES)).toEqual([]);
  });

  it('shows a drawing each for wide, middling and narrow frames, with the finding, the sources and the date', () => {
    const faults = embeds.flatMap(({ path, document }) => {
      const drawings = document.querySelectorAll('.drawing svg title').length;
      const text = textOf(document.querySelector('body'));
      return [
        ...(drawings === 3 ? [] : [`${path}: ${String(drawings)} drawings`]),
        ...['来源：', '数据截至', site.info.publisher, site.info.licence.name]
          .filter((part) => !text.includes(part))
          .map((part) => `${path}: no ${part}`),
      ];
    });
    expect(shorten(faults)).toEqual([]);
  });

  it('shows frozen figures as they were, whatever the live ones are', () => {
    for (const name of frozenNames(site)) {
      const { spec, frozenAt } = JSON.parse(
        readFileSync(join(site.contentFolder, 'frozen', `${name}.json`), 'utf8'),
      ) as {
        spec: { headline: string; rows: { display: string }[] };
        frozenAt: string;
      };
      const text = textOf(getPage(site, `/embed/${name.replace('@', '/')}/`).document.querySelector('body'));
      expect(text).toContain(spec.headline);
      expect(text).toContain(
        `${String(Number(frozenAt.slice(0, 4)))}年${String(Number(frozenAt.slice(5, 7)))}月${String(Number(frozenAt.slice(8)))}日冻结`,
      );
    }
  });

  it('describes every live embed in the oEmbed format, and the chart’s page says where', () => {
    for (const id of ids) {
      const record = OembedSchema.parse(readJson(site, `embed/${id}/oembed.json`));
      expect(record.html).toContain(`src="${site.origin}${site.base}embed/${id}/"`);
      expect(site.files).toContain(record.thumbnail_url.slice(`${site.origin}${site.base}`.length));
      const link = getPage(site, `/data/${id}/`).document.querySelector('link[type="application/json+oembed"]');
      expect(link?.getAttribute('href')).toBe(`${site.origin}${site.base}embed/${id}/oembed.json`);
      expect(link?.getAttribute('rel')).toBe('alternate');
    }
  });

  it('leads from the list to every kit, and from there to files that are there', () => {
    const list = getPage(site, '/press/');
    for (const id of ids) {
      expect(list.document.querySelectorAll(`main a[href="${site.base}press/${id}/"]`).length).toBeGreaterThan(0);
      const kit = getPage(site, `/press/${id}/`);
      const files = kit.document.querySelectorAll('main a[download]').map((link) => link.getAttribute('href') ?? '');
      expect(files.sort()).toEqual(
        [...pictureNames(site, id).map((name) => `charts/${name}`), `press/${id}/${id}.docx`, `press/${id}/${id}.zip`]
          .map((file) => site.base + file)
          .sort(),
      );
      expect(pictureNames(site, id)).toEqual(expect.arrayContaining([`${id}.png`, `${id}.svg`, `${id}.plain.svg`]));
      expect(files.filter((file) => !site.files.has(file.slice(site.base.length)))).toEqual([]);
    }
  });

  it('gives codes and texts as text, each with its own button', () => {
    for (const id of ids) {
      const { document } = getPage(site, `/press/${id}/`);
      const buttons = document.querySelectorAll('main button').map((button) => textOf(button));
      expect(new Set(buttons).size).toBe(buttons.length);
      expect(buttons.every((label) => label.startsWith('复制'))).toBe(true);
      const code = document.querySelector('#live [data-copy-text]')?.text ?? '';
      expect(code).toContain(`<iframe src="${site.origin}${site.base}embed/${id}/" title="`);
      expect(code).toMatch(/ width="100%" height="\d{3,4}" /);
      expect(document.querySelectorAll('main [data-copy-text]').length).toBe(
        document.querySelectorAll('main [data-copy]').length,
      );
    }
  });

  it('has an article body that the editor of official accounts keeps whole, for every chart', () => {
    for (const id of ids) {
      const html = readFile(site, `press/${id}/wechat.html`).toString('utf8');
      const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
      expect(body).toContain('<svg ');
      expect(findWechatFaults(body)).toEqual([]);
      // Once more by hand, on the whole file and without the linter.
      expect([...html].length).toBeLessThan(MOST_ARTICLE_CHARACTERS);
      expect(html).not.toMatch(
        /<(?:script|style|iframe|use|img|image|link)\b|\s(?:id|class|on\w+)=|url\(|font-family(?![^<]*"><section)/,
      );
    }
  });

  it('has a Word file that opens, with the picture, the figures and the sources', () => {
    for (const id of ids) {
      const spec = readJson(site, `charts/${id}.json`) as {
        headline: string;
        rows: { display: string }[];
        sources: { citation: string }[];
      };
      const parts = unzipSync(readFile(site, `press/${id}/${id}.docx`));
      const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      const pictures = Object.entries(parts).filter(([name]) => name.startsWith('word/media/'));
      // Its own: without the words that stand around it.
      expect(pictures.map(([, bytes]) => Buffer.from(bytes).readUInt32BE(16))).toEqual([1680]);
      for (const part of [
        spec.headline,
        ...spec.rows.map(({ display }) => display),
        ...spec.sources.map(({ citation }) => citation),
      ]) {
        expect(text).toContain(part);
      }
    }
  });

  it('has a zip of the files that are published one by one', () => {
    for (const id of ids) {
      const files = unzipSync(readFile(site, `press/${id}/${id}.zip`));
      const published: Readonly<Record<string, string>> = {
        ...Object.fromEntries(pictureNames(site, id).map((name) => [name, `charts/${name}`])),
        [`${id}.csv`]: `charts/${id}.csv`,
        [`${id}.docx`]: `press/${id}/${id}.docx`,
        [`${id}-wechat.html`]: `press/${id}/wechat.html`,
      };
      const readme = Object.keys(files).find((name) => /-readme-[0-9a-f]{10}\.txt$/.test(name)) ?? 'no readme';
      expect(Object.keys(files).sort()).toEqual(
        [...Object.keys(published), `${id}-embed.txt`, `${id}-texts.txt`, readme].sort(),
      );
      for (const [name, file] of Object.entries(published)) {
        expect(Buffer.from(files[name] ?? []).equals(readFile(site, file)), `${id}.zip: ${name}`).toBe(true);
      }
    }
  });
});
