import { z } from 'zod';
import { citations, formerIds, LevelSchema, partialDate, reference, text } from './common.ts';

/** Frontmatter of `academies/<id>.mdx`: an academy, league, school or training base. */
export const AcademySchema = z.strictObject({
  title: text('名称，例如 青岛工匠学院联盟'),
  category: z
    .enum(['academy', 'league', 'school', 'base', 'matrix'])
    .describe('类别：academy 工匠学院、league 联盟、school 劳模工匠学校、base 基地或中心、matrix 学院体系'),
  level: LevelSchema.optional(),
  district: reference('districts', '区市编号').optional(),
  host: reference('organizations', '依托单位编号').optional(),
  members: z.array(reference('organizations', '成员单位编号')).describe('成员单位').optional(),
  founded: partialDate('成立日期，原文写了才写').optional(),
  statistics: z.array(reference('statistics', '相关指标编号')).describe('相关指标').optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Academy = z.output<typeof AcademySchema>;
