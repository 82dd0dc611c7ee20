import { z } from 'zod';
import { citations, text } from './common.ts';

/** Frontmatter of `districts/<id>.mdx`: a district, county or county-level city. The body may be empty. */
export const DistrictSchema = z.strictObject({
  name: text('名称，例如 市北区'),
  category: z
    .enum(['district', 'county-city', 'county', 'new-area'])
    .describe('类别：district 市辖区、county-city 县级市、county 县、new-area 新区'),
  aliases: z.array(text('别的叫法')).describe('别的叫法').optional(),
  citations: citations(),
});
export type District = z.output<typeof DistrictSchema>;
