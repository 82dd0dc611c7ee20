import { z } from 'zod';
import { choice, citations, formerIds, reference, text } from './common.ts';
import { field } from './field-meta.ts';

export const SERVICE_CATEGORY_LABELS = {
  place: '阵地',
  employment: '就业创业',
  health: '健康',
  childcare: '托育',
  aid: '帮扶互助',
  legal: '法律',
  mind: '心理',
  culture: '文化',
} as const;

/** Frontmatter of `services/<id>.mdx`: a service of the union for workers. */
export const ServiceSchema = z.strictObject({
  title: text({ label: '名称', example: '工会驿站' }),
  category: choice({ label: '类别', choices: SERVICE_CATEGORY_LABELS }),
  provider: reference('organizations', '提供单位').optional(),
  district: reference('districts', '区市').optional(),
  statistics: z.array(reference('statistics', '相关指标')).meta(field('相关指标')).optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Service = z.output<typeof ServiceSchema>;
