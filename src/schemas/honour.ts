import { z } from 'zod';
import { choice, CitationSchema, IdSchema, LevelSchema, optionalText, reference, text } from './common.ts';
import { field } from './field-meta.ts';

/** A title that a person, firm, studio or team can hold. */
export const HonourSchema = z.strictObject({
  id: IdSchema,
  title: text({ label: '荣誉称号', example: '齐鲁大工匠' }),
  level: LevelSchema.optional(),
  rank: z
    .number()
    .int()
    .min(0)
    .max(100)
    .meta(field({ label: '排位', help: '数字大的排前面，同一人有几项荣誉时先显示大的', example: '50' })),
  holder: choice({ label: '授予谁', choices: { person: '个人', organization: '单位', team: '集体' } }),
  aliases: z.array(text('别的写法')).meta(field({ label: '别的写法', example: '感动中国人物' })),
  note: optionalText('说明').optional(),
});
export type Honour = z.output<typeof HonourSchema>;

/** A rung of a ladder. */
const RungSchema = z.strictObject({
  title: text({ label: '这一级的名称', example: '青岛（大）工匠' }),
  honours: z.array(reference('honours', '属于这一级的荣誉')).meta(field('属于这一级的荣誉')),
  statistics: z.array(reference('statistics', '说明这一级人数的指标')).meta(field('说明这一级人数的指标')),
  note: optionalText('说明').optional(),
});

/** A ladder of honours, lowest rung first. */
export const LadderSchema = z.strictObject({
  id: IdSchema,
  title: text({ label: '阶梯名称', example: '三级梯次培育' }),
  summary: text('一句话说明'),
  rungs: z
    .array(RungSchema)
    .min(2)
    .meta(field({ label: '各级', help: '从低到高' })),
  citations: z.array(CitationSchema).min(1).meta(field('来源')),
});
export type Ladder = z.output<typeof LadderSchema>;

/** `honours.json` */
export const HonoursFileSchema = z.strictObject({
  honours: z.array(HonourSchema).meta(field('全部荣誉称号')),
  ladders: z.array(LadderSchema).meta(field('荣誉阶梯')),
});
