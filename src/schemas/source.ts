import { z } from 'zod';
import { formerIds, IdSchema, optionalText, partialDate, text } from './common.ts';

/** One published text that figures and facts are taken from. */
export const SourceSchema = z.strictObject({
  id: IdSchema,
  title: text('文章标题，例如 以城市之名向工匠精神致敬'),
  publication: optionalText('刊发媒体，例如 青岛日报/观海新闻；不知道就写空'),
  authors: z.array(text('作者署名')).describe('署名，不知道就写空列表'),
  date: partialDate('刊发日期，知道多少写多少，例如 2023-07-27').optional(),
  dateNote: text('日期依据：日期怎么知道的，例如 文中说「昨举行」，活动在7月26日'),
  earliest: partialDate('文中最晚日期：没有刊发日期时，文中提到的最晚一件事的日期').optional(),
  note: optionalText('补充说明，例如 版面情况').optional(),
  aliases: formerIds(),
});
export type Source = z.output<typeof SourceSchema>;

/** `sources.json`: the bibliography. */
export const SourcesFileSchema = z.strictObject({
  sources: z.array(SourceSchema).min(1).describe('全部来源'),
});
