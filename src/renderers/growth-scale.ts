import { escapeHtml } from '../lib/html.ts';

/** A figure on a growth scale. */
export interface GrowthMark {
  value: number;
  /** `2023年` */
  label: string;
}

const WIDTH = 280;
const LINE_Y = 30;
const TICKS = 10;

/** 1, 2, 2.5 or 5 times a power of ten, not below `value`. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= value) ?? 10) * power;
}

/**
 * Two statements of one figure on one scale that begins at zero: the earlier hangs below the line, the later stands above it in
 * the seal's colour. The ticks are tenths of the scale.
 */
export function renderGrowthScale(earlier: GrowthMark, later: GrowthMark): string {
  const max = niceCeiling(Math.max(earlier.value, later.value));
  const x = (value: number): number => Math.round((value / max) * (WIDTH - 2)) + 1;
  const ticks = Array.from(
    { length: TICKS + 1 },
    (_, at) => `M${String(x((at / TICKS) * max))} ${String(LINE_Y)}v-${at % 5 === 0 ? '7' : '4'}`,
  ).join('');
  const anchor = (at: number): string => (at > WIDTH - 40 ? 'end' : at < 40 ? 'start' : 'middle');
  const [from, to] = [x(earlier.value), x(later.value)];
  return [
    `<svg class="growth" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} 58" width="${String(WIDTH)}" height="58" aria-hidden="true">`,
    `<path class="growth-line" d="M1 ${String(LINE_Y)}H${String(WIDTH - 1)}${ticks}"/>`,
    `<path class="growth-span" d="M${String(from)} ${String(LINE_Y)}H${String(to)}"/>`,
    `<path class="growth-earlier" d="M${String(from)} ${String(LINE_Y)}v12"/>`,
    `<path class="growth-later" d="M${String(to)} ${String(LINE_Y)}v-14"/>`,
    `<text x="${String(from)}" y="55" text-anchor="${anchor(from)}">${escapeHtml(earlier.label)}</text>`,
    `<text x="${String(to)}" y="12" text-anchor="${anchor(to)}">${escapeHtml(later.label)}</text>`,
    '</svg>',
  ].join('');
}
