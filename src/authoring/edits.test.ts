import { describe, expect, it } from 'vitest';
import { editFrontmatter } from './edit-frontmatter.ts';
import { editJson } from './edit-json.ts';
import { diffData, type KeyOrder } from './edit-operations.ts';

const order: KeyOrder = (path) =>
  path.length === 0 ? ['name', 'employer', 'position', 'honours', 'keywords'] : ['honour', 'year', 'source'];

describe('diffData', () => {
  it('finds nothing to do where data is the same, whatever the order of keys', () => {
    expect(diffData({ a: 1, b: [{ c: 'x' }] }, { b: [{ c: 'x' }], a: 1 })).toEqual([]);
    expect(diffData({ a: 1 }, { a: 1, b: undefined })).toEqual([]);
  });

  it('removes from the end, so that positions stay true', () => {
    expect(diffData({ a: [1, 2, 3] }, { a: [9] })).toEqual([
      { type: 'set', path: ['a', 0], value: 9 },
      { type: 'remove', path: ['a', 2] },
      { type: 'remove', path: ['a', 1] },
    ]);
  });
});

describe('editFrontmatter', () => {
  const text = `---
# 全文的注释
name: "林墨"   # 引号照旧
honours: []
keywords: [钳工, '港机']
# 末尾的注释
---

正文 {不动} --- 也不动
`;
  const before = { name: '林墨', honours: [], keywords: ['钳工', '港机'] };

  it('keeps quotes, comments and the body', () => {
    const edits = diffData(before, { ...before, name: '林默', position: '技师', keywords: ['钳工', '港机', '老林'] });
    expect(editFrontmatter(text, edits, order)).toBe(
      text
        .replace('"林墨"', '"林默"')
        .replace('honours', 'position: 技师\nhonours')
        .replace("'港机']", "'港机', 老林]"),
    );
  });

  it('writes the first item of an empty list as a block', () => {
    const edits = diffData(before, { ...before, honours: [{ honour: 'x', source: 's' }] });
    expect(editFrontmatter(text, edits, order)).toContain('honours:\n  - honour: x\n    source: s\nkeywords');
  });

  it('keeps a byte-order mark and the line ends of Windows', () => {
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const edited = editFrontmatter(windows, diffData(before, { ...before, name: '林默' }), order);
    expect(edited).toBe(windows.replace('"林墨"', '"林默"'));
  });

  it('quotes what YAML would read as something else', () => {
    const edits = diffData(before, { ...before, position: '是: 否 # 不', employer: 'true', name: '2023' });
    const edited = editFrontmatter(text, edits, order);
    expect(edited).toContain('position: "是: 否 # 不"');
    expect(edited).toContain('employer: "true"');
    expect(edited).toContain('name: "2023"');
  });

  it('gives back the very text when there is nothing to change', () => {
    const odd = '---\nname:    林墨\nhonours:   [ ]\n---\n正文';
    expect(editFrontmatter(odd, [], order)).toBe(odd);
  });
});

describe('editJson', () => {
  const text = `{
    "name": "林墨",   "honours": [
        {"honour": "x", "source": "s"}
    ],
    "keywords": ["钳工"]
}
`;
  const before = { name: '林墨', honours: [{ honour: 'x', source: 's' }], keywords: ['钳工'] };

  it('changes nothing but what is asked for', () => {
    expect(editJson(text, diffData(before, { ...before, name: '林默' }), order)).toBe(text.replace('林墨', '林默'));
  });

  it('adds an item beside the last one, on one line as that one is', () => {
    const honours = [...before.honours, { honour: 'y', year: 2023, source: 't', list: ['a', 'b'] }];
    expect(editJson(text, diffData(before, { ...before, honours }), order)).toBe(
      text.replace('"s"}\n', '"s"},\n        { "honour": "y", "year": 2023, "source": "t", "list": ["a", "b"] }\n'),
    );
  });

  it('adds an item on several lines where the last one has several', () => {
    const several = '{\n  "honours": [\n    {\n      "honour": "x"\n    }\n  ]\n}\n';
    const edits = diffData({ honours: [{ honour: 'x' }] }, { honours: [{ honour: 'x' }, { honour: 'y' }] });
    expect(editJson(several, edits, order)).toBe(
      several.replace('    }\n', '    },\n    {\n      "honour": "y"\n    }\n'),
    );
  });

  it('puts a new key where the schema has it', () => {
    const edited = editJson(
      '{\n  "name": "林墨",\n  "keywords": []\n}\n',
      diffData({ name: '林墨', keywords: [] }, { name: '林墨', keywords: [], position: '技师' }),
      order,
    );
    expect(edited).toBe('{\n  "name": "林墨",\n  "position": "技师",\n  "keywords": []\n}\n');
  });

  it('removes keys and items', () => {
    const edited = editJson(text, diffData(before, { name: '林墨', honours: [] }), order);
    expect(JSON.parse(edited)).toEqual({ name: '林墨', honours: [] });
  });
});
