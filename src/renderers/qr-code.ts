import { encode } from 'uqr';
import { element, pathData } from './svg/markup.ts';

/**
 * The mask for codes of pages. It is the one of the eight that suits most addresses best; any of them can be read, and trying them
 * all takes longer than the rest of a page.
 */
const PAGE_MASK = 2;

/** Light modules around a code, which readers need. */
const QUIET_ZONE = 2;

/** Dark modules that stand side by side in one row. */
interface Run {
  row: number;
  start: number;
  end: number;
}

/** The code of a text as runs of dark modules, row by row, and how many modules its side has. The quiet zone is not counted. */
function encodeRuns(text: string, maskPattern?: number): { runs: Run[]; size: number } {
  const { data, size } = encode(text, { border: 0, ecc: 'M', ...(maskPattern === undefined ? {} : { maskPattern }) });
  const runs: Run[] = [];
  for (const [row, modules] of data.entries()) {
    for (let start = 0; start < size; start += 1) {
      if (modules[start] !== true) continue;
      let end = start + 1;
      while (modules[end] === true) end += 1;
      runs.push({ row, start, end });
      start = end;
    }
  }
  return { runs, size };
}

/**
 * A QR code as an inline SVG for a page, one unit a module, with the quiet zone. Each run is a stroke that starts from where the one
 * before ended: half as long as an outline, and the code is the part of a page that compresses worst.
 */
export function renderQrCode(text: string): string {
  const { runs, size } = encodeRuns(text, PAGE_MASK);
  const path = runs.map(({ row, start, end }, at) => {
    const before = runs[at - 1];
    const move = before?.row === row ? `m${String(start - before.end)} 0` : `M${String(start)} ${String(row)}`;
    return `${move}h${String(end - start)}`;
  });
  const side = String(size + 2 * QUIET_ZONE);
  const edge = String(QUIET_ZONE);
  // Strokes lie half above and half below their line.
  return `<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="-${edge} -${edge}.5 ${side} ${side}" width="132" height="132" role="img" aria-label="本页网址的二维码" shape-rendering="crispEdges"><path fill="#fff" d="M-${edge}-${edge}.5h${side}v${side}h-${side}z"/><path stroke="#000" d="${path.join('')}"/></svg>`;
}

/** A QR code as part of a picture, `size` units wide with its quiet zone: black on a white ground of its own, whatever the picture's colours. */
export function drawQrCode(text: string, { x, y, size }: { x: number; y: number; size: number }): string {
  const code = encodeRuns(text);
  const side = code.size + 2 * QUIET_ZONE;
  const steps = code.runs.flatMap(({ row, start, end }) => {
    const left = start + QUIET_ZONE;
    return ['M', left, row + QUIET_ZONE, 'h', end - start, 'v', 1, 'H', left, 'z'];
  });
  return element(
    'g',
    {
      transform: `translate(${String(x)} ${String(y)}) scale(${(size / side).toFixed(4)})`,
      'shape-rendering': 'crispEdges',
    },
    element('rect', { width: side, height: side, fill: '#FFFFFF' }),
    element('path', { d: pathData(...steps), fill: '#000000' }),
  );
}
