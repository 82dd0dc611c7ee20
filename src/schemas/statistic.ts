import { z } from 'zod';
import {
  choice,
  CitationSchema,
  formerIds,
  optionalText,
  partialDate,
  period,
  reference,
  text,
  valuesOf,
} from './common.ts';
import { field } from './field-meta.ts';
import { MEASURE_LABELS } from './statistic-words.ts';

/** How exact a printed figure is: 余 超 逾 突破 → over; 以上 → at-least; 近 约 → about; otherwise exact. */
export const QualifierSchema = choice({
  label: '限定',
  choices: {
    exact: '确数',
    'at-least': { label: '不少于', help: '以上' },
    about: { label: '接近', help: '近、约' },
    over: { label: '多于', help: '余、超、逾、突破' },
  },
});
export const QUALIFIERS = QualifierSchema.options;
export type Qualifier = z.output<typeof QualifierSchema>;

/** A figure as one source states it. */
export const ObservationSchema = z.strictObject({
  period: period({ label: '时期', help: '数字说的是哪个时期', example: ['2023', '2018/2023'] }),
  asOf: partialDate({ label: '发布时间', help: '数字是什么时候说的', example: '2023-07' }),
  asOfInferred: z
    .literal(true)
    .meta(field({ label: '发布时间是推定的', help: '原文没有写日期时才写' }, { choices: { true: '是' } }))
    .optional(),
  value: z.number().meta(field({ label: '数值', help: '以基本单位计，58.15万写成 581500，下降0.5%写成 -0.5' })),
  display: text({ label: '原文写法', help: '带限定词、不带单位', example: ['5000余', '逾30亿', '58.15万', '-0.5'] }),
  qualifier: QualifierSchema,
  source: CitationSchema.shape.source,
  locator: CitationSchema.shape.locator,
  note: text({ label: '说明', help: '口径或差异' }).optional(),
});
export type Observation = z.output<typeof ObservationSchema>;

/** What the figures describe. */
const ScopeSchema = choice({
  label: '范围',
  choices: {
    nation: '全国',
    province: '全省',
    city: '全市',
    county: '区县',
    enterprise: '企业',
    studio: '工作室或团队',
    event: '一次活动或赛事',
  },
});
export const SCOPES = ScopeSchema.options;

export const MEASURES = valuesOf(MEASURE_LABELS);

/** `statistics/<id>.json`: one indicator and its observations. */
export const StatisticSchema = z.strictObject({
  title: text({ label: '指标名称', example: '高技能人才总量' }),
  definition: text({ label: '定义', help: '这个数字数的是什么，一两句话', example: '年末取得高级工以上证书的人数。' }),
  unit: text({ label: '单位', example: ['人', '家', '元', '%'] }),
  scope: ScopeSchema,
  place: text({ label: '地方', help: '说的是哪里（范围是企业时写企业名）', example: ['青岛市', '市北区'] }),
  district: reference('districts', { label: '区市', help: '范围是区县时写' }).optional(),
  organization: reference('organizations', { label: '所属单位', help: '范围是企业时写' }).optional(),
  level: text({ label: '级别', help: '统计口径的级别', example: ['市级以上', '各级', '企业内'] }),
  measure: choice({ label: '性质', choices: MEASURE_LABELS }),
  theme: reference('themes', '主题'),
  definitionNote: optionalText({
    label: '口径说明',
    help: '与相近数字的区别',
    example: '直接效益与累计效益不可相加',
  }).optional(),
  related: z.array(reference('statistics', '相近的指标')).meta(field('相近的指标')),
  keywords: z
    .array(text('人们会搜的别的说法'))
    .meta(field({ label: '别的说法', help: '搜索时用' }))
    .optional(),
  aliases: formerIds(),
  observations: z.array(ObservationSchema).min(1).meta(field('各次数字')),
});
export type Statistic = z.output<typeof StatisticSchema>;
