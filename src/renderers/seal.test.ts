import { describe, expect, test } from 'vitest';
import { getSealGlyphs } from '../integrations/display-font.ts';
import { pathPoints } from '../tests/path-points.ts';
import { renderSeal } from './seal.ts';
import { sealCharacters } from './seal-text.ts';

const findGlyph = getSealGlyphs();
const seal = (id: string, name: string, isRelief = true): string => renderSeal({ id, name, isRelief }, findGlyph);

test.each([
  ['宁允展', '宁允展'],
  ['欧阳修文', '欧阳修文'],
  ['阿卜杜拉·买买提', '阿卜杜拉'],
  ['居素甫・玛玛依', '居素甫'],
  ['那仁满都拉', '那仁满都拉'],
  ['阿布都克力木·阿布都热木', '阿布都克力木'],
  ['羽\u{e0100}生', '羽生'],
  ['𠮷永明', '匠'],
  ['刘𠮷𠮷', '匠'],
  ['林𠅤', '林𠅤'],
  ['John Smith', 'JS'],
  ['一二三四五六七八九十', '匠'],
])('the seal of %s says %s', (name, said) => {
  expect(sealCharacters(name, findGlyph).join('')).toBe(said);
});

describe('renderSeal', () => {
  test('cuts the same seal each time', () => {
    expect(seal('ning-yunzhan', '宁允展')).toBe(seal('ning-yunzhan', '宁允展'));
  });

  test('gives two people of one name different seals, since their edges wear differently', () => {
    expect(seal('wang-wei', '王伟')).not.toBe(seal('wang-wei-2', '王伟'));
  });

  test.each([
    '单',
    '郭磊',
    '宁允展',
    '欧阳修文',
    '阿卜杜拉·买买提',
    '那仁满都拉',
    '阿布都克力木',
    '一二三四五六七八九',
  ])('cuts %s within its square', (name) => {
    const svg = seal('someone', name);
    const numbers = [...svg.matchAll(/ d="([^"]+)"/g)].flatMap(([, path = '']) => pathPoints(path).flat());
    expect(numbers.length).toBeGreaterThan(100);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(200);
  });

  test('reads from the right: the surname of three characters stands right of the given name', () => {
    const right = (svg: string): number => {
      const [, strokes = ''] = [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path ?? '');
      return Math.min(...pathPoints(strokes.split('z')[0] ?? '').map(([x]) => x));
    };
    expect(right(seal('a', '宁允展'))).toBeGreaterThan(90);
  });

  test('cuts a character it has cut before as it would anew, wherever it stands', () => {
    const anew = (character: string) => structuredClone(findGlyph(character));
    for (const isRelief of [true, false]) {
      for (const name of ['宁允展', '展宁', '允展宁宁', '宁']) {
        const request = { id: 'a', name, isRelief };
        expect(renderSeal(request, findGlyph)).toBe(renderSeal(request, anew));
      }
    }
  });

  test('tells the two manners apart: white on red has one ground, red on paper a frame', () => {
    expect(seal('a', '郭磊', true).match(/<path/g)).toHaveLength(2);
    expect(seal('a', '郭磊', false).match(/<path/g)).toHaveLength(4);
  });

  test('names itself for those who do not see it', () => {
    expect(seal('a', '<郭>')).toContain('aria-label="&lt;郭&gt;印"');
  });
});
