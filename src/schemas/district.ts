import { z } from 'zod';
import { choice, citations, formerIds, text } from './common.ts';
import { field } from './field-meta.ts';

export const DISTRICT_CATEGORY_LABELS = {
  district: '市辖区',
  'county-city': '县级市',
  county: '县',
  'new-area': '新区',
} as const;

/** Frontmatter of `districts/<id>.mdx`: a district, county or county-level city. The body may be empty. */
export const DistrictSchema = z.strictObject({
  name: text({ label: '名称', example: '市北区' }),
  category: choice({ label: '类别', choices: DISTRICT_CATEGORY_LABELS }),
  otherNames: z
    .array(text('别的叫法'))
    .meta(field({ label: '别的叫法', help: '人们会搜的叫法', example: '潍城' }))
    .optional(),
  citations: citations(),
  aliases: formerIds(),
});
export type District = z.output<typeof DistrictSchema>;
