import { buildIssue, type Issue } from '../../issues/issue.ts';
import type { ValidatedSite } from '../../schemas/validate.ts';

/** Whoever reads a security.txt that has expired takes it for abandoned, so its date is told a month ahead. */
const AHEAD_DAYS = 30;

export function checkSecurityContact({ documents: { site } }: ValidatedSite, today: string): Issue[] {
  const expires = site?.data.security?.expires;
  if (!site || expires === undefined || expires > addDays(today, AHEAD_DAYS)) return [];
  return [
    buildIssue('JC125', {
      file: site.file,
      ...site.locator.valueAt(['security', 'expires']),
      path: 'security.expires',
      message: expires < today ? `安全联系的有效期「${expires}」已经过了。` : `安全联系的有效期「${expires}」快到了。`,
      hint: '问一下那里写的邮箱或网页还是不是对的，再换一个一年以内的日期。',
    }),
  ];
}

function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}
