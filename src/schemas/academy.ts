import { z } from 'zod';
import { choice, citations, formerIds, LevelSchema, partialDate, reference, text } from './common.ts';
import { field } from './field-meta.ts';

/** Frontmatter of `academies/<id>.mdx`: an academy, league, school or training base. */
export const AcademySchema = z.strictObject({
  title: text({ label: '名称', example: '青岛工匠学院联盟' }),
  category: choice({
    label: '类别',
    choices: { academy: '工匠学院', league: '联盟', school: '劳模工匠学校', base: '基地或中心', matrix: '学院体系' },
  }),
  level: LevelSchema.optional(),
  district: reference('districts', '区市').optional(),
  host: reference('organizations', '依托单位').optional(),
  members: z.array(reference('organizations', '成员单位')).meta(field('成员单位')).optional(),
  founded: partialDate({ label: '成立日期', help: '原文写了才写' }).optional(),
  statistics: z.array(reference('statistics', '相关指标')).meta(field('相关指标')).optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Academy = z.output<typeof AcademySchema>;
