import { z } from 'zod';
import { citations, reference, text } from './common.ts';

/** Frontmatter of `pages/<id>.mdx`: the text of a fixed page or the introduction of a directory. */
export const PageSchema = z.strictObject({
  title: text('页面标题'),
  statistics: z.array(reference('statistics', '相关指标编号')).describe('页上列出的指标').optional(),
  citations: citations(),
});
export type Page = z.output<typeof PageSchema>;
