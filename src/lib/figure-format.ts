/**
 * A printed figure with its unit: `58.15万` + 人, `1万以上` + 人次 → 1万人次以上. The qualifier is never lost, and a sign of per cent
 * that the source prints is not set twice.
 */
export function formatFigure(display: string, unit: string): string {
  const number = unit === '%' || unit === '‰' ? display.replace(/[%％‰](?=(?:及?以上)?$)/, '') : display;
  const match = /^(.*?)(及以上|以上)$/.exec(number);
  return match ? `${match[1] ?? ''}${unit}${match[2] ?? ''}` : `${number}${unit}`;
}

/** 「为」 before a figure; nothing before one that is worded as a verb: 2024年为3%，2025年下降0.5%. */
export function copulaOf(figure: string): '为' | '' {
  return /^(?:[约近]|将近|大约)?(?:下降|减少|下滑|降低|回落|增长|增加|上升|提高)/.test(figure) ? '' : '为';
}

/** The parts of a figure in reading order, so that number, qualifier and unit can be styled separately. */
export interface FigureParts {
  before: string;
  number: string;
  after: string;
}

/** `逾30亿` + 元 → 逾 · 30 · 亿元; `5000余` + 项 → 5000 · 余项. A figure without digits (`千余`) is all number. */
export function splitFigure(display: string, unit: string): FigureParts {
  return splitFigureText(formatFigure(display, unit));
}

/** A figure without digits (千余家) is all characters, which look larger than digits of one size: it is set so much smaller. */
export const WORD_FIGURE_SCALE = 0.8;

export function isWordFigure({ before, after }: Pick<FigureParts, 'before' | 'after'>): boolean {
  return before === '' && after === '';
}

/** The same for a figure that includes its unit: `逾30亿元`. */
export function splitFigureText(figure: string): FigureParts {
  const match = /^(\D*?)([-－−–]?\d[\d.,]*)(.*)$/.exec(figure);
  return match
    ? { before: match[1] ?? '', number: match[2] ?? '', after: match[3] ?? '' }
    : { before: '', number: figure, after: '' };
}
