import { buildIssue, type Issue } from '../../issues/issue.ts';
import type { ValidatedSite } from '../../schemas/validate.ts';
import { checkBodies } from './bodies.ts';
import { checkDuplicateIds } from './duplicates.ts';
import { findKnownIds } from './known-ids.ts';
import { checkReferences } from './references.ts';
import { checkStatistics } from './statistics.ts';

/** All that can only be seen with the whole site in view. */
export function checkSite(site: ValidatedSite, { today }: { today: string }): Issue[] {
  const ids = findKnownIds(site);
  return [
    ...checkDuplicateIds(site),
    ...checkReferences(site, ids),
    ...checkBodies(site, ids),
    ...checkStatistics(site, today),
    ...checkPortraits(site),
    ...checkEditions(site),
  ];
}

function checkPortraits({ entries, files }: ValidatedSite): Issue[] {
  return entries.craftsmen.flatMap(({ data, file, locator }) =>
    data.portrait && !files.includes(`media/${data.portrait.file}`)
      ? buildIssue('JC604', {
          file,
          ...locator.valueAt(['portrait', 'file']),
          path: 'portrait.file',
          message: `media 文件夹里没有照片「${data.portrait.file}」。`,
          hint: '把照片放进 media 文件夹，文件名要一模一样，包括大小写。',
        })
      : [],
  );
}

function checkEditions({ entries, documents, brokenIds }: ValidatedSite): Issue[] {
  const issues = entries.editions.flatMap(({ id, data, file, locator }) =>
    String(data.year) === id
      ? []
      : buildIssue('JC205', {
          file,
          ...locator.valueAt(['year']),
          path: 'year',
          message: `年份写的是 ${String(data.year)}，文件名是 ${id}。`,
          hint: '让两者一致。',
        }),
  );
  const site = documents.site;
  const years = [...entries.editions.map(({ id }) => id), ...(brokenIds.editions ?? [])];
  if (site && !years.includes(String(site.data.edition))) {
    issues.push(
      buildIssue('JC301', {
        file: site.file,
        ...site.locator.valueAt(['edition']),
        path: 'edition',
        message: `editions 文件夹里没有 ${String(site.data.edition)} 年。`,
        hint: `有的年份：${years.join('、') || '还没有'}。`,
      }),
    );
  }
  return issues;
}
