import { z } from 'zod';
import { citations, formerIds, reference, text } from './common.ts';
import { field } from './field-meta.ts';

/** Frontmatter of `pages/<id>.mdx`: the text of a fixed page or the introduction of a directory. */
export const PageSchema = z.strictObject({
  title: text('页面标题'),
  statistics: z.array(reference('statistics', '相关指标')).meta(field('页上列出的指标')).optional(),
  parts: z
    .array(
      z.strictObject({
        label: text({ label: '名称', help: '这一部分叫什么', example: '全员创新企业' }),
        statistic: reference('statistics', { label: '指标', help: '说明这一部分的数量' }),
      }),
    )
    .min(2)
    .max(8)
    .meta(field({ label: '各个部分', help: '在页上画成一张装配图，从上到下' }))
    .optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Page = z.output<typeof PageSchema>;
