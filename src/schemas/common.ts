import { z } from 'zod';
import { isRealDate } from '../lib/partial-date.ts';

/** Kinds of entry that another entry may point at. The name is the folder or list the entry lives in. */
export const REFERABLE_KINDS = [
  'academies',
  'charts',
  'competitions',
  'craftsmen',
  'districts',
  'honours',
  'industries',
  'organizations',
  'outcomes',
  'pages',
  'policies',
  'proposals',
  'services',
  'sources',
  'statistics',
  'studios',
  'teams',
  'themes',
  'trades',
] as const;
export type ReferableKind = (typeof REFERABLE_KINDS)[number];

/** What a field says about itself beyond its type; read by the reference check and by tools that explain fields. */
export interface FieldMeta {
  description?: string;
  /** The value is the id of an entry of this kind. */
  reference?: ReferableKind;
  /** A text that stands for a date, which spreadsheets write in many ways. */
  format?: 'partial-date' | 'period';
}

/** Non-empty text on one line. */
export const text = (description: string) =>
  z
    .string()
    .trim()
    .min(1)
    .regex(/^[^\r\n]*$/, { error: '只能写一行，不能换行' })
    .describe(description);

/** Text that may be left empty; an empty value hides the line it would fill. */
export const optionalText = (description: string) => z.string().trim().describe(description);

export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An ASCII slug: `ning-yunzhan`. */
export const IdSchema = z
  .string()
  .regex(ID_PATTERN, { error: '编号只能用小写英文字母、数字和连字符，例如 ning-yunzhan' })
  .describe('编号：小写英文字母、数字和连字符，例如 ning-yunzhan');

/** Ids an entry had before: their addresses lead to its page for good. */
export const formerIds = () =>
  z.array(IdSchema).describe('曾用编号：改过编号的，把旧的写在这里，旧网址就转到新的，例如 ning-yun-zhan').optional();

/** The id of an entry of `kind`; resolved, or refused with the nearest ids, when the catalogue is built. */
export const reference = (kind: ReferableKind, description: string) =>
  z
    .string()
    .min(1)
    .meta({ description, reference: kind } satisfies FieldMeta);

/** A date as far as it is known: `2023`, `2023-07` or `2023-07-26`. */
const PARTIAL_DATE = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
export const PARTIAL_DATE_PATTERN = new RegExp(`^${PARTIAL_DATE}$`);
export const partialDate = (description: string) =>
  z
    .string()
    .regex(PARTIAL_DATE_PATTERN, { error: '日期写成 2023、2023-07 或 2023-07-26', abort: true })
    .refine(isRealDate, { error: '日历上没有这一天，对照来源改正' })
    .meta({ description, format: 'partial-date' } satisfies FieldMeta);

/** A partial date, or a span of two: `2013/2023`. */
export const period = (description: string) =>
  z
    .string()
    .regex(new RegExp(`^${PARTIAL_DATE}(?:/${PARTIAL_DATE})?$`), {
      error: '时期写成 2023、2023-07、2023-07-26，或起止两端 2018/2023',
      abort: true,
    })
    .refine((value) => value.split('/').every(isRealDate), { error: '日历上没有这一天，对照来源改正' })
    .meta({ description, format: 'period' } satisfies FieldMeta);

/** Where a statement stands: which source, and where in it. */
export const CitationSchema = z.strictObject({
  source: reference('sources', '来源编号，见 sources.json'),
  locator: text('位置：在来源中的哪里，例如「匠城匠造」第3段'),
});
export type Citation = z.output<typeof CitationSchema>;

export const citations = () =>
  z.array(CitationSchema).min(1, { error: '至少写一处来源' }).describe('来源：本条内容的来源，至少一处');

/** Level of an honour, studio, academy or contest, from the workshop up. */
export const LEVELS = ['firm', 'town', 'county', 'city', 'province', 'nation', 'international'] as const;
export const LevelSchema = z
  .enum(LEVELS)
  .describe(
    '级别：firm 企业级、town 镇街级、county 区县级、city 市级、province 省级、nation 国家级、international 国际级',
  );
export type Level = z.output<typeof LevelSchema>;

export const LEVEL_LABELS = {
  firm: '企业级',
  town: '镇街级',
  county: '区县级',
  city: '市级',
  province: '省级',
  nation: '国家级',
  international: '国际级',
} as const satisfies Record<Level, string>;
