import { z } from 'zod';
import { choice, CitationSchema, IdSchema, optionalText, reference, text } from './common.ts';
import { field } from './field-meta.ts';

/** An employer, union, school, government body or other institution. */
export const OrganizationSchema = z.strictObject({
  id: IdSchema,
  name: text({ label: '全称', example: '中车青岛四方机车车辆股份有限公司' }),
  shortName: text({ label: '简称', example: '中车四方' }).optional(),
  aliases: z.array(text('别的叫法')).meta(field({ label: '别的叫法', help: '人们会搜的叫法', example: '四方股份' })),
  kind: choice({
    label: '类别',
    choices: {
      enterprise: '企业',
      union: '工会',
      school: '院校',
      government: '机关',
      institution: '其他机构',
      media: '媒体',
    },
  }),
  industry: reference('industries', '行业').optional(),
  district: reference('districts', '所在区市').optional(),
  parent: reference('organizations', '上级单位').optional(),
  honours: z
    .array(
      z.strictObject({
        honour: reference('honours', '荣誉'),
        year: z
          .number()
          .int()
          .meta(field({ label: '年份', help: '获得的年份' }))
          .optional(),
        citation: CitationSchema.meta(field('来源')),
      }),
    )
    .meta(field({ label: '荣誉', help: '单位获得的荣誉' }))
    .optional(),
  note: optionalText('说明').optional(),
});
export type Organization = z.output<typeof OrganizationSchema>;

/** `organizations.json` */
export const OrganizationsFileSchema = z.strictObject({
  organizations: z.array(OrganizationSchema).meta(field('全部单位')),
});
