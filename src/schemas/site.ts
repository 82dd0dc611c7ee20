import { z } from 'zod';
import { optionalText, reference, text } from './common.ts';

const colour = (description: string) =>
  z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/, { error: '颜色写成 #A8231B 这样的六位十六进制' })
    .describe(description);

/** `site.json`: who publishes the site, where, and how it presents itself. */
export const SiteSchema = z.strictObject({
  title: text('网站名称，例如 青岛匠册'),
  city: text('城市，例如 青岛市'),
  shortCity: text('城市简称，例如 青岛'),
  tagline: text('一句话说明网站收什么'),
  url: z.url({ protocol: /^https$/ }).describe('网站地址，可带路径，例如 https://example.org/jiangce/'),
  publisher: text('发布者'),
  notice: text('声明，显示在每页页脚'),
  filings: z
    .strictObject({
      icp: optionalText('ICP 备案号，没有写空'),
      police: optionalText('公安备案号，没有写空'),
    })
    .describe('备案号'),
  feedback: z.union([z.literal(''), z.email()]).describe('意见反馈邮箱，没有写空'),
  licence: z
    .strictObject({ name: text('许可名称，例如 CC BY 4.0'), url: z.url({ protocol: /^https$/ }).describe('许可地址') })
    .describe('内容与数据的许可'),
  colours: z
    .strictObject({
      seal: colour('印色，浅色模式'),
      sealDark: colour('印色，深色模式'),
      steel: colour('第二色，浅色模式'),
      steelDark: colour('第二色，深色模式'),
    })
    .describe('本站颜色'),
  mark: z.string().min(1).max(2).describe('站名印的字，一到两个，例如 匠'),
  edition: z.number().int().describe('首页显示哪一年的工匠日'),
  home: z
    .strictObject({
      figures: z.array(reference('statistics', '指标编号')).min(1).max(6).describe('首页的关键数字'),
      featured: z.array(reference('craftsmen', '工匠编号')).min(1).max(12).describe('首页推荐的人，第一位详写'),
    })
    .describe('首页'),
});
export type Site = z.output<typeof SiteSchema>;
