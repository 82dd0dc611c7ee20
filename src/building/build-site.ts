import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { ContentFolder } from '../opening/content-folder.ts';
import { formatIssues } from '../issues/format.ts';
import { isLargeSite } from '../lib/site-size.ts';
import { basePath } from '../lib/url.ts';
import type { Content } from '../catalogue/content.ts';
import { buildFrameData } from '../views/frame.ts';
import { readBinaryFiles } from './binary-files.ts';
import { digestCode } from './code-digest.ts';
import { compileTemplates, type CompiledTemplates } from './compiled-templates.ts';
import { BuildFailure } from './failures.ts';
import { readEarlyBase, stampContent } from './input.ts';
import { countFiles, makeSite } from './make-site.ts';
import { findRealPlace, refuseUnsafeOutput } from './output-place.ts';
import { ownName } from '../lib/own-name.ts';
import { removeAbandoned, replaceOutput, restoreOutput, tryOutput } from './replace-output.ts';
import { findUntouched, readRecord, type SiteRecord, writeRecord } from './site-record.ts';

export interface BuildRequest {
  /** The content folder. */
  folder: string;
  /** How it is named in messages. */
  label: string;
  /** Where the site goes. */
  output: string;
  /** ISO date; nothing in the content may lie after it. */
  today: string;
  /** Makes everything anew. */
  isClean: boolean;
  /** Told of each stage, in Chinese. */
  onStage: (stage: string) => void;
  /** Told what an author should know: remarks of the check, and printed reports that are out of date. */
  onRemark: (text: string) => void;
}

export interface BuiltSummary {
  pages: number;
  /** Files that were made in this build; the others were taken over from the last one. */
  made: number;
  files: number;
}

/**
 * Builds the site of a content folder, making only what shows something else than in the last build. The new site is made beside
 * the old one and then takes its place, so a build that fails or is killed leaves the site as it was.
 *
 * @throws BuildFailure with a sentence for the person at the keyboard
 */
export async function buildSite(request: BuildRequest): Promise<BuiltSummary> {
  const { folder, label, today, isClean, onStage, onRemark } = request;
  const output = findRealPlace(request.output);
  await refuseUnsafeOutput(output, { project: process.cwd(), content: folder });
  if (await restoreOutput(output)) onStage('上次构建中断，已把原来的网站放回原处');
  await removeAbandoned(output);
  await tryOutput(output);

  const code = digestCode();
  const input = stampContent(folder, [code, today, label]);
  const last = isClean ? undefined : readRecord(output);
  const untouched = last && findUntouched(output, last);
  if (last && input !== undefined && last.input === input && untouched?.size === last.outputs.size) {
    return { pages: last.pageCount, made: 0, files: countFiles(last.outputs) };
  }

  onStage('检查内容');
  const templates = startTemplates(code, folder);
  const { content, entryCount, hasIssues } = await openSound({ folder, label, today, code, onRemark });
  const { site, remarks } = await readBinaryFiles(content, folder);
  for (const remark of remarks) onRemark(remark);

  const frame = buildFrameData(site);
  // A site that becomes a large one is compressed in another way.
  const drawing = digest(code, JSON.stringify(frame), String(isLargeSite(entryCount)));
  const isReusable = last !== undefined && untouched !== undefined && last.drawing === drawing;
  onStage(`生成页面和搜索索引（${String(entryCount)} 个内容文件）`);
  const fresh = ownName(`${output}.new`);
  try {
    await mkdir(fresh);
    const compiled = await templates(basePath(content.documents.site.url));
    const made = await makeSite({
      site,
      frame,
      compiled,
      contentFolder: folder,
      entryCount,
      fresh,
      last: isReusable ? { folder: output, outputs: untouched, searchPages: last.searchPages } : undefined,
      onProgress: (files) => onStage(`已有 ${String(files)} 个文件`),
    });
    onStage('换上新网站');
    await replaceOutput(fresh, output);
    const isSilent = !hasIssues && remarks.length === 0;
    const record: SiteRecord = { drawing, input: isSilent ? input : undefined, ...made.record };
    writeRecord(output, record);
    return { pages: record.pageCount, made: made.made, files: made.files };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Compiles the templates while the content is checked, under the address that its file seems to have. */
function startTemplates(code: string, folder: string): (base: string) => Promise<CompiledTemplates> {
  const early = readEarlyBase(folder);
  const started = early === undefined ? undefined : compileTemplates(code, early);
  started?.catch(() => undefined);
  return (base) => (started && base === early ? started : compileTemplates(code, base));
}

/**
 * The content, checked. What was read beside it (texts, places of fields) is not kept: of a large site it is as much as the content.
 */
async function openSound({
  folder,
  label,
  today,
  code,
  onRemark,
}: Pick<BuildRequest, 'folder' | 'label' | 'today' | 'onRemark'> & { code: string }): Promise<SoundContent> {
  const { content, issues, entryCount } = await new ContentFolder(folder, code).open({ label, today });
  if (issues.length > 0) onRemark(formatIssues(issues, 'text'));
  if (content) return { content, entryCount, hasIssues: issues.length > 0 };
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  throw new BuildFailure(`${label} 有 ${String(errors)} 处错误，没有构建。`);
}

interface SoundContent {
  content: Content;
  entryCount: number;
  hasIssues: boolean;
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 20);
}
