import { z } from 'zod';
import { CHART_KIND_LABELS, type ChartKind } from './chart-kinds.ts';
import { choice, formerIds, period, reference, text, valuesOf } from './common.ts';
import { type Choices, field } from './field-meta.ts';

export const CHART_KINDS = valuesOf(CHART_KIND_LABELS);

/** An indicator in a chart. */
export const ChartSeriesSchema = z.strictObject({
  indicator: reference('statistics', '指标'),
  label: text({ label: '图上的名称', help: '与指标的名称不同时才写', example: '高技能人才' }).optional(),
  periods: z
    .array(period({ label: '时期', example: '2023' }))
    .min(1)
    .meta(field({ label: '时期', help: '画哪几个时期；不写就用整张图的 periods' }))
    .optional(),
  source: reference('sources', {
    label: '来源',
    help: '只用这个来源的数字，不写就用每个时期最确切的一个',
  }).optional(),
});
export type ChartSeriesDefinition = z.output<typeof ChartSeriesSchema>;

/** `charts/<id>.json`: what to draw. Figures and sources come from the statistics; a headline may be written here and is checked against them. */
export const ChartSchema = z.strictObject({
  title: text({ label: '图题', help: '数量不写在这里', example: '技能人才两年间的变化' }),
  headline: text({
    label: '标题句',
    help: '图上最大的一行，说出最要紧的发现，最多 34 个字；里面的数要照图里的写法，连同「余」「近」。不写就由本站按数据写',
    example: '全员创新企业两年增长34.6%',
  }).optional(),
  kind: choice({
    label: '画法',
    choices: {
      column: '柱形',
      bar: '条形',
      line: { label: '折线', help: '至少三个时期' },
      'stacked-column': '堆叠柱形',
      doughnut: { label: '圆环', help: '整体的份额' },
      ladder: { label: '阶梯', help: '从低到高' },
      multiples: { label: '并列小图', help: '单位或口径不同，各用各的刻度' },
    } satisfies Record<ChartKind, Choices[string]>,
  }),
  series: z
    .array(ChartSeriesSchema)
    .min(1)
    .max(12)
    .meta(field({ label: '指标', help: '画哪些指标；阶梯图从最低一级写起' })),
  periods: z
    .array(period({ label: '时期', example: '2023' }))
    .min(1)
    .meta(field({ label: '时期', help: '画哪几个时期；不写就画全部' }))
    .optional(),
  whole: reference('statistics', { label: '整体的指标', help: '圆环图和堆叠柱形图必写' }).optional(),
  wholeLabel: text({ label: '整体的名称', help: '整体在图上叫什么；不写就用指标的名称' }).optional(),
  restLabel: text({
    label: '其余部分的名称',
    help: '整体中没有列出的部分叫什么（不写就叫「其余」）',
    example: '其他技能人才',
  }).optional(),
  subject: text({
    label: '主语',
    help: '标题句里放在最前面的（不写就用指标的地方）',
    example: '王京京工作室',
  }).optional(),
  emphasis: reference('statistics', { label: '强调的指标', help: '用印色画，要在 series 里' }).optional(),
  theme: reference('themes', '主题'),
  note: text({ label: '图下的说明', help: '数量不写在这里' }).optional(),
  order: z
    .number()
    .int()
    .meta(field({ label: '次序', help: '在同一主题里排第几，小的在前', example: '10' })),
  aliases: formerIds(),
  frozen: z
    .array(z.string().regex(/^[0-9a-f]{10}$/, { error: '由 npm run freeze 写入，不要手改' }))
    .meta(field({ label: '冻结过的版本', help: '由 npm run freeze 写入，不要手改' }))
    .optional(),
});
export type Chart = z.output<typeof ChartSchema>;
