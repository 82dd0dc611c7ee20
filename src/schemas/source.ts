import { z } from 'zod';
import { formerIds, IdSchema, optionalText, partialDate, text } from './common.ts';
import { field } from './field-meta.ts';

/** A published text from which figures and facts are taken. */
export const SourceSchema = z.strictObject({
  id: IdSchema,
  title: text({ label: '文章标题', example: '以城市之名向工匠精神致敬' }),
  publication: optionalText({ label: '刊发媒体', help: '按原文，不知道就写空', example: '青岛日报/观海新闻' }),
  authors: z.array(text('作者署名')).meta(field({ label: '署名', help: '不知道就写空列表' })),
  date: partialDate({ label: '刊发日期', help: '知道多少写多少', example: '2023-07-27' }).optional(),
  dateNote: text({ label: '日期依据', help: '日期怎么知道的', example: '文中说「昨举行」，活动在7月26日' }),
  earliest: partialDate({ label: '文中最晚日期', help: '没有刊发日期时，文中提到的最晚一件事的日期' }).optional(),
  note: optionalText({ label: '补充说明', example: '版面情况' }).optional(),
  aliases: formerIds(),
});
export type Source = z.output<typeof SourceSchema>;

/** `sources.json`: the bibliography. */
export const SourcesFileSchema = z.strictObject({
  sources: z.array(SourceSchema).min(1).meta(field('全部来源')),
});
