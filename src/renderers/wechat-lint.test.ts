import { describe, expect, test } from 'vitest';
import { findWechatFaults, WECHAT_MOST_CHARACTERS } from './wechat-lint.ts';

const GROUND = '<rect width="10" height="10" fill="#FFFDF7"/>';
const drawing = (inner: string, attributes = 'style="width:100%"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" ${attributes}>${inner}</svg>`;

describe('an article body that the editor keeps', () => {
  test.each([
    [
      'text with inline styles',
      '<section style="margin:0 auto"><p style="font-size:14px;color:#57514A">5000余项</p></section>',
    ],
    [
      'a table',
      '<table style="width:100%"><tbody><tr><td style="padding:6px 4px" colspan="2">甲</td></tr></tbody></table>',
    ],
    [
      'a drawing on a ground of its own',
      drawing(
        `${GROUND}<g transform="translate(1 1)"><text x="1" y="2" fill="#1C1A17">甲<tspan font-size="9">乙</tspan></text></g>`,
      ),
    ],
  ])('%s has no faults', (_, html) => {
    expect(findWechatFaults(html)).toEqual([]);
  });
});

describe('what the editor drops or spoils is found', () => {
  test.each([
    ['an id', '<p id="a">甲</p>', '<p> 不能有 id 属性。'],
    ['a class', '<p class="a">甲</p>', '<p> 不能有 class 属性。'],
    ['an event', '<p onclick="a()">甲</p>', '<p> 不能有 onclick 属性。'],
    ['a script', '<script>a()</script>', '不能用 <script>。'],
    ['a style sheet', '<style>p{color:red}</style>', '不能用 <style>。'],
    ['a frame', '<iframe src="https://example.org/"></iframe>', '不能用 <iframe>。'],
    ['an outside picture', '<img src="https://example.org/a.png">', '不能用 <img>。'],
    ['a link', '<a href="https://example.org/">甲</a>', '不能用 <a>。'],
    ['preformatted text', '<pre>甲</pre>', '不能用 <pre>。'],
    ['a reused drawing', drawing(`${GROUND}<use href="#a"/>`), '不能用 <use>。'],
    ['a picture in a drawing', drawing(`${GROUND}<image href="a.png"/>`), '不能用 <image>。'],
    [
      'text of another kind in a drawing',
      drawing(`${GROUND}<foreignObject><p>甲</p></foreignObject>`),
      '不能用 <foreignObject>。',
    ],
    ['a paint by id', drawing(`${GROUND}<path d="M0 0" fill="url(#a)"/>`), '<path> 的 fill 不能写「url(#a)」。'],
    [
      'a paint by variable',
      drawing(`${GROUND}<path d="M0 0" fill="var(--ink)"/>`),
      '<path> 的 fill 不能写「var(--ink)」。',
    ],
    [
      'a paint of the surroundings',
      drawing(`${GROUND}<path d="M0 0" stroke="currentColor"/>`),
      '<path> 的 stroke 不能写「currentColor」。',
    ],
    ['a face', '<p style="font-family:serif">甲</p>', '<p> 不能用样式 font-family。'],
    ['a background', '<p style="background:url(a.png)">甲</p>', '<p> 不能用样式 background。'],
    ['a place', '<p style="position:absolute">甲</p>', '<p> 不能用样式 position。'],
    ['a fixed width', '<p style="width:500px">甲</p>', '<p> 的样式 width 不能写「500px」。'],
    ['no height', '<p style="height:0">甲</p>', '<p> 的样式 height 不能写「0」。'],
    ['lines over each other', '<p style="line-height:0">甲</p>', '<p> 的样式 line-height 不能写「0」。'],
    ['importance', '<p style="font-size:14px !important">甲</p>', '<p> 的样式 font-size 不能写「14px !important」。'],
    ['a side that is not named', '<p style="text-align:start">甲</p>', '<p> 的样式 text-align 不能写「start」。'],
    ['faint text', '<p style="color:#AAAAAA">甲</p>', '文字颜色 #AAAAAA 太浅，看不清。'],
    ['a comment', '<p>甲<!-- 乙 --></p>', '不能有注释。'],
    ['a drawing without a ground', drawing('<path d="M0 0"/>'), '图没有铺满的不透明底色，深色模式下会看不清。'],
    [
      'a ground with a hole',
      drawing('<rect width="10" height="9" fill="#FFFDF7"/>'),
      '图没有铺满的不透明底色，深色模式下会看不清。',
    ],
    [
      'a ground one sees through',
      drawing('<rect width="10" height="10" fill="#FFFDF7" fill-opacity="0.5"/>'),
      '图没有铺满的不透明底色，深色模式下会看不清。',
    ],
    ['a drawing as wide as it likes', drawing(GROUND, ''), '图要写 width:100%，宽度随版面。'],
    ['deep nesting', `${'<section>'.repeat(11)}甲${'</section>'.repeat(11)}`, '嵌套超过 10 层。'],
    ['20,000 characters', `<p>${'甲'.repeat(WECHAT_MOST_CHARACTERS - 7)}</p>`, '共 20000 个字符，要少于 20000 个。'],
  ])('%s', (_, html, fault) => {
    expect(findWechatFaults(html)).toContain(fault);
  });

  test('one character less than the limit is in order', () => {
    expect(findWechatFaults(`<p>${'甲'.repeat(WECHAT_MOST_CHARACTERS - 8)}</p>`)).toEqual([]);
  });
});
