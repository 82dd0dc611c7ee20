import { encode } from 'uqr';

/** Of the eight masks the one that suits most addresses best. Any can be read; trying all takes longer than the rest of a page. */
const MASK = 2;

/** Light around the code, in modules. */
const BORDER = 2;

/**
 * A QR code as an inline SVG, a module a unit, with the quiet zone readers need. Rows of modules are strokes, each told from
 * where the one before ended: half as long as a path around each, and nothing else of a page packs worse.
 */
export function renderQrCode(text: string): string {
  const { data, size } = encode(text, { border: 0, ecc: 'M', maskPattern: MASK });
  // Joined at the end: a text that grows by hundreds of small pieces is kept as all of them.
  const path: string[] = [];
  for (const [y, row] of data.entries()) {
    let at = -1;
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      const move = at === -1 ? `M${String(start)} ${String(y)}` : `m${String(start - at)} 0`;
      at = x + 1;
      path.push(`${move}h${String(at - start)}`);
    }
  }
  const side = String(size + 2 * BORDER);
  // Strokes lie half above and half below their line.
  return `<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="-${String(BORDER)} -${String(BORDER)}.5 ${side} ${side}" width="132" height="132" role="img" aria-label="本页网址的二维码" shape-rendering="crispEdges"><path fill="#fff" d="M-${String(BORDER)}-${String(BORDER)}.5h${side}v${side}h-${side}z"/><path stroke="#000" d="${path.join('')}"/></svg>`;
}
