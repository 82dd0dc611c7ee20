import { COLOURS } from '../lib/colours.ts';
import { type FindGlyph, type GlyphOutline, glyphPath } from './glyph-path.ts';
import { renderSeal, type SealRequest } from './seal.ts';
import { wrapText } from './svg/text-measure.ts';

/** What a shared link shows of a page: a leaf of the album with its seal, title and one line. */
export interface SharePicture {
  seal: SealRequest;
  title: string;
  /** Under the title: honour, employer; wrapped to two lines. */
  detail: string;
  siteTitle: string;
  colours: { seal: string };
}

export const SHARE_WIDTH_PX = 1200;
export const SHARE_HEIGHT_PX = 630;

const { paper: PAPER, sheet: SHEET, ink: INK, inkSoft: INK_SOFT } = COLOURS.light;
const LEFT = 180;
const SEAL_PX = 300;
const TEXT_LEFT = LEFT + SEAL_PX + 70;
const TEXT_WIDTH = SHARE_WIDTH_PX - TEXT_LEFT - 70;
const UNITS_PER_EM = 1000;

/** A title that would be smaller on one line stands on two. */
const LEAST_TITLE_PX = 64;

/**
 * The picture as an SVG of outlines alone: it needs no font, so it looks the same wherever it is turned into pixels. A text with a
 * character that the face lacks is left out whole: a name without one of its characters is another name.
 */
export function renderSharePicture(
  { seal, title, detail, siteTitle, colours }: SharePicture,
  findGlyph: FindGlyph,
): string {
  const sealSvg = renderSeal(seal, findGlyph, { ground: colours.seal, paper: PAPER }).replace(
    /<svg [^>]*?viewBox/,
    `<svg x="${String(LEFT)}" y="${String((SHARE_HEIGHT_PX - SEAL_PX) / 2)}" width="${String(SEAL_PX)}" height="${String(SEAL_PX)}" viewBox`,
  );
  const [heading = '', ...under] = [title, detail].map(withoutSelectors).filter((text) => canDraw(text, findGlyph));
  const lines = titleLines(heading, findGlyph);
  const titleSize = Math.min(128, ...lines.map((line) => TEXT_WIDTH / Math.max(1, textWidth(line, findGlyph))));
  const details = under
    .flatMap((text) => wrapText(text, TEXT_WIDTH, 40))
    .slice(0, 2)
    .map((line) => line.trim());
  const stitches = [140, 260, 370, 490]
    .map((y) => `<path stroke="${INK}" stroke-opacity=".55" d="M0 ${String(y)}H90"/>`)
    .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(SHARE_WIDTH_PX)}" height="${String(SHARE_HEIGHT_PX)}">`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>`,
    `<rect width="90" height="100%" fill="${SHEET}"/><path stroke="${INK}" stroke-opacity=".55" d="M90 0V630"/>${stitches}`,
    sealSvg,
    ...lines.map((line, at) =>
      outline(
        line,
        { x: TEXT_LEFT, y: 300 - (lines.length - 1 - at) * titleSize * 1.25, size: titleSize, fill: INK },
        findGlyph,
      ),
    ),
    ...details.map((line, at) =>
      outline(line, { x: TEXT_LEFT, y: 380 + at * 58, size: 40, fill: INK_SOFT }, findGlyph),
    ),
    ...(canDraw(siteTitle, findGlyph)
      ? [outline(siteTitle, { x: TEXT_LEFT, y: 560, size: 32, fill: INK_SOFT }, findGlyph)]
      : []),
    '</svg>',
  ].join('');
}

/** They choose among forms of a character, which a picture draws in its usual one. */
function withoutSelectors(text: string): string {
  return text.replaceAll(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '');
}

function canDraw(text: string, findGlyph: FindGlyph): boolean {
  return [...text].every((character) => findGlyph(character));
}

/** On two lines the first ends with the dot nearest the middle, or else at the middle. */
function titleLines(title: string, findGlyph: FindGlyph): string[] {
  const characters = [...title];
  if (TEXT_WIDTH / Math.max(1, textWidth(title, findGlyph)) >= LEAST_TITLE_PX) return [title];
  const middle = Math.ceil(characters.length / 2);
  const ends = characters.flatMap((character, at) => (/[·　 ]/u.test(character) ? [at + 1] : []));
  const nearest = ends.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  const cut = nearest !== undefined && Math.abs(nearest - middle) <= characters.length / 4 ? nearest : middle;
  return [characters.slice(0, cut).join('').trim(), characters.slice(cut).join('')];
}

interface TextPlace {
  x: number;
  /** Of the baseline. */
  y: number;
  size: number;
  fill: string;
}

/** A line of text as outlines. */
function outline(text: string, { x, y, size, fill }: TextPlace, findGlyph: FindGlyph): string {
  const scale = size / UNITS_PER_EM;
  let left = x;
  let path = '';
  for (const glyph of glyphsOf(text, findGlyph)) {
    const shift = left;
    path += glyphPath(
      glyph,
      (value) => tenth(shift + value * scale),
      (value) => tenth(y - value * scale),
    );
    left += glyph.advance * scale;
  }
  return `<path fill="${fill}" d="${path}"/>`;
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function glyphsOf(text: string, findGlyph: FindGlyph): GlyphOutline[] {
  return [...text].flatMap((character) => findGlyph(character) ?? []);
}

/** Width of a text in ems. */
function textWidth(text: string, findGlyph: FindGlyph): number {
  return glyphsOf(text, findGlyph).reduce((sum, { advance }) => sum + advance / UNITS_PER_EM, 0);
}
