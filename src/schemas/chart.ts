import { z } from 'zod';
import { formerIds, period, reference, text } from './common.ts';

/** How a chart is drawn. */
export const CHART_KINDS = ['column', 'bar', 'line', 'stacked-column', 'doughnut', 'ladder', 'multiples'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export const CHART_KIND_LABELS = {
  column: '柱形图',
  bar: '条形图',
  line: '折线图',
  'stacked-column': '堆叠柱形图',
  doughnut: '圆环图',
  ladder: '阶梯图',
  multiples: '并列小图',
} as const satisfies Record<ChartKind, string>;

/** One indicator as a chart draws it. */
export const ChartSeriesSchema = z.strictObject({
  indicator: reference('statistics', '指标编号，见 statistics 文件夹'),
  label: text('图上的名称，例如 高技能人才；不写就用指标的名称').optional(),
  periods: z
    .array(period('时期，例如 2023'))
    .min(1)
    .describe('时期：画哪几个时期；不写就用整张图的 periods')
    .optional(),
  source: reference('sources', '来源：只用这个来源的数字；不写就用每个时期最确切的一个').optional(),
});
export type ChartSeriesDefinition = z.output<typeof ChartSeriesSchema>;

/** `charts/<id>.json`: what to draw. Figures, headline and sources come from the statistics and cannot be written here. */
export const ChartSchema = z.strictObject({
  title: text('图题，例如 技能人才两年间的变化；数量不写在这里'),
  kind: z
    .enum(CHART_KINDS)
    .describe(
      '画法：column 柱形、bar 条形、line 折线（至少三个时期）、stacked-column 堆叠柱形、doughnut 圆环（整体的份额）、ladder 阶梯（从低到高）、multiples 并列小图（单位或口径不同，各用各的刻度）',
    ),
  series: z.array(ChartSeriesSchema).min(1).max(12).describe('指标：画哪些指标；阶梯图从最低一级写起'),
  periods: z.array(period('时期，例如 2023')).min(1).describe('时期：画哪几个时期；不写就画全部').optional(),
  whole: reference('statistics', '整体的指标编号；圆环图和堆叠柱形图必写').optional(),
  wholeLabel: text('整体的名称：整体在图上叫什么；不写就用指标的名称').optional(),
  restLabel: text('其余部分的名称：整体中没有列出的部分叫什么，例如 其他技能人才；不写就叫「其余」').optional(),
  subject: text('主语：标题句里放在最前面的，例如 王京京工作室；不写就用指标的地方').optional(),
  emphasis: reference('statistics', '强调的指标编号，用印色画，要在 series 里').optional(),
  theme: reference('themes', '主题编号，见 taxonomy.json'),
  note: text('图下的说明；数量不写在这里').optional(),
  order: z.number().int().describe('次序：在同一主题里排第几，小的在前，例如 10'),
  aliases: formerIds(),
  frozen: z
    .array(z.string().regex(/^[0-9a-f]{10}$/, { error: '由 npm run freeze 写入，不要手改' }))
    .describe('冻结过的版本；由 npm run freeze 写入，不要手改')
    .optional(),
});
export type Chart = z.output<typeof ChartSchema>;
