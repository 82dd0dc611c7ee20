import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../lib/seeded-random.ts';
import { isProjectable, noteSign, type PaperNames, printBody, projectBody } from './paper.ts';

const TARGETS: Readonly<Record<string, string>> = {
  'craftsmen/guo-lei': '郭磊',
  'studios/guo-lei': '郭磊工作室',
  'charts/ladder': '九千人',
  'craftsmen/wang-fang': '王芳',
  'craftsmen/wang-fang-2': '王芳',
};
const NAMES: PaperNames = {
  nameOf: (target) => TARGETS[target] ?? target,
  find: (name) => Object.keys(TARGETS).filter((target) => TARGETS[target] === name || target === name),
  figureOf: ({ id }) => (id === 'talent' ? '61.6万人' : '（没有这个数）'),
};

const BODY = `青岛港首席技师，吊装<Fact source="daily" locator="「匠心」第3段">60万颗</Fact>，又是<Fact source="daily" locator="「匠心」第3段">0.05毫米</Fact>。

## 师徒

他带的<Ref to="studios/guo-lei" />出过<Ref  to="craftsmen/guo-lei">一位**大工匠**</Ref>，全市<Stat at="2025" id="talent"/>。

<Chart id="ladder" />

<Table id="t" caption="带徒">

| 年 | 人 |
| --- | --- |
| 2023 | <Fact source="union" locator="第1段">3名</Fact> |

</Table>
`;

describe('the paper of a body', () => {
  it('has no tags, one note for each place in a source, and names for references', () => {
    expect(projectBody(BODY, NAMES)).toEqual({
      text: `青岛港首席技师，吊装〖60万颗〗①，又是〖0.05毫米〗①。

## 师徒

他带的﹝郭磊工作室﹞出过﹝一位**大工匠**→郭磊﹞，全市〖61.6万人〗②。

﹝图表：九千人﹞

﹝表格：带徒﹞

| 年 | 人 |
| --- | --- |
| 2023 | 〖3名〗③ |

﹝表格完﹞
`,
      notes: [
        { type: 'fact', source: 'daily', locator: '「匠心」第3段' },
        { type: 'stat', id: 'talent', at: '2025' },
        { type: 'fact', source: 'union', locator: '第1段' },
      ],
    });
  });

  it('has a sign for every note', () => {
    expect([1, 20, 21, 35, 36, 50, 51].map(noteSign)).toEqual(['①', '⑳', '㉑', '㉟', '㊱', '㊿', '（51）']);
  });
});

describe('a body printed from its paper', () => {
  const paper = projectBody(BODY, NAMES);
  const print = (text: string, notes = paper.notes) => printBody({ text, notes }, BODY, NAMES);

  it('is the very body when nothing was changed', () => {
    expect(print(paper.text)).toEqual({ source: BODY, faults: [] });
  });

  it('takes changed words and leaves every other character', () => {
    expect(print(paper.text.replace('60万颗', '逾60万颗'))).toEqual({
      source: BODY.replace('60万颗', '逾60万颗'),
      faults: [],
    });
  });

  it('writes a note that was changed wherever it is used', () => {
    const notes = [{ type: 'fact', source: 'daily', locator: '「"匠"心」第4段' } as const, ...paper.notes.slice(1)];
    expect(print(paper.text, notes).source).toBe(
      BODY.replaceAll('locator="「匠心」第3段"', 'locator="「&quot;匠&quot;心」第4段"'),
    );
  });

  it('takes new figures, links and charts', () => {
    const text = `${paper.text}\n〖9个〗④，见﹝郭磊﹞、﹝师傅→郭磊工作室﹞。\n\n﹝图表：九千人﹞\n`;
    const notes = [...paper.notes, { type: 'fact', source: 'union', locator: '第2段' } as const];
    expect(print(text, notes)).toEqual({
      source: `${BODY}\n<Fact source="union" locator="第2段">9个</Fact>，见<Ref to="craftsmen/guo-lei" />、<Ref to="studios/guo-lei">师傅</Ref>。\n\n<Chart id="ladder" />\n`,
      faults: [],
    });
  });

  it.each([
    ['吊装〖60万颗。', '吊装60万颗。', '「〖」落了单。'],
    ['吊装60万颗〗①。', '吊装60万颗①。', '「〗」落了单。'],
    ['吊装〖60万颗〗。', '吊装60万颗。', '「60万颗」来自哪篇？'],
    ['吊装〖60万颗〗⑨。', '吊装60万颗。', '「60万颗」来自哪篇？'],
    ['见﹝王芳﹞。', '见王芳。', '叫「王芳」的不止一个。'],
    ['见﹝李四﹞。', '见李四。', '找不到「李四」。'],
    ['见﹝图表：工资﹞。', '见图表：工资。', '找不到图表「工资」。'],
    ['有〖62万人〗②。', '有<Stat at="2025" id="talent"/>。', '这是统计里的数，原是「61.6万人」。'],
    ['有〖62万人〗。', '有62万人。', '「62万人」来自哪篇？'],
  ])('says what came apart in %s, and loses no word', (text, source, message) => {
    const printed = print(text);
    expect(printed.source).toBe(source);
    expect(printed.faults.map((fault) => fault.message)).toEqual([message]);
  });

  it('is the very body for every text of both cities', () => {
    const bodies = ['qingdao', 'weifang'].flatMap((site) =>
      readdirSync(path.join('content', site), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.mdx'))
        .map((file) => readFileSync(path.join('content', site, file), 'utf8')),
    );
    expect(bodies.length).toBeGreaterThan(100);
    for (const body of bodies) {
      expect(isProjectable(body)).toBe(true);
      expect(printBody(projectBody(body, NAMES), body, NAMES)).toEqual({ source: body, faults: [] });
    }
  });

  it('is the same as its paper after any edits: printed and projected again, the text is what was typed', () => {
    const random = seededRandom('paper');
    const pieces = [
      '〖5000余〗①',
      '，',
      '。\n\n',
      '﹝郭磊﹞',
      '﹝他→郭磊﹞',
      '〖61.6万人〗②',
      '**重**',
      '甲',
      '2023年',
      '## 节\n\n',
      '〖约﹝郭磊﹞3名〗③',
    ];
    for (let round = 0; round < 300; round += 1) {
      const text = Array.from({ length: 12 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      const { source, faults } = print(text);
      expect(faults).toEqual([]);
      const again = projectBody(source, NAMES);
      const byNote = (sign: string, notes: readonly unknown[]): string => JSON.stringify(notes['①②③④⑤'.indexOf(sign)]);
      const plain = (paperText: string, notes: readonly unknown[]): string =>
        paperText.replaceAll(/[①②③④⑤]/g, (sign) => byNote(sign, notes));
      expect(plain(again.text, again.notes)).toBe(plain(text, paper.notes));
    }
  });
});
