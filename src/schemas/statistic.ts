import { z } from 'zod';
import { formerIds, optionalText, partialDate, period, reference, text } from './common.ts';

/** How sure a stated figure is: 余 超 逾 突破 → over; 以上 → at-least; 近 约 → about; none of them → exact. */
export const QUALIFIERS = ['exact', 'at-least', 'about', 'over'] as const;
export const QualifierSchema = z
  .enum(QUALIFIERS)
  .describe('限定：exact 确数、over 多于（余、超、逾、突破）、at-least 不少于（以上）、about 接近（近、约）');
export type Qualifier = z.output<typeof QualifierSchema>;
export const QUALIFIER_LABELS = {
  exact: '确数',
  over: '多于此数',
  about: '接近此数',
  'at-least': '不少于此数',
} as const satisfies Record<Qualifier, string>;

/** One figure as one source states it. */
export const ObservationSchema = z.strictObject({
  period: period('时期：数字说的是哪个时期，例如 2023 或 2018/2023'),
  asOf: partialDate('发布时间：数字是什么时候说的，例如 2023-07'),
  asOfInferred: z.literal(true).describe('发布时间是推定的：原文没有写日期、asOf 是推定的，写 true').optional(),
  value: z.number().describe('数值：以基本单位计，58.15万写成 581500'),
  display: text('原文写法：带限定词、不带单位，例如 5000余、逾30亿、58.15万'),
  qualifier: QualifierSchema,
  source: reference('sources', '来源编号'),
  locator: text('位置：在来源中的哪里，例如「匠城匠造」第3段'),
  note: text('说明：口径或差异').optional(),
});
export type Observation = z.output<typeof ObservationSchema>;

/** What the figures describe. */
export const SCOPES = ['nation', 'province', 'city', 'county', 'enterprise', 'studio', 'event'] as const;
export const MEASURES = ['stock', 'flow', 'cumulative'] as const;
export const MEASURE_LABELS = {
  stock: '时点数',
  flow: '时期数',
  cumulative: '累计数',
} as const satisfies Record<(typeof MEASURES)[number], string>;

/** `statistics/<id>.json`: one indicator and its observations. */
export const StatisticSchema = z.strictObject({
  title: text('指标名称，例如 高技能人才总量'),
  definition: text('定义：这个数字数的是什么，一两句话，例如 年末取得高级工以上证书的人数。'),
  unit: text('单位，例如 人、家、元、%'),
  scope: z
    .enum(SCOPES)
    .describe(
      '范围：nation 全国、province 全省、city 全市、county 区县、enterprise 企业、studio 工作室或团队、event 一次活动或赛事',
    ),
  place: text('地方：说的是哪里，例如 青岛市、市北区；范围是企业时写企业名'),
  district: reference('districts', '区市编号，范围是区县时写').optional(),
  organization: reference('organizations', '所属单位编号，范围是企业时写').optional(),
  level: text('级别：统计口径的级别，例如 市级以上、各级、企业内'),
  measure: z.enum(MEASURES).describe('性质：stock 时点数、flow 时期数、cumulative 累计数'),
  theme: reference('themes', '主题编号，见 taxonomy.json'),
  definitionNote: optionalText('口径说明：与相近数字的区别，例如 直接效益与累计效益不可相加').optional(),
  related: z.array(reference('statistics', '相近指标的编号')).describe('相近的指标'),
  keywords: z.array(text('人们会搜的别的说法')).describe('别的说法：搜索时用').optional(),
  aliases: formerIds(),
  observations: z.array(ObservationSchema).min(1).describe('各次数字'),
});
export type Statistic = z.output<typeof StatisticSchema>;
