import { toBibTeX, toCitation, toShortCitation, toStandardCitation } from '../charts/citation.ts';
import { toCsv } from '../charts/csv.ts';
import { contentHash } from '../charts/freeze.ts';
import { plainHeadline } from '../charts/inferred.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import { buildPalette } from '../renderers/palette.ts';
import { renderWechatPage } from '../renderers/wechat.ts';
import type { ZipEntry } from '../renderers/zip.ts';
import type { ChartSpec, FrozenChart } from '../schemas/chart-spec.ts';
import type { Site } from '../schemas/site.ts';
import { type ChartPictureFile, chartPicturePath, listChartPictures } from './chart-pictures.ts';
import type { ViewContext } from './context.ts';
import { DEFAULT_CHOICE, embedCode, type EmbedFrame, embedLine } from '../lib/embed-code.ts';
import { buildFrozenEmbed, buildLiveEmbed, embedFrame, embedPath, frozenEmbedPath, type EmbedView } from './embed.ts';

/** A text to be copied. */
export interface CopyPiece {
  /** What the button says it copies: 复制实时嵌入代码. */
  what: string;
  text: string;
}

/** An embed with its codes and what its frame will look like. */
export interface EmbedPiece {
  /** One line, which is all that most need. */
  line: CopyPiece;
  /** The same with the script that fits its height. */
  code: CopyPiece;
  frame: EmbedFrame;
  /** Address below which all embeds stand. */
  root: string;
  href: string;
}

export interface FrozenPiece extends EmbedPiece {
  /** 2026年11月20日 */
  date: string;
  /** Up to when its figures speak. */
  asOf: string;
  headline: string;
  isOutdated: boolean;
}

/** Everything a newsroom may take of one chart. */
export interface PressKit {
  live: EmbedPiece;
  /** Newest first. */
  frozen: FrozenPiece[];
  pictures: { label: string; detail: string; href: string; address: CopyPiece }[];
  /** Headline, alt text, citation, licence. */
  texts: CopyPiece[];
}

export function pressPath(id: string): string {
  return `/press/${id}/`;
}

export function wechatPath(id: string): string {
  return `${pressPath(id)}wechat.html`;
}

/** Files that exist only for newsrooms, beside the press page. */
export type KitFormat = 'docx' | 'zip';

export function kitFilePath(id: string, format: KitFormat): string {
  return `${pressPath(id)}${id}.${format}`;
}

export function buildPressKit(spec: ChartSpec, context: ViewContext): PressKit {
  const live = embedPiece(buildLiveEmbed(spec, context), { version: '', path: embedPath(spec.id) }, context);
  return {
    live,
    frozen: findFrozen(spec.id, context).map((frozen) => frozenPiece(frozen, context)),
    pictures: listChartPictures(spec, context.absolute(spec.path)).map((picture) => ({
      label: picture.label,
      detail: picture.detail,
      ...pictureLinks(spec.id, picture, context),
    })),
    texts: textPieces(spec, context),
  };
}

/** The snapshots of a chart, also those from before it was renamed; newest first. */
export function findFrozen(id: string, { catalogue }: ViewContext): FrozenChart[] {
  const names = [id, ...(catalogue.entries.charts.get(id)?.data.aliases ?? [])];
  return [...catalogue.entries.frozen.values()]
    .map(({ data }) => data)
    .filter((frozen) => names.includes(frozen.id))
    .sort(
      (a, b) =>
        (a.frozenAt === b.frozenAt ? compareText(b.spec.asOf, a.spec.asOf) : compareText(b.frozenAt, a.frozenAt)) ||
        compareText(a.hash, b.hash),
    );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `version` tells codes of one page apart: the mark of a frozen chart, or nothing. */
function embedPiece(
  view: EmbedView,
  { version, path }: { version: string; path: string },
  context: ViewContext,
): EmbedPiece {
  const frame = embedFrame(view, path, context);
  const root = context.absolute('/embed/');
  const which = version === '' ? '' : `（${version}）`;
  return {
    line: { what: `嵌入代码，只要一行${which}`, text: embedLine(frame, DEFAULT_CHOICE) },
    code: { what: `嵌入代码，连脚本${which}`, text: embedCode(frame, DEFAULT_CHOICE, root) },
    frame,
    root,
    href: context.href(path),
  };
}

function frozenPiece(frozen: FrozenChart, context: ViewContext): FrozenPiece {
  const view = buildFrozenEmbed(frozen, context);
  const date = formatPartialDate(frozen.frozenAt);
  return {
    ...embedPiece(view, { version: `冻结版 ${frozen.hash}`, path: frozenEmbedPath(frozen) }, context),
    date,
    asOf: frozen.spec.asOf,
    headline: frozen.spec.headline,
    isOutdated: view.notice !== undefined,
  };
}

function pictureLinks(
  id: string,
  picture: ChartPictureFile,
  context: ViewContext,
): { href: string; address: CopyPiece } {
  const path = chartPicturePath(id, picture);
  return {
    href: context.href(path),
    address: { what: `${picture.label}的网址`, text: context.absolute(path) },
  };
}

function textPieces(spec: ChartSpec, { absolute }: ViewContext): CopyPiece[] {
  const url = absolute(spec.path);
  return [
    { what: '标题句', text: plainHeadline(spec.headline) },
    { what: '替代文字', text: spec.alt },
    { what: '引用', text: toCitation(spec, url) },
    { what: '短引用', text: toShortCitation(spec, url) },
    { what: '国标引用（GB/T 7714）', text: toStandardCitation(spec, url) },
    { what: 'BibTeX', text: toBibTeX(spec, url) },
    { what: '许可', text: `${spec.licence.name}，${spec.licence.url}` },
  ];
}

/** Texts of a kit's zip that only the site as a whole can tell. */
export interface KitTexts {
  /** Codes to embed the chart, live and frozen. */
  embed: string;
  /** Headline, alt text, citation, licence. */
  plain: string;
}

export function buildKitTexts(spec: ChartSpec, context: ViewContext): KitTexts {
  return { embed: embedText(spec, context), plain: plainText(spec, context) };
}

/** What a kit's files are made of; the pictures only a renderer with fonts can make, the Word file only a packer. */
export interface KitMaterials {
  pictures: ZipEntry[];
  docx: Uint8Array;
  texts: KitTexts;
  colours: Site['colours'];
  /** Of the chart's page. */
  url: string;
}

/**
 * The files of a kit's zip. Names are ASCII and texts begin with a byte-order mark and have Windows line ends, so that a Windows 7
 * office unpacks and opens them with a double click.
 */
export function buildKitFiles(spec: ChartSpec, { pictures, docx, texts, colours, url }: KitMaterials): ZipEntry[] {
  const { id } = spec;
  const palette = buildPalette(colours);
  return [
    ...pictures,
    { name: `${id}.docx`, content: docx },
    { name: `${id}-wechat.html`, content: renderWechatPage(spec, { palette, url }) },
    { name: `${id}.csv`, content: toCsv(spec) },
    { name: `${id}-embed.txt`, content: windowsText(texts.embed) },
    { name: `${id}-texts.txt`, content: windowsText(texts.plain) },
    { name: `${id}-readme-${contentHash(spec)}.txt`, content: windowsText(buildReadme(spec, url)) },
  ];
}

function embedText(spec: ChartSpec, context: ViewContext): string {
  const { live, frozen } = buildPressKit(spec, context);
  const parts = [
    `实时嵌入：数字更正时，嵌入的图跟着变。\n\n${codesText(live)}`,
    ...frozen.map((piece) => `冻结嵌入：数据截至${piece.asOf}，${piece.date}冻结，以后不变。\n\n${codesText(piece)}`),
  ];
  return parts.join('\n\n\n');
}

function codesText({ line, code }: EmbedPiece): string {
  return `只要一行：\n${line.text}\n\n连脚本，高度随内容调整：\n${code.text}`;
}

function plainText(spec: ChartSpec, context: ViewContext): string {
  const pieces = [
    { what: '图题', text: spec.title },
    ...textPieces(spec, context),
    { what: '网址', text: context.absolute(spec.path) },
  ];
  return pieces.map(({ what, text }) => `【${what}】\n${text}`).join('\n\n');
}

/** Which edition of the figures this is, whose they are and what may be done with them. */
function buildReadme(spec: ChartSpec, url: string): string {
  return [
    spec.title,
    plainHeadline(spec.headline),
    '',
    `数据截至：${spec.asOf}`,
    `版本：${contentHash(spec)}（图里的数字或文字改了，这个编号就变）`,
    `来源：${spec.sources.map(({ citation }) => citation).join('；')}`,
    `发布：${spec.publisher}，${url}`,
    `许可：${spec.licence.name}，${spec.licence.url}`,
  ].join('\n');
}

function windowsText(text: string): string {
  return `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`;
}

/** 628 kB */
export function formatFileSize(bytes: number): string {
  return `${String(Math.max(1, Math.round(bytes / 1000)))} kB`;
}
