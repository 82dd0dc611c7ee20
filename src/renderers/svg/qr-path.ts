import { encode } from 'uqr';
import { element, pathData } from './markup.ts';

/** Light modules around the code, which readers need. */
const QUIET_ZONE = 2;

/** A QR code of an address as one path, `size` wide, on a ground of its own: black on white, whatever the picture's colours. */
export function qrCode(address: string, { x, y, size }: { x: number; y: number; size: number }): string {
  const { data, size: modules } = encode(address, { ecc: 'M', border: QUIET_ZONE });
  const steps: (string | number)[] = [];
  data.forEach((line, row) => {
    for (let column = 0; column < modules; column += 1) {
      if (line[column] !== true) continue;
      const start = column;
      while (line[column + 1] === true) column += 1;
      steps.push('M', start, row, 'h', column - start + 1, 'v', 1, 'H', start, 'z');
    }
  });
  const scale = (size / modules).toFixed(4);
  return element(
    'g',
    { transform: `translate(${String(x)} ${String(y)}) scale(${scale})`, 'shape-rendering': 'crispEdges' },
    element('rect', { width: modules, height: modules, fill: '#FFFFFF' }),
    element('path', { d: pathData(...steps), fill: '#000000' }),
  );
}
