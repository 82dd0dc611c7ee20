import { z } from 'zod';
import { citations, CitationSchema, formerIds, reference, text } from './common.ts';

/** An honour as one person, studio or team holds it. */
export const HeldHonourSchema = z.strictObject({
  honour: reference('honours', '荣誉编号，见 honours.json'),
  year: z.number().int().min(1949).max(2100).describe('年份：获得的年份，原文写了才写，例如 2023').optional(),
  source: CitationSchema.shape.source,
  locator: CitationSchema.shape.locator,
});
export type HeldHonour = z.output<typeof HeldHonourSchema>;

/** A portrait; shown only with credit and consent. */
export const PortraitSchema = z.strictObject({
  file: text('文件：media 文件夹里的文件名，例如 ning-yunzhan.jpg'),
  alt: text('文字说明：看不见图的人该知道什么，例如 宁允展在车间研磨转向架'),
  credit: text('署名：摄影者或版权人'),
  consent: text('同意凭据：本人同意的凭据，例如 2025-06-01 书面同意'),
});

/** Frontmatter of `craftsmen/<id>.mdx`: one person. The body's first paragraph is the summary shown in lists. */
export const CraftsmanSchema = z.strictObject({
  name: text('姓名，例如 宁允展'),
  pinyin: text('拼音：姓名里有多音字时写，姓与名分开，例如 xie bo；一般不用写').optional(),
  employer: reference('organizations', '单位编号，原文写了才写').optional(),
  position: text('职务或岗位，按原文，例如 高级研磨工').optional(),
  trade: reference('trades', '工种编号，见 taxonomy.json').optional(),
  industry: reference('industries', '行业编号；有单位时用单位的行业，可不写').optional(),
  district: reference('districts', '区市编号，原文写了才写').optional(),
  honours: z.array(HeldHonourSchema).describe('荣誉，没有就写空列表'),
  portrait: PortraitSchema.describe('照片：有署名和本人同意才放').optional(),
  keywords: z.array(text('人们记得的说法')).describe('别的说法：人们会搜的说法，例如 拧螺丝').optional(),
  citations: citations(),
  aliases: formerIds(),
  withdrawn: z.boolean().describe('撤下此人：true 时从全站消失').optional(),
});
export type Craftsman = z.output<typeof CraftsmanSchema>;
