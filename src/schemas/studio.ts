import { z } from 'zod';
import { HeldHonourSchema } from './craftsman.ts';
import { citations, formerIds, LevelSchema, reference, text } from './common.ts';

/** Frontmatter of `studios/<id>.mdx` and `teams/<id>.mdx`. */
export const StudioSchema = z.strictObject({
  title: text('名称，例如 王京京创新工作室'),
  lead: reference('craftsmen', '领办人编号').optional(),
  members: z.array(reference('craftsmen', '成员编号')).describe('成员，不含领办人').optional(),
  host: reference('organizations', '所在单位编号').optional(),
  district: reference('districts', '区市编号').optional(),
  level: LevelSchema.optional(),
  field: text('领域，例如 重型商用车驱动桥').optional(),
  honours: z.array(HeldHonourSchema).describe('荣誉').optional(),
  statistics: z.array(reference('statistics', '说明其成绩的指标编号')).describe('相关指标').optional(),
  keywords: z.array(text('人们会搜的说法')).describe('别的说法').optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Studio = z.output<typeof StudioSchema>;
