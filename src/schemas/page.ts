import { z } from 'zod';
import { citations, formerIds, reference, text } from './common.ts';

/** Frontmatter of `pages/<id>.mdx`: the text of a fixed page or the introduction of a directory. */
export const PageSchema = z.strictObject({
  title: text('页面标题'),
  statistics: z.array(reference('statistics', '相关指标编号')).describe('页上列出的指标').optional(),
  parts: z
    .array(
      z.strictObject({
        label: text('这一部分的名称，例如 全员创新企业'),
        statistic: reference('statistics', '说明这一部分数量的指标编号'),
      }),
    )
    .min(2)
    .max(8)
    .describe('页上画成一张装配图的各个部分，从上到下')
    .optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Page = z.output<typeof PageSchema>;
