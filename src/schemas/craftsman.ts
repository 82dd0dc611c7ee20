import { z } from 'zod';
import { citations, CitationSchema, formerIds, reference, text } from './common.ts';
import { field } from './field-meta.ts';

/** An honour that a person, studio or team holds. */
export const HeldHonourSchema = z.strictObject({
  honour: reference('honours', '荣誉'),
  year: z
    .number()
    .int()
    .min(1949)
    .max(2100)
    .meta(field({ label: '年份', help: '获得的年份，原文写了才写', example: '2023' }))
    .optional(),
  source: CitationSchema.shape.source,
  locator: CitationSchema.shape.locator,
});
export type HeldHonour = z.output<typeof HeldHonourSchema>;

/** A portrait; shown only with credit and consent. */
const PortraitSchema = z.strictObject({
  file: text({ label: '文件', help: 'media 文件夹里的文件名', example: 'ning-yunzhan.jpg' }),
  alt: text({ label: '文字说明', help: '看不见图的人该知道什么', example: '宁允展在车间研磨转向架' }),
  credit: text({ label: '署名', help: '摄影者或版权人' }),
  consent: text({ label: '同意凭据', help: '本人同意的凭据', example: '2025-06-01 书面同意' }),
});

/** Frontmatter of `craftsmen/<id>.mdx`: one person. The body's first paragraph is the summary shown in lists. */
export const CraftsmanSchema = z.strictObject({
  name: text({ label: '姓名', example: '宁允展' }),
  otherNames: z
    .array(text('别名'))
    .meta(field({ label: '别名', help: '曾用名、艺名、法名，原文写了才写', example: '张叁' }))
    .optional(),
  pinyin: text({ label: '拼音', help: '姓名里有多音字时才写，姓与名分开', example: 'xie bo' }).optional(),
  employer: reference('organizations', { label: '单位', help: '原文写了才写' }).optional(),
  position: text({ label: '职务或岗位', help: '按原文', example: '高级研磨工' }).optional(),
  trade: reference('trades', '工种').optional(),
  industry: reference('industries', { label: '行业', help: '有单位时用单位的行业，可不写' }).optional(),
  district: reference('districts', { label: '区市', help: '原文写了才写' }).optional(),
  honours: z.array(HeldHonourSchema).meta(field({ label: '荣誉', help: '没有就写空列表' })),
  portrait: PortraitSchema.meta(field({ label: '照片', help: '有署名和本人同意才放' })).optional(),
  keywords: z
    .array(text('人们记得的说法'))
    .meta(field({ label: '别的说法', help: '人们会搜的说法', example: '拧螺丝' }))
    .optional(),
  citations: citations(),
  aliases: formerIds(),
  withdrawn: z
    .boolean()
    .meta(field('撤下此人', { choices: { true: '从全站消失', false: '照常显示' } }))
    .optional(),
});
export type Craftsman = z.output<typeof CraftsmanSchema>;
