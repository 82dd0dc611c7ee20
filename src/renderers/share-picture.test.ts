import { expect, test } from 'vitest';
import { getSealGlyphs } from '../integrations/display-font.ts';
import { renderSharePicture } from './share-picture.ts';

const findGlyph = getSealGlyphs();

/** How many texts stand beside the seal, and how far right the rightmost reaches. */
function drawTexts(title: string, detail = '市级工匠　海城港机厂'): string[] {
  const svg = renderSharePicture(
    {
      seal: { id: 'a', name: title, isRelief: true },
      title,
      detail,
      siteTitle: '海城匠册',
      colours: { seal: '#A8231B' },
    },
    findGlyph,
  );
  return [...svg.slice(svg.lastIndexOf('</svg><') + 6).matchAll(/<path fill="[^"]*" d="([^"]*)"/g)].map(
    ([, path = '']) => path,
  );
}

test('a short name is one line, a long one two, and both stay within the picture', () => {
  const long = '阿卜杜热伊木·麦麦提图尔荪·阿卜杜克热木·萨迪克';
  expect(drawTexts('单宇')).toHaveLength(3);
  expect(drawTexts(long)).toHaveLength(4);
  const xs = drawTexts(long).flatMap((path) => [...path.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x)));
  expect(Math.max(...xs)).toBeLessThan(1200);
});

test('a name with a character that the face lacks is left out whole, never drawn without it', () => {
  // What stands under the name takes its place.
  expect(drawTexts('𠮷永明', '市级工匠')).toEqual(drawTexts('市级工匠', '').filter((path) => path !== ''));
  expect(drawTexts('羽\u{e0100}生')).toEqual(drawTexts('羽生'));
});
