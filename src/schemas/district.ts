import { z } from 'zod';
import { citations, formerIds, text } from './common.ts';

/** Frontmatter of `districts/<id>.mdx`: a district, county or county-level city. The body may be empty. */
export const DistrictSchema = z.strictObject({
  name: text('名称，例如 市北区'),
  category: z
    .enum(['district', 'county-city', 'county', 'new-area'])
    .describe('类别：district 市辖区、county-city 县级市、county 县、new-area 新区'),
  otherNames: z.array(text('别的叫法')).describe('别的叫法：人们会搜的叫法，例如 潍城').optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type District = z.output<typeof DistrictSchema>;
