import { z } from 'zod';
import { choice, citations, formerIds, LevelSchema, partialDate, reference, text } from './common.ts';
import { field } from './field-meta.ts';

export const POLICY_CATEGORY_LABELS = {
  document: '文件',
  mechanism: '机制',
  incentive: '奖励资助',
  treatment: '礼遇待遇',
} as const;

/** Frontmatter of `policies/<id>.mdx`: a policy document, measure or incentive. */
export const PolicySchema = z.strictObject({
  title: text({ label: '名称', help: '文件用全称', example: '《青岛市职工全员创新竞赛管理办法》' }),
  category: choice({ label: '类别', choices: POLICY_CATEGORY_LABELS }),
  level: LevelSchema.optional(),
  date: partialDate({ label: '出台日期', help: '原文写了才写' }).optional(),
  issuers: z.array(reference('organizations', '出台单位')).meta(field('出台单位')).optional(),
  district: reference('districts', '区市').optional(),
  statistics: z.array(reference('statistics', '相关指标')).meta(field('相关指标')).optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Policy = z.output<typeof PolicySchema>;
