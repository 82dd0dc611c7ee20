import { z } from 'zod';
import { citations, formerIds, reference, text } from './common.ts';

/** Frontmatter of `services/<id>.mdx`: a service of the union for workers. */
export const ServiceSchema = z.strictObject({
  title: text('名称，例如 工会驿站'),
  category: z
    .enum(['place', 'employment', 'health', 'childcare', 'aid', 'legal', 'mind', 'culture'])
    .describe(
      '类别：place 阵地、employment 就业创业、health 健康、childcare 托育、aid 帮扶互助、legal 法律、mind 心理、culture 文化',
    ),
  provider: reference('organizations', '提供单位编号').optional(),
  district: reference('districts', '区市编号').optional(),
  statistics: z.array(reference('statistics', '相关指标编号')).describe('相关指标').optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type Service = z.output<typeof ServiceSchema>;
