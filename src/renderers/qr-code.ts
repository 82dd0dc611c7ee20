import { encode } from 'uqr';

/** Of the eight masks the one that suits most addresses best. Any can be read; trying all takes longer than the rest of a page. */
const MASK = 2;

/** A QR code as an inline SVG of one path, a module a unit, with the quiet zone readers need. */
export function renderQrCode(text: string): string {
  const { data, size } = encode(text, { border: 2, ecc: 'M', maskPattern: MASK });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      path += `M${String(start)} ${String(y)}h${String(x - start + 1)}v1h-${String(x - start + 1)}z`;
    }
  });
  const side = String(size);
  return `<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="132" height="132" role="img" aria-label="本页网址的二维码" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/><path d="${path}"/></svg>`;
}
