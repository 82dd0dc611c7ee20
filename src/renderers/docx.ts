import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  type IBorderOptions,
  ImageRun,
  type IParagraphOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { toCitation } from '../charts/citation.ts';
import { cellText } from '../charts/table.ts';
import type { ChartRow, ChartSpec } from '../schemas/chart-spec.ts';
import { buildZip } from './zip.ts';

export interface ChartDocxOptions {
  /** The chart as a picture, 16:9. */
  png: Uint8Array;
  /** The chart's full address. */
  url: string;
}

/** Faces every Chinese Word and WPS has; the names are the ones both know. */
const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const HEADING_FONT = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };
/** Half points: 小四, 五号, 小五, 三号. */
const SIZE = { body: 24, small: 21, note: 18, title: 32 } as const;
/** A4 with margins of 25 mm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_417 } as const;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
/** Pixels of 1/96 inch: twentieths of a point by 15. */
const PICTURE_WIDTH_PX = Math.floor(TEXT_WIDTH / 15);

/**
 * A chart as a Word file: title and finding, picture with its caption, the figures as a three-line table, how to read them, sources
 * and citation. Same chart, same bytes.
 */
export async function renderChartDocx(spec: ChartSpec, { png, url }: ChartDocxOptions): Promise<Uint8Array> {
  const notes = [spec.note, ...spec.readingNotes].filter((note) => note !== null);
  const document = new Document({
    title: spec.title,
    subject: spec.headline,
    creator: spec.publisher,
    lastModifiedBy: spec.publisher,
    description: spec.alt,
    styles: {
      default: {
        document: { run: { font: BODY_FONT, size: SIZE.body, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        children: [
          paragraph(
            spec.title,
            { font: HEADING_FONT, size: SIZE.title, bold: true },
            { spacing: { after: 160 }, heading: 'Heading1' },
          ),
          paragraph(spec.headline, {}, { spacing: { after: 240, line: 400 } }),
          new Paragraph({ children: [picture(spec, png)], alignment: AlignmentType.CENTER, keepNext: true }),
          paragraph(
            `图1　${spec.title}`,
            { font: HEADING_FONT, size: SIZE.small },
            { alignment: AlignmentType.CENTER, spacing: { before: 80, after: 240 } },
          ),
          paragraph(
            '表1　图中各数与出处',
            { font: HEADING_FONT, size: SIZE.small },
            { alignment: AlignmentType.CENTER, spacing: { after: 80 }, keepNext: true },
          ),
          figureTable(spec),
          ...(notes.length === 0
            ? []
            : [paragraph(`说明：${notes.join('')}`, { size: SIZE.note }, { spacing: { before: 160 } })]),
          paragraph('来源', { font: HEADING_FONT, size: SIZE.small }, { spacing: { before: 240 }, keepNext: true }),
          ...spec.sources.map(({ citation }, at) => paragraph(`[${String(at + 1)}] ${citation}`, { size: SIZE.small })),
          paragraph('引用格式', { font: HEADING_FONT, size: SIZE.small }, { spacing: { before: 160 }, keepNext: true }),
          paragraph(toCitation(spec, url), { size: SIZE.small }),
          new Paragraph({
            spacing: { before: 160 },
            children: [plainRun(`许可：${spec.licence.name}，`, { size: SIZE.small }), linkRun(spec.licence.url)],
          }),
          new Paragraph({ children: [plainRun('网址：', { size: SIZE.small }), linkRun(url)] }),
        ],
      },
    ],
  });
  return normalise(await Packer.toBuffer(document));
}

type RunStyle = Pick<Exclude<ConstructorParameters<typeof TextRun>[0], string>, 'font' | 'size' | 'bold'>;

function paragraph(text: string, run: RunStyle, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: [plainRun(text, run)] });
}

function plainRun(text: string, run: RunStyle): TextRun {
  return new TextRun({ font: BODY_FONT, color: '000000', ...run, text });
}

/** An address that can be followed. */
function linkRun(url: string): ExternalHyperlink {
  return new ExternalHyperlink({
    link: url,
    children: [new TextRun({ font: BODY_FONT, color: '000000', size: SIZE.small, underline: {}, text: url })],
  });
}

function picture({ title, alt }: ChartSpec, png: Uint8Array): ImageRun {
  const { width, height } = readPngSize(png);
  const transformation = { width: PICTURE_WIDTH_PX, height: Math.round((PICTURE_WIDTH_PX * height) / width) };
  // The package counts ids through all documents of a process; a document of ours holds one picture.
  return new ImageRun({
    type: 'png',
    data: png,
    transformation,
    altText: { id: '1', name: '图', title, description: alt },
  });
}

/** Width and height stand in the first chunk of a PNG file. */
function readPngSize(png: Uint8Array): { width: number; height: number } {
  const header = new DataView(png.buffer, png.byteOffset);
  return { width: header.getUint32(16), height: header.getUint32(20) };
}

const COLUMNS: readonly {
  label: string;
  share: number;
  isNumeric?: boolean;
  text: (row: ChartRow, spec: ChartSpec) => string;
}[] = [
  { label: '指标', share: 0.28, text: (row, spec) => cellText('series', row, spec) },
  { label: '时期', share: 0.13, text: (row, spec) => cellText('period', row, spec) },
  { label: '数字', share: 0.17, isNumeric: true, text: (row, spec) => cellText('display', row, spec) },
  { label: '限定', share: 0.12, text: (row, spec) => cellText('qualifier', row, spec) },
  {
    label: '出处',
    share: 0.3,
    text: (row, spec) =>
      `${row.derived ? '算自' : ''}[${String(spec.sources.findIndex(({ id }) => id === row.source) + 1)}] ${row.locator}`,
  },
];

/** Widths of lines in eighths of a point. */
const NO_LINE = { style: BorderStyle.NIL, size: 0, color: 'auto' } as const satisfies IBorderOptions;
const THICK_LINE = { style: BorderStyle.SINGLE, size: 12, color: '000000' } as const satisfies IBorderOptions;
const THIN_LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const satisfies IBorderOptions;
type Line = IBorderOptions;

/** 三线表: a thick line above and below, a thin one under the heads. Lines are set cell by cell, which every reader draws alike. */
function figureTable(spec: ChartSpec): Table {
  const widths = COLUMNS.map(({ share }) => Math.round(share * TEXT_WIDTH));
  const cell = (text: string, at: number, lines: { top?: Line; bottom?: Line }, font = BODY_FONT): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 110, right: 110 },
      borders: { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE, ...lines },
      children: [
        paragraph(
          text,
          { size: SIZE.small, font },
          { alignment: COLUMNS[at]?.isNumeric === true ? AlignmentType.RIGHT : AlignmentType.LEFT },
        ),
      ],
    });
  const head = COLUMNS.map(({ label }, at) => cell(label, at, { top: THICK_LINE, bottom: THIN_LINE }, HEADING_FONT));
  const rows = spec.rows.map((row, number) => {
    const lines = number === spec.rows.length - 1 ? { bottom: THICK_LINE } : {};
    return new TableRow({ cantSplit: true, children: COLUMNS.map(({ text }, at) => cell(text(row, spec), at, lines)) });
  });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...rows],
  });
}

/** The package writes the moment of writing into the file and into its zip, and names links by chance: all go, so that builds stay the same. */
function normalise(file: Uint8Array): Uint8Array {
  const links = new Map<string, string>();
  const nameLinks = (xml: string): string =>
    xml.replaceAll(/"(rId[A-Za-z0-9_-]*[A-Za-z_-][A-Za-z0-9_-]*)"/g, (_, id: string) => {
      const name = links.get(id) ?? `rIdLink${String(links.size + 1)}`;
      links.set(id, name);
      return `"${name}"`;
    });
  const parts = Object.entries(unzipSync(file))
    // Links get their names in the order of the text.
    .sort(([a], [b]) => Number(b === DOCUMENT) - Number(a === DOCUMENT))
    .map(([name, content]) => {
      if (name === DOCUMENT || name === RELATIONS) return { name, content: nameLinks(strFromU8(content)) };
      if (name !== 'docProps/core.xml') return { name, content };
      return {
        name,
        content: strFromU8(content).replaceAll(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, ''),
      };
    });
  // Readers look for the list of content types first.
  return buildZip(
    parts.sort((a, b) => Number(b.name === '[Content_Types].xml') - Number(a.name === '[Content_Types].xml')),
  );
}

const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
