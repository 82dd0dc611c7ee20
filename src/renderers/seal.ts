import { escapeHtml } from '../lib/html.ts';
import { seededRandom } from '../lib/seeded-random.ts';
import { type FindGlyph, type GlyphOutline, glyphPath } from './glyph-path.ts';
import { sealCharacters } from './seal-text.ts';
import { toRelativePath, toRelativePolygon } from './relative-path.ts';

/**
 * Name seals, cut from the characters of a name in the manner of a carved seal: white characters on red (白文) or red on paper
 * (朱文), read from the right. A seal is decided by the id and the name alone, so it is the same on every build.
 */
export interface SealRequest {
  /** Seed of the wear at its edge. */
  id: string;
  /** The name that is cut, whole or its first part. */
  name: string;
  /** 白文: white characters on a red ground. Else 朱文. */
  isRelief: boolean;
  /** Round, as studios' seals are. */
  isRound?: boolean;
}

interface Cell {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Whole units keep the drawing small. */
const SIZE = 200;
const FRAME = 10;
/** A character may be stretched this much to fill its cell, as a carver does; beyond it the strokes look wrong. */
const MOST_STRETCH = 1.5;

/**
 * The seal as an inline SVG, 200 units square. Colours come from the classes `seal-ground` and `seal-paper`, or from `colours`
 * for a file that stands alone.
 */
export function renderSeal(
  request: SealRequest,
  findGlyph: FindGlyph,
  colours?: { ground: string; paper: string },
): string {
  const { id, isRelief, isRound = false } = request;
  const random = seededRandom(id);
  const characters = sealCharacters(request.name, findGlyph);
  const ground = colours ? `fill="${colours.ground}"` : 'class="seal-ground"';
  const paper = colours ? `fill="${colours.paper}"` : 'class="seal-paper"';
  const inset = (isRelief ? 14 : 24) + (isRound ? 22 : 0);
  const cells = layoutCells(characters.length, {
    x: inset,
    y: inset,
    width: SIZE - 2 * inset,
    height: SIZE - 2 * inset,
  });
  const strokes = characters.map((character, at) => {
    const glyph = findGlyph(character);
    const cell = cells[at];
    return glyph && cell ? cutGlyph(glyph, cell) : '';
  });
  const outer = edge(random, 3, isRound);
  const path = (style: string, ...data: string[]): string => `<path ${style} d="${data.join('')}"/>`;
  const parts = isRelief
    ? [path(ground, outer), path(paper, ...strokes, nicks(random, isRound))]
    : [
        path(ground, outer),
        path(paper, edge(random, 3 + FRAME, isRound)),
        path(ground, ...strokes),
        path(paper, nicks(random, isRound)),
      ];
  const label = escapeHtml(`${request.name}印`);
  return `<svg class="seal" xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 ${String(SIZE)} ${String(SIZE)}" role="img" aria-label="${label}">${parts.join('')}</svg>`;
}

/** How many characters stand in each column, from the right: the surname of three alone, else as even as can be. */
const COLUMNS: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [2],
  3: [1, 2],
  4: [2, 2],
  5: [2, 3],
  6: [3, 3],
  7: [2, 2, 3],
  8: [2, 3, 3],
  9: [3, 3, 3],
};
const GAP = 6;

/** Cells in reading order: column by column from the right, each from the top. */
function layoutCells(count: number, { x, y, width, height }: Cell): Cell[] {
  const columns = COLUMNS[count] ?? [];
  const columnWidth = (width - GAP * (columns.length - 1)) / columns.length;
  return columns.flatMap((rows, column) => {
    const rowHeight = (height - GAP * (rows - 1)) / rows;
    return Array.from({ length: rows }, (_, row) => ({
      x: x + width - columnWidth - column * (columnWidth + GAP),
      y: y + row * (rowHeight + GAP),
      width: columnWidth,
      height: rowHeight,
    }));
  });
}

/** Cut characters by their outline and cell. Names share few hundred characters, and cutting one takes longer than all else. */
const cutGlyphs = new WeakMap<GlyphOutline, Map<string, string>>();

function cutGlyph(glyph: GlyphOutline, cell: Cell): string {
  const key = `${String(cell.x)} ${String(cell.y)} ${String(cell.width)} ${String(cell.height)}`;
  const known = cutGlyphs.get(glyph) ?? new Map<string, string>();
  cutGlyphs.set(glyph, known);
  // Absolute where it begins, so that it may follow any other path.
  const cut = known.get(key) ?? toRelativePath(fitGlyph(glyph, cell)).replace(/^m/, 'M');
  known.set(key, cut);
  return cut;
}

/** A glyph's outline scaled into its cell, each way on its own as far as the strokes bear it. */
function fitGlyph({ commands, bbox }: GlyphOutline, cell: Cell): string {
  const width = bbox.maxX - bbox.minX;
  const height = bbox.maxY - bbox.minY;
  let scaleX = cell.width / width;
  let scaleY = cell.height / height;
  if (scaleX > scaleY * MOST_STRETCH) scaleX = scaleY * MOST_STRETCH;
  if (scaleY > scaleX * MOST_STRETCH) scaleY = scaleX * MOST_STRETCH;
  const dx = cell.x + (cell.width - width * scaleX) / 2;
  const dy = cell.y + (cell.height - height * scaleY) / 2;
  return glyphPath(
    { commands },
    (x) => round(dx + (x - bbox.minX) * scaleX),
    (y) => round(dy + (bbox.maxY - y) * scaleY),
  );
}

/** The seal's outline at a distance from its border, slightly uneven, its corners worn. */
function edge(random: () => number, inset: number, isRound: boolean): string {
  const points: [number, number][] = [];
  const jitter = (): number => (random() - 0.5) * 2.2;
  if (isRound) {
    for (let at = 0; at < 40; at += 1) {
      const angle = (at / 40) * 2 * Math.PI;
      const radius = SIZE / 2 - inset + jitter() * 0.7;
      points.push([SIZE / 2 + radius * Math.cos(angle), SIZE / 2 + radius * Math.sin(angle)]);
    }
  } else {
    const low = inset;
    const high = SIZE - inset;
    const steps = 9;
    const corner = (): number => 2 + random() * 4;
    for (let side = 0; side < 4; side += 1) {
      for (let step = 0; step <= steps; step += 1) {
        const worn = step === 0 ? corner() : step === steps ? -corner() : 0;
        const along = low + ((high - low) * step) / steps + worn;
        const across = low + jitter();
        points.push(turn([along, across], side));
      }
    }
  }
  return polygon(points);
}

function turn([x, y]: [number, number], side: number): [number, number] {
  if (side === 1) return [SIZE - y, x];
  if (side === 2) return [SIZE - x, SIZE - y];
  return side === 3 ? [y, SIZE - x] : [x, y];
}

/** Small chips out of the edge, where a seal has been knocked. */
function nicks(random: () => number, isRound: boolean): string {
  const count = 2 + Math.floor(random() * 3);
  let path = '';
  for (let at = 0; at < count; at += 1) {
    const side = Math.floor(random() * 4);
    const along = 28 + random() * 144;
    const size = 2.4 + random() * 4.4;
    const depth = 3.2 + random() * 3.6;
    if (isRound) {
      const angle = random() * 2 * Math.PI;
      const [x, y] = [SIZE / 2 + (SIZE / 2 - 3) * Math.cos(angle), SIZE / 2 + (SIZE / 2 - 3) * Math.sin(angle)];
      path += polygon([
        [x - size, y - size],
        [x + size, y - size * 0.4],
        [x + size * 0.2, y + size],
      ]);
      continue;
    }
    const corners: [number, number][] = [
      [along - size, 1],
      [along + size, 1],
      [along + size * 0.3, depth + 2],
    ];
    path += polygon(corners.map((corner) => turn(corner, side)));
  }
  return path;
}

function polygon(points: readonly (readonly [number, number])[]): string {
  return toRelativePolygon(points.map(([x, y]) => [Math.round(x), Math.round(y)]));
}

function round(value: number): string {
  return String(Math.round(value));
}
