import { z } from 'zod';
import { IdSchema, text } from './common.ts';
import { field } from './field-meta.ts';

/** A term by which entries are grouped. */
export const TermSchema = z.strictObject({
  id: IdSchema,
  label: text({ label: '显示的名称', example: '研磨工' }),
  synonyms: z.array(text('人们会搜的别的说法')).meta(field({ label: '同义说法', help: '搜索时用', example: '磨工' })),
});
export type Term = z.output<typeof TermSchema>;

/** A theme of the statistics. */
export const ThemeSchema = z.strictObject({
  id: IdSchema,
  label: text({ label: '主题名称', example: '技能人才' }),
  summary: text('一句话说明这个主题收哪些数字'),
});
export type Theme = z.output<typeof ThemeSchema>;

/** `taxonomy.json`: the lists by which people, firms and figures are grouped. */
export const TaxonomySchema = z.strictObject({
  trades: z.array(TermSchema).meta(field('工种')),
  industries: z.array(TermSchema).meta(field('行业')),
  themes: z.array(ThemeSchema).meta(field({ label: '统计主题', help: '按显示顺序排' })),
});
export type Taxonomy = z.output<typeof TaxonomySchema>;
