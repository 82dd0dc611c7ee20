import { z } from 'zod';
import { fullDate, optionalText, reference, text } from './common.ts';
import { field, type FieldText } from './field-meta.ts';

const colour = (about: string | FieldText) =>
  z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/, { error: '颜色写成 #A8231B 这样的六位十六进制' })
    .meta(field(about));

/** The path becomes folders and settings of servers, which write other characters in different ways. A host may be in Chinese. */
function hasPlainPath(url: string): boolean {
  return /^https:\/\/[^/?#]+(?:\/[\w.~-]+)*\/?$/.test(url);
}

/** `site.json`: who publishes the site, where, and how it presents itself. */
export const SiteSchema = z.strictObject({
  title: text({ label: '网站名称', example: '青岛匠册' }),
  city: text({ label: '城市', example: '青岛市' }),
  shortCity: text({ label: '城市简称', example: '青岛' }),
  tagline: text({ label: '一句话介绍', help: '网站收什么' }),
  url: z
    .url({ protocol: /^https$/, abort: true })
    .refine(hasPlainPath, { error: '网址里域名后面的路径只用英文字母、数字、连字符和斜杠，不带问号和井号' })
    .meta(field({ label: '网站地址', help: '可带路径', example: 'https://example.org/jiangce/' })),
  publisher: text('发布者'),
  notice: text({ label: '声明', help: '显示在每页页脚' }),
  filings: z
    .strictObject({
      icp: optionalText({ label: 'ICP 备案号', help: '没有写空' }),
      police: optionalText({ label: '公安备案号', help: '没有写空' }),
    })
    .meta(field('备案号')),
  feedback: z.union([z.literal(''), z.email()]).meta(field({ label: '意见反馈邮箱', help: '没有写空' })),
  publicContacts: z
    .array(text('联系方式'))
    .meta(
      field({ label: '对外公布的联系方式', help: '单位公布的电话、邮箱，写了检查就不再问', example: '0532-12345678' }),
    )
    .optional(),
  checkedOrdinals: z
    .array(text('届次'))
    .meta(
      field({
        label: '核对过的届次',
        help: '第二十二届这样的，核对过没有认错，写了检查就不再问',
        example: '第二十二届全国运动会',
      }),
    )
    .optional(),
  security: z
    .strictObject({
      contact: z
        .union([z.email(), z.url({ protocol: /^https$/ })])
        .meta(field({ label: '安全问题找谁', help: '单位的邮箱或网页', example: 'anquan@example.org' })),
      expires: fullDate({ label: '有效期到', help: '一年以内，到期前换一个新的日期', example: '2027-06-30' }),
    })
    .meta(field({ label: '安全联系', help: '有人发现网站的安全问题时找谁，写进 security.txt' }))
    .optional(),
  licence: z
    .strictObject({
      name: text({ label: '许可名称', example: 'CC BY 4.0' }),
      url: z.url({ protocol: /^https$/ }).meta(field('许可地址')),
    })
    .meta(field('内容与数据的许可')),
  colours: z
    .strictObject({
      seal: colour('印色（浅色模式）'),
      sealDark: colour('印色（深色模式）'),
      steel: colour('第二色（浅色模式）'),
      steelDark: colour('第二色（深色模式）'),
    })
    .meta(field('本站颜色')),
  mark: z
    .string()
    .min(1)
    .max(2)
    .meta(field({ label: '站名印的字', help: '一到两个', example: '匠' })),
  edition: z
    .number()
    .int()
    .meta(field({ label: '首页的工匠日', help: '显示哪一年的' })),
  home: z
    .strictObject({
      figures: z.array(reference('statistics', '指标')).min(1).max(6).meta(field('首页的关键数字')),
      featured: z
        .array(reference('craftsmen', '工匠'))
        .min(1)
        .max(12)
        .meta(field({ label: '首页推荐的人', help: '第一位详写' })),
    })
    .meta(field('首页')),
});
export type Site = z.output<typeof SiteSchema>;
