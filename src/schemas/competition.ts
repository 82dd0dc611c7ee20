import { z } from 'zod';
import { citations, formerIds, LevelSchema, partialDate, reference, text } from './common.ts';
import { field } from './field-meta.ts';

/** Frontmatter of `competitions/<id>.mdx`: a contest or a campaign of contests. */
export const CompetitionSchema = z.strictObject({
  title: text({ label: '名称', example: '第三届上合组织国家职工技能大赛' }),
  level: LevelSchema.optional(),
  date: partialDate({ label: '举办日期', help: '知道多少写多少' }).optional(),
  place: text('举办地').optional(),
  organizer: reference('organizations', '主办单位').optional(),
  district: reference('districts', '区市').optional(),
  results: z
    .array(
      z.strictObject({
        craftsman: reference('craftsmen', '工匠'),
        result: text({ label: '名次', example: '第一名' }),
      }),
    )
    .meta(field({ label: '成绩', help: '本站收录工匠的成绩' }))
    .optional(),
  statistics: z.array(reference('statistics', '相关指标')).meta(field('相关指标')).optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Competition = z.output<typeof CompetitionSchema>;
