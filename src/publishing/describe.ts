import type { PublishPlan, PublishResult } from './publish.ts';
import { STAGE_LABELS } from './order.ts';
import type { ReleaseSummary } from './releases.ts';
import type { Progress } from './transfer.ts';

/** `12.3 MB` */
function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} 字节`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const MOST_LISTED = 12;

/** What a publish would do, in lines. */
export function describePlan({
  pages,
  send,
  remove,
  isResumed,
  isUnrecorded,
  clearedReleases,
  target,
  from,
}: PublishPlan): string {
  const lines = [
    `发布到「${target.name}」：`,
    ...(from === undefined && !isUnrecorded ? ['· 那里还没有网站'] : []),
    ...(isUnrecorded ? ['· 那里有网站，没有发布的记录：逐个文件比过了'] : []),
    ...(isResumed ? ['· 上次没有发完，接着发'] : []),
    ...describePages('新页面', pages.added),
    ...describePages('改过的页面', pages.changed),
    ...describePages('不再有的页面', pages.gone),
    `· 要发 ${String(send.files)} 个文件，${formatBytes(send.bytes)}${remove > 0 ? `；删 ${String(remove)} 个` : ''}`,
    ...(clearedReleases.length > 0
      ? [`· 留着的 ${clearedReleases.join('、')} 里有已撤下的人，会一起删掉，不能再退回去`]
      : []),
  ];
  return lines.join('\n');
}

function describePages(label: string, pages: readonly string[]): string[] {
  if (pages.length === 0) return [];
  const listed = pages.slice(0, MOST_LISTED).map((page) => `/${page}`);
  const rest = pages.length > listed.length ? ` 等` : '';
  return [`· ${label} ${String(pages.length)} 个：${listed.join(' ')}${rest}`];
}

/** The releases of a target, in lines. */
export function describeReleases(releases: readonly ReleaseSummary[]): string {
  return releases
    .map(({ id, files, bytes, pages, isCurrent }) => {
      const { added, changed, gone } = pages;
      return `${isCurrent ? '→' : ' '} ${id}  ${String(files)} 个文件，${formatBytes(bytes)}；新 ${String(added)} 页，改 ${String(changed)} 页，去掉 ${String(gone)} 页`;
    })
    .join('\n');
}

/** What was done, without a full stop. */
export function describeResult({ release, sent, bytes, written }: PublishResult): string {
  if (written) return `写好了 ${written.join('、')}，装了 ${String(sent)} 个文件，${formatBytes(bytes)}`;
  return `发布好了：版本 ${release}，发了 ${String(sent)} 个文件，${formatBytes(bytes)}`;
}

/** One line that says how far a run is. */
export function describeProgress({ stage, done, total, bytes, totalBytes }: Progress, elapsedMs: number): string {
  if (stage === 'record') return '· 记下这一版';
  if (stage === 'keep') return `· 留下旧的，好退回去：${String(done)}/${String(total)}`;
  const left = bytes > 0 && elapsedMs > 2000 ? ((totalBytes - bytes) * elapsedMs) / bytes / 1000 : undefined;
  const rest =
    left === undefined || left < 1
      ? ''
      : `，还要 ${left < 90 ? `${left.toFixed(0)} 秒` : `${(left / 60).toFixed(0)} 分钟`}`;
  return `· ${STAGE_LABELS[stage]}：${String(done)}/${String(total)} 个，${formatBytes(bytes)}/${formatBytes(totalBytes)}${rest}`;
}
