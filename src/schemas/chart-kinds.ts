/** Kinds of charts, with their names in sentences. Apart from the schema, so that the browser gets the words without it. */
export const CHART_KIND_LABELS = {
  column: '柱形图',
  bar: '条形图',
  line: '折线图',
  'stacked-column': '堆叠柱形图',
  doughnut: '圆环图',
  ladder: '阶梯图',
  multiples: '并列小图',
} as const;
export type ChartKind = keyof typeof CHART_KIND_LABELS;
