import { z } from 'zod';
import { CitationSchema, optionalText, partialDate, text } from './common.ts';

/** `editions/<year>.json`: one Craftsman Day. */
export const EditionSchema = z.strictObject({
  title: text('名称，例如 首个青岛工匠日'),
  year: z.number().int().min(1949).max(2100).describe('年份，与文件名一致'),
  theme: text('主题，例如 匠心匠造 建功青岛'),
  date: partialDate('日期，例如 2023-07-26').optional(),
  place: optionalText('地点').optional(),
  status: z.enum(['held', 'planned']).describe('held 已举行、planned 来源只说了计划'),
  summary: text('一两句话说明；数量不写在这里'),
  citations: z.array(CitationSchema).min(1).describe('来源'),
});
export type Edition = z.output<typeof EditionSchema>;
