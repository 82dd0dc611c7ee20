import { z } from 'zod';
import { citations, formerIds, LevelSchema, partialDate, reference, text } from './common.ts';

/** Frontmatter of `competitions/<id>.mdx`: a contest or a campaign of contests. */
export const CompetitionSchema = z.strictObject({
  title: text('名称，例如 第三十三届上合组织国家职工技能大赛'),
  level: LevelSchema.optional(),
  date: partialDate('举办日期，知道多少写多少').optional(),
  place: text('举办地').optional(),
  organizer: reference('organizations', '主办单位编号').optional(),
  district: reference('districts', '区市编号').optional(),
  results: z
    .array(
      z.strictObject({
        craftsman: reference('craftsmen', '工匠编号'),
        result: text('名次，例如 第一名'),
      }),
    )
    .describe('成绩：本站收录工匠的成绩')
    .optional(),
  statistics: z.array(reference('statistics', '相关指标编号')).describe('相关指标').optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Competition = z.output<typeof CompetitionSchema>;
