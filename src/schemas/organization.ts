import { z } from 'zod';
import { CitationSchema, IdSchema, optionalText, reference, text } from './common.ts';

/** An employer, union, school, government body or other institution. */
export const OrganizationSchema = z.strictObject({
  id: IdSchema,
  name: text('全称，例如 中车青岛四方机车车辆股份有限公司'),
  shortName: text('简称，例如 中车四方').optional(),
  aliases: z.array(text('别的叫法')).describe('别的叫法：人们会搜的叫法，例如 四方股份'),
  kind: z
    .enum(['enterprise', 'union', 'school', 'government', 'institution', 'media'])
    .describe('类别：enterprise 企业、union 工会、school 院校、government 机关、institution 其他机构、media 媒体'),
  industry: reference('industries', '行业编号，见 taxonomy.json').optional(),
  district: reference('districts', '所在区市编号').optional(),
  parent: reference('organizations', '上级单位编号').optional(),
  honours: z
    .array(
      z.strictObject({
        honour: reference('honours', '荣誉编号'),
        year: z.number().int().describe('年份：获得的年份').optional(),
        citation: CitationSchema.describe('来源'),
      }),
    )
    .describe('荣誉：单位获得的荣誉')
    .optional(),
  note: optionalText('说明').optional(),
});
export type Organization = z.output<typeof OrganizationSchema>;

/** `organizations.json` */
export const OrganizationsFileSchema = z.strictObject({
  organizations: z.array(OrganizationSchema).describe('全部单位'),
});
