import { z } from 'zod';
import { CitationSchema, IdSchema, LevelSchema, optionalText, reference, text } from './common.ts';

/** A title that a person, firm, studio or team can hold. */
export const HonourSchema = z.strictObject({
  id: IdSchema,
  title: text('荣誉称号，例如 齐鲁大工匠'),
  level: LevelSchema.optional(),
  rank: z.number().int().min(0).max(100).describe('排位：数字大的排前面，同一人有几项荣誉时先显示大的，例如 50'),
  holder: z.enum(['person', 'organization', 'team']).describe('授予谁：person 个人、organization 单位、team 集体'),
  aliases: z.array(text('别的写法')).describe('别的写法，例如 感动中国人物'),
  note: optionalText('说明').optional(),
});
export type Honour = z.output<typeof HonourSchema>;

/** One step of a ladder, from the lowest up. */
export const RungSchema = z.strictObject({
  title: text('这一级的名称，例如 青岛（大）工匠'),
  honours: z.array(reference('honours', '属于这一级的荣誉编号')).describe('属于这一级的荣誉'),
  statistics: z.array(reference('statistics', '说明这一级人数的指标编号')).describe('说明这一级人数的指标'),
  note: optionalText('说明').optional(),
});

/** A ladder of honours, lowest rung first. */
export const LadderSchema = z.strictObject({
  id: IdSchema,
  title: text('阶梯名称，例如 三级梯次培育'),
  summary: text('一句话说明'),
  rungs: z.array(RungSchema).min(2).describe('各级，从低到高'),
  citations: z.array(CitationSchema).min(1).describe('来源'),
});
export type Ladder = z.output<typeof LadderSchema>;

/** `honours.json` */
export const HonoursFileSchema = z.strictObject({
  honours: z.array(HonourSchema).describe('全部荣誉称号'),
  ladders: z.array(LadderSchema).describe('荣誉阶梯'),
});
