import { z } from 'zod';
import { citations, formerIds, reference, text } from './common.ts';

/** Frontmatter of `outcomes/<id>.mdx`: an innovation and what it brought. */
export const OutcomeSchema = z.strictObject({
  title: text('成果名称，例如 动车组转向架分体式轴箱体'),
  creators: z.array(reference('craftsmen', '创造者编号')).describe('创造者：原文没有写就写空列表'),
  team: reference('teams', '创新团队编号').optional(),
  studio: reference('studios', '工作室编号').optional(),
  host: reference('organizations', '所在单位编号').optional(),
  industry: reference('industries', '行业编号；有单位时可不写').optional(),
  statistics: z.array(reference('statistics', '说明效益的指标编号')).describe('相关指标').optional(),
  keywords: z.array(text('人们会搜的说法')).describe('别的说法').optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Outcome = z.output<typeof OutcomeSchema>;
