import { buildIssue, type Issue } from '../../issues/issue.ts';
import type { ValidatedSite, ValidEntry } from '../../schemas/validate.ts';
import { parseChapterId } from '../chapter-id.ts';
import { COVER, groupReports } from '../reports.ts';

type Chapter = ValidEntry<'reports'>;

/** A report has a cover, its chapters are numbered without a gap, and each has an address of its own. */
export function checkReports({ entries, broken }: ValidatedSite): Issue[] {
  // A chapter that is wrong in itself still takes its number.
  const files = [...entries.reports, ...broken.filter(({ kind }) => kind === 'reports')].map(({ id, file }) => ({
    id,
    file,
  }));
  return [...groupReports(files).flatMap(checkOrder), ...entries.reports.flatMap(checkFields)];
}

function checkOrder({
  year,
  cover,
  chapters,
}: ReturnType<typeof groupReports<{ id: string; file: string }>>[number]): Issue[] {
  const issues: Issue[] = [];
  const [first] = chapters;
  if (!cover && first) {
    const file = first.file.replace(/[^/]+$/, `${COVER}.mdx`);
    issues.push(
      buildIssue('JC801', {
        file,
        message: `${year} 年的报告没有封面 ${COVER}.mdx。`,
        hint: '新建这个文件：title 写报告的名称，正文写摘要。',
      }),
    );
  }
  const slugs = new Map<string, string>();
  chapters.forEach(({ id, file }, at) => {
    const { number, slug } = parseChapterId(id);
    const expected = at + 1;
    if (number !== expected) {
      const name = `${String(expected).padStart(2, '0')}-${slug}.mdx`;
      issues.push(
        buildIssue('JC802', {
          file,
          message: `章号写的是 ${String(number).padStart(2, '0')}，按顺序这里应当是 ${String(expected).padStart(2, '0')}。`,
          hint: `章号从 01 起，不能跳、不能重复；把文件改名为 ${name}，或补上缺的一章。`,
        }),
      );
    }
    const earlier = slugs.get(slug);
    if (earlier === undefined) slugs.set(slug, file);
    else {
      const message = `英文名「${slug}」与 ${earlier} 相同，两章会用同一个网址。`;
      issues.push(buildIssue('JC803', { file, message, hint: '给其中一章换个英文名。' }));
    }
  });
  return issues;
}

function checkFields({ id, data, file, locator }: Chapter): Issue[] {
  if (data.subtitle === undefined || parseChapterId(id).number === 0) return [];
  return [
    buildIssue('JC804', {
      file,
      ...locator.keyAt(['subtitle']),
      path: 'subtitle',
      message: '副题 subtitle 只写在封面里，这一章用不上。',
      hint: `移到 ${COVER}.mdx，或者删掉。`,
    }),
  ];
}
