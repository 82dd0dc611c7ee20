import { escapeHtml } from '../lib/html.ts';

/** A part of a system: what it is called and how many there are. */
export interface AssemblyPart {
  label: string;
  /** `70家`, with its qualifier. */
  figure: string;
  /** `2025年` */
  period: string;
  /** `2023年52家，增加18家`, where an earlier figure can be put beside it. */
  earlier: string | undefined;
  href: string;
}

const WIDTH = 400;
const STEP = 104;
const AXIS_X = 74;
const LABEL_X = 172;
const TOP = 46;

/**
 * A system of parts as an exploded drawing: each part a disc on one axis, drawn out along it, with a leader to its name and
 * number. All discs are of one size: the parts count different things, so their sizes must not be compared.
 */
export function renderAssembly(title: string, parts: readonly AssemblyPart[]): string {
  const height = TOP * 2 + STEP * (parts.length - 1);
  const axis = `<path class="drawing-axis" d="M${String(AXIS_X)} 6V${String(height - 6)}"/>`;
  const drawn = parts.map((part, at) => renderPart(part, TOP + at * STEP)).join('');
  const label = `${title}，由上到下：${parts.map(describePart).join('、')}`;
  return `<svg class="assembly" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="group" aria-label="${escapeHtml(label)}">${axis}${drawn}</svg>`;
}

/** `全员创新企业70家（2025年；2023年52家，增加18家）` */
function describePart({ label, figure, period, earlier }: AssemblyPart): string {
  return `${label}${figure}（${[period, earlier].filter((part) => part !== undefined).join('；')}）`;
}

function renderPart({ label, figure, period, earlier, href }: AssemblyPart, y: number): string {
  const [x, rx, ry, depth] = [AXIS_X, 58, 17, 12];
  const left = String(x - rx);
  const right = String(x + rx);
  const arc = `${String(rx)} ${String(ry)} 0 0`;
  return [
    `<path class="drawing-body" d="M${left} ${String(y)}v${String(depth)}A${arc} 0 ${right} ${String(y + depth)}v-${String(depth)}"/>`,
    `<ellipse class="drawing-face" cx="${String(x)}" cy="${String(y)}" rx="${String(rx)}" ry="${String(ry)}"/>`,
    `<ellipse class="drawing-line" cx="${String(x)}" cy="${String(y)}" rx="14" ry="4"/>`,
    `<path class="drawing-line" d="M${right} ${String(y + 4)}H${String(LABEL_X - 8)}"/>`,
    `<path class="drawing-line" d="M${String(LABEL_X - 8)} ${String(y)}v8"/>`,
    `<a href="${escapeHtml(href)}"><text class="drawing-label" x="${String(LABEL_X)}" y="${String(y - 4)}">${escapeHtml(label)}</text>`,
    `<text class="drawing-figure" x="${String(LABEL_X)}" y="${String(y + 24)}">${escapeHtml(figure)}<tspan class="drawing-period" dx="8">${escapeHtml(period)}</tspan></text></a>`,
    earlier === undefined
      ? ''
      : `<text class="drawing-period" x="${String(LABEL_X)}" y="${String(y + 46)}">${escapeHtml(earlier)}</text>`,
  ].join('');
}
