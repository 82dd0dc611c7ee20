import { z } from 'zod';
import { citations, formerIds, LevelSchema, partialDate, reference, text } from './common.ts';

/** Frontmatter of `policies/<id>.mdx`: a policy document, measure or incentive. */
export const PolicySchema = z.strictObject({
  title: text('名称，文件用全称，例如 《青岛市职工全员创新竞赛管理办法》'),
  category: z
    .enum(['document', 'mechanism', 'incentive', 'treatment'])
    .describe('类别：document 文件、mechanism 机制、incentive 奖励资助、treatment 礼遇待遇'),
  level: LevelSchema.optional(),
  date: partialDate('出台日期，原文写了才写').optional(),
  issuers: z.array(reference('organizations', '出台单位编号')).describe('出台单位').optional(),
  district: reference('districts', '区市编号').optional(),
  statistics: z.array(reference('statistics', '相关指标编号')).describe('相关指标').optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Policy = z.output<typeof PolicySchema>;
