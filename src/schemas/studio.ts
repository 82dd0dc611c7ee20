import { z } from 'zod';
import { HeldHonourSchema } from './craftsman.ts';
import { citations, formerIds, LevelSchema, reference, text } from './common.ts';
import { field } from './field-meta.ts';

/** Frontmatter of `studios/<id>.mdx` and `teams/<id>.mdx`. */
export const StudioSchema = z.strictObject({
  title: text({ label: '名称', example: '王京京创新工作室' }),
  lead: reference('craftsmen', '领办人').optional(),
  members: z
    .array(reference('craftsmen', '成员'))
    .meta(field({ label: '成员', help: '不含领办人' }))
    .optional(),
  host: reference('organizations', '所在单位').optional(),
  district: reference('districts', '区市').optional(),
  level: LevelSchema.optional(),
  field: text({ label: '领域', example: '重型商用车驱动桥' }).optional(),
  honours: z.array(HeldHonourSchema).meta(field('荣誉')).optional(),
  statistics: z.array(reference('statistics', '说明其成绩的指标')).meta(field('相关指标')).optional(),
  keywords: z.array(text('人们会搜的说法')).meta(field('别的说法')).optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Studio = z.output<typeof StudioSchema>;
