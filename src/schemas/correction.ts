import { z } from 'zod';
import { isRealDate } from '../lib/partial-date.ts';
import { partialDate, period, reference, text } from './common.ts';
import { field } from './field-meta.ts';

/** `corrections/<id>.json`: what the site said wrongly, what is right, and since when it had stood there. */
export const CorrectionSchema = z.strictObject({
  title: text({ label: '更正的是什么', example: '技能人才总量' }),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: '更正日期写到日，例如 2026-11-29', abort: true })
    .refine(isRealDate, { error: '日历上没有这一天' })
    .meta(field({ label: '更正日期', help: '哪一天改的，写到日', example: '2026-11-29' }, { format: 'partial-date' })),
  since: partialDate({ label: '从什么时候起错的', help: '错的写法最早哪天公开，知道多少写多少', example: '2026-11' }),
  was: text({
    label: '原来写的',
    help: '照抄；是数字时带限定词、不带单位',
    example: ['166.22万', '第三十三届'],
  }),
  now: text({ label: '现在写的', help: '撤下不用了就不写这一项', example: ['166.32万', '第三届'] }).optional(),
  reason: text({ label: '怎么错的', help: '一两句话，写明依据', example: '抄写时看错一位，据原文第3段改正。' }),
  statistic: reference('statistics', { label: '指标', help: '更正的是统计里的数字或名称时写' }).optional(),
  period: period({ label: '时期', help: '更正的是哪个时期的数字，与统计里写的一样', example: '2023' }).optional(),
  competitions: z
    .array(reference('competitions', '竞赛'))
    .meta(field({ label: '竞赛', help: '改了哪些竞赛的页面' }))
    .optional(),
  craftsmen: z
    .array(reference('craftsmen', '工匠'))
    .meta(field({ label: '工匠', help: '改了哪些工匠的页面' }))
    .optional(),
  outcomes: z
    .array(reference('outcomes', '创新成果'))
    .meta(field({ label: '创新成果', help: '改了哪些成果的页面' }))
    .optional(),
  policies: z
    .array(reference('policies', '政策'))
    .meta(field({ label: '政策', help: '改了哪些政策的页面' }))
    .optional(),
});
export type Correction = z.output<typeof CorrectionSchema>;
