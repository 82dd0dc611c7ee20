import { z } from 'zod';
import { citations, formerIds, reference, text } from './common.ts';
import { field } from './field-meta.ts';

/** Frontmatter of `outcomes/<id>.mdx`: an innovation and what it brought. */
export const OutcomeSchema = z.strictObject({
  title: text({ label: '成果名称', example: '动车组转向架分体式轴箱体' }),
  creators: z.array(reference('craftsmen', '创造者')).meta(field({ label: '创造者', help: '原文没有写就写空列表' })),
  team: reference('teams', '创新团队').optional(),
  studio: reference('studios', '工作室').optional(),
  host: reference('organizations', '所在单位').optional(),
  industry: reference('industries', { label: '行业', help: '有单位时可不写' }).optional(),
  statistics: z.array(reference('statistics', '说明效益的指标')).meta(field('相关指标')).optional(),
  keywords: z.array(text('人们会搜的说法')).meta(field('别的说法')).optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Outcome = z.output<typeof OutcomeSchema>;
