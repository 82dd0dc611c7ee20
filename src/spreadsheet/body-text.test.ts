import { describe, expect, it } from 'vitest';
import { AUTHOR_COMPONENTS } from '../schemas/author-components.ts';
import type { BodyNode } from '../reader/body.ts';
import { parseMdxBody } from '../reader/mdx-body.ts';
import { buildBody } from './body-text.ts';

const SOURCE = { source: 'daily', locator: '第“3”段' };

/** The text that readers see, and the issues of the body. */
function read(body: string): { text: string; codes: string[] } {
  const { body: parsed, issues } = parseMdxBody({ text: body, file: 'x.mdx', firstLine: 1 }, AUTHOR_COMPONENTS);
  const textOf = (node: BodyNode): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));
  return { text: parsed.nodes.map(textOf).join('\n'), codes: issues.map(({ code }) => code) };
}

describe('buildBody', () => {
  it('marks every quantity as taken from the one source', () => {
    expect(buildBody('从业30年，带徒20余名。', [SOURCE])).toBe(
      '从业<Fact source="daily" locator="第“3”段">30年</Fact>，带徒<Fact source="daily" locator="第“3”段">20余名</Fact>。',
    );
  });

  it('leaves quantities bare when there are several sources, so that the check asks from which', () => {
    const body = buildBody('从业30年。', [SOURCE, { source: 'other', locator: '第1段' }]);
    expect(read(body)).toEqual({ text: '从业30年。', codes: ['JC501'] });
  });

  it('keeps markup that an author wrote', () => {
    const body = '从业<Fact source="daily" locator="第3段">30年</Fact>。';
    expect(buildBody(body, [SOURCE])).toBe(body);
  });

  it.each([
    '用{花括号}和<script>alert(1)</script>。',
    '# 不是标题',
    '- 不是列表',
    '1. 也不是',
    '> 不是引用',
    '*不斜* _不斜_ `不是代码` ~~不删~~',
    '[不是链接](javascript:alert(1))',
    'a | b',
    String.raw`反斜杠 \ 与 &lt; 照写`,
    'export 也不是',
    '=不是标题',
    '1) 不是列表',
    'import 不是代码',
    '--- 不是分隔线',
  ])('shows plain text as it was written: %s', (text) => {
    expect(read(buildBody(text, [SOURCE]))).toEqual({ text, codes: [] });
  });

  it('makes a paragraph of every line', () => {
    expect(buildBody('第一段。\n\n第二段。\n', [])).toBe('第一段。\n\n第二段。');
  });
});
