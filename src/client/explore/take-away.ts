import { EXPLORE_PATH } from '../../catalogue/paths.ts';
import { toCitation } from '../../charts/citation.ts';
import { toCsv } from '../../charts/csv.ts';
import type { Answer } from '../../charts/explore/answer.ts';
import { formatChoice } from '../../charts/explore/choice.ts';
import type { Explore } from '../../charts/explore/explore-data.ts';
import type { ChartSpec } from '../../schemas/chart-spec.ts';
import { absoluteUrl } from '../../lib/url.ts';

/** What is said of the code of a chart that has a page of its own, and of one that a reader has chosen. */
const EMBED_NOTES = {
  ready: '这是本站现成的图。嵌进去以后，数字更正了会跟着变。',
  own: '这是您自己选的图，没有会跟着更正的嵌入页。可以生成一段图片代码：图写在代码里，数字不再变，点图就回到这里。',
} as const;

/** What can be taken away of the chart that is shown: files, address, citation, and code for other pages. */
export class TakeAway {
  readonly #root: HTMLElement;
  readonly #explore: Explore;
  #answer: Answer | undefined;
  #previewAddress = '';

  constructor(root: HTMLElement, explore: Explore) {
    this.#root = root;
    this.#explore = explore;
  }

  /** From now on this chart is taken away. */
  offer(answer: Answer): void {
    this.#answer = answer;
    const { spec, ready } = answer;
    this.#find('[data-explore-take]').hidden = spec === undefined;
    this.#find('[data-take-status]').textContent = '';
    this.#find('[data-take-preview]').replaceChildren();
    if (!spec) return;
    this.#write('网址', this.#url(answer));
    this.#write('引用', toCitation(spec, this.#url(answer)));
    this.#find('[data-explore-embed]').hidden = ready === undefined;
    this.#find('[data-explore-embed-make]').hidden = ready !== undefined;
    this.#find('[data-explore-embed-note]').textContent = ready ? EMBED_NOTES.ready : EMBED_NOTES.own;
    if (ready) this.#write('嵌入代码', ready.embedCode);
  }

  async take(what: string): Promise<void> {
    const answer = this.#answer;
    if (!answer?.spec) return;
    const { spec } = answer;
    const status = this.#find('[data-take-status]');
    try {
      status.textContent = '正在做……';
      status.textContent = await this.#make(what, spec, answer);
    } catch (error) {
      console.error(error);
      status.textContent = '没有做成。看看网络，再点一次。';
    }
  }

  async #make(what: string, spec: ChartSpec, answer: Answer): Promise<string> {
    if (what === 'csv') return save(new Blob([toCsv(spec)], { type: 'text/csv' }), `${spec.title}.csv`);
    const { drawPng, drawSvg, writePictureCode } = await import('./pictures.ts');
    const options = { colours: this.#explore.data.site.colours, url: this.#url(answer) };
    if (what === 'svg') return save(new Blob([drawSvg(spec, options)], { type: 'image/svg+xml' }), `${spec.title}.svg`);
    if (what === 'embed') {
      this.#write('嵌入代码', writePictureCode(spec, options));
      this.#find('[data-explore-embed]').hidden = false;
      return '';
    }
    const png = await drawPng(spec, options);
    this.#preview(png, spec);
    return save(png, `${spec.title}.png`);
  }

  /** The picture itself: browsers within apps save no files, but pictures that are pressed long. */
  #preview(png: Blob, { alt }: ChartSpec): void {
    URL.revokeObjectURL(this.#previewAddress);
    this.#previewAddress = URL.createObjectURL(png);
    const image = new Image();
    Object.assign(image, { src: this.#previewAddress, alt, className: 'explore-preview' });
    const hint = document.createElement('p');
    hint.className = 'chart-note';
    hint.textContent = '手机上没有存成的，长按这张图，再点保存。';
    this.#find('[data-take-preview]').replaceChildren(image, hint);
  }

  #url({ choice }: Answer): string {
    return absoluteUrl(this.#explore.data.site.url, `${EXPLORE_PATH}${formatChoice(choice)}`);
  }

  /** Puts a text into its block, whose button copies it. */
  #write(what: string, text: string): void {
    this.#find(`.copy-block[aria-label="${what}"] [data-copy-text]`).textContent = text;
  }

  #find(selector: string): HTMLElement {
    const element = this.#root.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`The page has no ${selector}.`);
    return element;
  }
}

/** Gives a file to the browser to keep, and says so. */
function save(blob: Blob, title: string): string {
  const name = title.replaceAll(/[\\/:*?"<>|]/g, '－');
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read it only later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return `已存成「${name}」。`;
}
