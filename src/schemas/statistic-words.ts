/** What readers see of a statistic's fixed values. Apart from the schema, so that the browser gets the words without it. */
export const QUALIFIER_LABELS = {
  exact: '确数',
  over: '多于此数',
  about: '接近此数',
  'at-least': '不少于此数',
} as const;

export const MEASURE_LABELS = {
  stock: '时点数',
  flow: '时期数',
  cumulative: '累计数',
} as const;
