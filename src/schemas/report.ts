import { z } from 'zod';
import { citations, formerIds, text } from './common.ts';

/** `2023/03-talent`: year of the report, number of the chapter, and its name. The URL has no number, so chapters can move. */
export const REPORT_ID_PATTERN = /^(?:19|20)\d{2}\/\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Frontmatter of `reports/<year>/NN-<name>.mdx`: a chapter of an annual report, or its title and abstract in `00-cover`. */
export const ReportChapterSchema = z.strictObject({
  title: text({ label: '章名', help: '在 00-cover 里是报告的名称，在别的文件里是这一章的', example: '技能人才' }),
  subtitle: text({ label: '副题', help: '报告的副题，只写在 00-cover 里' }).optional(),
  summary: text({ label: '这一章讲什么', help: '一句话，显示在目录里；数量不写在这里' }).optional(),
  citations: citations().optional(),
  aliases: formerIds(),
});
export type ReportChapter = z.output<typeof ReportChapterSchema>;
