import { z } from 'zod';
import { CHART_KINDS } from './chart.ts';
import { MEASURES, QUALIFIERS, SCOPES } from './statistic.ts';

/**
 * ChartSpec: a chart as plain data, from which pictures, table, CSV, embeds and press kit are all made. It is published at
 * /charts/<id>.json and kept for good in frozen files, so it is self-contained.
 */

/** How a figure bounds the true number: `lower` for 余, 超, 逾, 以上 (at least), `upper` for 近 (nearly), `around` for 约. */
export const BOUNDS = ['exact', 'lower', 'upper', 'around'] as const;
export type Bound = (typeof BOUNDS)[number];

/** An axis. It holds zero, since columns and bars are compared by length; it reaches below where figures do. */
const ScaleSchema = z.strictObject({
  min: z.number().max(0),
  max: z.number(),
  step: z.number(),
  ticks: z.array(z.strictObject({ value: z.number(), label: z.string().describe('写法，例如 50万') })),
});
export type ChartScale = z.output<typeof ScaleSchema>;

/** `value` is drawn as it is; `part` and `rest` are shares of the `whole`. */
const SERIES_ROLES = ['value', 'part', 'rest', 'whole'] as const;

const SpecSeriesSchema = z.strictObject({
  indicator: z.string().describe('指标编号'),
  label: z.string().describe('图上的名称'),
  role: z.enum(SERIES_ROLES),
  emphasised: z.boolean(),
  unit: z.string(),
  scope: z.enum(SCOPES),
  place: z.string(),
  level: z.string(),
  measure: z.enum(MEASURES),
  definition: z.string(),
  definitionNote: z.string().nullable(),
  scale: ScaleSchema.nullable().describe('并列小图各自的刻度；只有一个数时没有'),
});
export type SpecSeries = z.output<typeof SpecSeriesSchema>;

const RowSchema = z.strictObject({
  series: z.number().int().describe('series 里的第几个，从 0 起'),
  period: z.string(),
  periodLabel: z.string().describe('例如 2023年'),
  value: z.number().describe('基本单位'),
  display: z.string().describe('带单位和限定词，例如 5000余项'),
  qualifier: z.enum(QUALIFIERS),
  bound: z.enum(BOUNDS),
  derived: z.boolean().describe('由别的数算得，来源里没有这个数'),
  asOf: z.string(),
  asOfInferred: z.boolean(),
  source: z.string(),
  locator: z.string(),
  note: z.string().nullable(),
});
export type ChartRow = z.output<typeof RowSchema>;

/** The format of a column of the table. */
const COLUMN_FORMATS = ['text', 'number', 'figure', 'qualifier', 'date'] as const;
const ColumnSchema = z.strictObject({ key: z.string(), label: z.string(), format: z.enum(COLUMN_FORMATS) });
export type ChartColumn = z.output<typeof ColumnSchema>;

/** The change between two rows. Stated only between exact figures. */
const AnnotationSchema = z.strictObject({
  kind: z.literal('change'),
  from: z.number().int().describe('rows 里的第几行，从 0 起'),
  to: z.number().int(),
  difference: z.string().describe('例如 +18家'),
  growth: z.string().nullable().describe('例如 +34.6%'),
});
export type ChartAnnotation = z.output<typeof AnnotationSchema>;

const SpecSourceSchema = z.strictObject({
  id: z.string(),
  citation: z.string().describe('完整的出处'),
  locators: z.array(z.string()),
});

export const ChartSpecSchema = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  title: z.string(),
  headline: z.string(),
  alt: z.string(),
  kind: z.enum(CHART_KINDS),
  unit: z.string().nullable().describe('共用的单位；各有各的单位时没有'),
  theme: z.strictObject({ id: z.string(), label: z.string() }),
  periods: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  series: z.array(SpecSeriesSchema),
  columns: z.array(ColumnSchema),
  rows: z.array(RowSchema),
  scale: ScaleSchema.nullable(),
  annotations: z.array(AnnotationSchema),
  note: z.string().nullable().describe('编辑写的说明'),
  readingNotes: z.array(z.string()).describe('怎样读这张图：限定词、推定的日期、口径'),
  sources: z.array(SpecSourceSchema),
  asOf: z.string().describe('例如 2025年（推定）'),
  licence: z.strictObject({ name: z.string(), url: z.string() }),
  publisher: z.string(),
  siteTitle: z.string(),
  path: z.string().describe('这张图自己的页面'),
});
export type ChartSpec = z.output<typeof ChartSpecSchema>;

/** `frozen/<chart>@<hash>.json`: a snapshot for published embeds. It is never changed or deleted. */
export const FrozenChartSchema = z.strictObject({
  id: z.string().describe('图表编号'),
  hash: z.string().describe('内容指纹，十位'),
  frozenAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .describe('冻结的日期'),
  spec: ChartSpecSchema,
});
export type FrozenChart = z.output<typeof FrozenChartSchema>;

/** `skilled-talent@0a1b2c3d4e` */
export const FROZEN_ID_PATTERN = /^(?<id>[a-z0-9]+(?:-[a-z0-9]+)*)@(?<hash>[0-9a-f]{10})$/;
