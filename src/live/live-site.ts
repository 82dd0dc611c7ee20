import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readBinaryFiles } from '../building/binary-files.ts';
import { compileTemplates, loadRenderer } from '../building/compiled-templates.ts';
import { buildSearchContent, runSearchWorker } from '../building/search-step.ts';
import { readEarlyBase } from '../building/input.ts';
import type { BuiltSearch } from '../building/search-index.ts';
import type { Renderer } from '../integrations/renderer-entry.ts';
import { hasErrors, type Issue } from '../issues/issue.ts';
import { basePath } from '../lib/url.ts';
import { ContentFolder } from '../opening/content-folder.ts';
import type { OpenedSite } from '../opening/open-site.ts';
import type { Output, OutputContext } from '../outputs/output.ts';
import { listOutputs } from '../outputs/site-outputs.ts';
import { buildFrameData } from '../views/frame.ts';
import { buildMovedAddresses } from '../views/moved.ts';

/** One sound state of the content, ready to be shown. */
interface LiveState {
  site: OutputContext;
  renderer: Renderer;
  base: string;
  /** Folder of the scripts and styles that pages share. */
  shared: string;
  outputs: ReadonlyMap<string, Output>;
  /** Files that are found under former names: today's path by the old one. */
  copies: ReadonlyMap<string, string>;
}

export interface LiveSiteOptions {
  /** Opens the content; where it is not given, the folder as it is. */
  open?: () => Promise<OpenedSite>;
  /** Shows content with errors too, as far as it can be shown: to whoever is mending it. */
  showsErrors?: boolean;
}

/**
 * A site that is shown while it is edited. Every page is made when it is asked for, by the templates and views of the build, so it
 * is the page that will be published. While the content has errors, the last sound state stays, and the issues say so.
 */
export class LiveSite {
  readonly #folder: string;
  readonly #code: string;
  readonly #open: () => Promise<OpenedSite>;
  readonly #showsErrors: boolean;
  #state: LiveState | undefined;
  /** The last state whose content had no errors, where another one is shown. */
  #sound: LiveState | undefined;
  #search: { site: OutputContext; folder: string; done: Promise<BuiltSearch> } | undefined;
  #refreshing: Promise<void> = Promise.resolve();
  issues: readonly Issue[] = [];

  /** @param code digest of the code that makes sites */
  constructor(folder: string, code: string, { open, showsErrors = false }: LiveSiteOptions = {}) {
    this.#folder = folder;
    this.#code = code;
    const content = new ContentFolder(folder, code);
    this.#open = open ?? (() => content.open());
    this.#showsErrors = showsErrors;
  }

  get isStale(): boolean {
    return hasErrors(this.issues);
  }

  /** Path under which the site lies; of content that cannot be read, the root. */
  get base(): string {
    return this.#state?.base ?? readEarlyBase(this.#folder) ?? '/';
  }

  /** Reads what changed. One after the other, so that what is shown is always the latest. */
  refresh(): Promise<void> {
    this.#refreshing = this.#refreshing.catch(() => undefined).then(() => this.#refresh());
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    const early = readEarlyBase(this.#folder);
    const compiling = early === undefined ? undefined : compileTemplates(this.#code, early);
    compiling?.catch(() => undefined);
    const { content, sketch, issues } = await this.#open();
    this.issues = issues;
    try {
      const shown = content ?? (this.#showsErrors ? sketch : undefined);
      if (shown) this.#state = await this.#join(shown, early === undefined ? undefined : { base: early, compiling });
      if (content) this.#sound = this.#state;
    } catch (error) {
      // What has errors may not fit together: then the last state stays.
      if (content) throw error;
    }
  }

  async #join(
    content: OpenedSite['sketch'],
    early: { base: string; compiling: ReturnType<typeof compileTemplates> | undefined } | undefined,
  ): Promise<LiveState> {
    const { site } = await readBinaryFiles(content, this.#folder);
    const base = basePath(content.documents.site.url);
    const compiled = await (base === early?.base && early.compiling
      ? early.compiling
      : compileTemplates(this.#code, base));
    const renderer = await loadRenderer(compiled.entry, buildFrameData(site), this.#folder);
    const outputs = new Map<string, Output>();
    for (const output of listOutputs(site)) outputs.set(output.path, output);
    const copies = new Map(buildMovedAddresses(site).copies.map(({ from, to }) => [to, from]));
    return { site, renderer, base, shared: compiled.shared, outputs, copies };
  }

  /**
   * The bytes of a page or file of the site as it now is.
   *
   * @param sitePath without the base: `/craftsmen/`
   * @returns undefined for what the site does not have
   */
  async read(sitePath: string): Promise<Uint8Array | undefined> {
    await this.#refreshing;
    const state = this.#state;
    if (!state) return undefined;
    try {
      return await this.#readFrom(state, sitePath);
    } catch (error) {
      if (!this.#sound || this.#sound === state) throw error;
      return this.#readFrom(this.#sound, sitePath);
    }
  }

  async #readFrom(state: LiveState, sitePath: string): Promise<Uint8Array | undefined> {
    const wanted = state.copies.get(sitePath) ?? state.copies.get(`${sitePath}index.html`) ?? sitePath;
    const output = state.outputs.get(wanted.replace(/index\.html$/, ''));
    if (output) return 'text' in output ? Buffer.from(output.text()) : render(output, state);
    if (/^\/(?:pagefind|search)\/./.test(sitePath)) return readInside(await this.#readySearch(state.site), sitePath);
    return readInside(state.shared, sitePath);
  }

  /** The search index is made when someone searches; after an edit the next search finds the new text. */
  async #readySearch(site: OutputContext): Promise<string> {
    if (this.#search?.site !== site) {
      const folder = mkdtempSync(path.join(tmpdir(), 'jiangce-search-'));
      const before = this.#search;
      const last = before && { site: before.folder, pages: (await before.done).pages };
      const done = runSearchWorker({ content: buildSearchContent(site), site: folder, last });
      this.#search = { site, folder, done };
      await done;
      if (before) rmSync(before.folder, { recursive: true, force: true });
    }
    await this.#search.done;
    return this.#search.folder;
  }

  close(): void {
    if (this.#search) rmSync(this.#search.folder, { recursive: true, force: true });
  }
}

/** As in a build, the model goes through JSON: what a template gets here it gets there. */
function render(output: Extract<Output, { model: unknown }>, { renderer }: LiveState): Promise<Uint8Array> {
  return renderer.render(output.path, JSON.parse(JSON.stringify(output.model())) as object);
}

async function readInside(folder: string, sitePath: string): Promise<Uint8Array | undefined> {
  const file = path.join(folder, sitePath);
  if (!file.startsWith(folder + path.sep)) return undefined;
  return readFile(file).catch(() => undefined);
}
