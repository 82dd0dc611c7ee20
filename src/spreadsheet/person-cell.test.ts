import { describe as group, expect, it } from 'vitest';
import { describe, planRows } from '../tests/sheets.ts';
import { readPersonName } from './person-cell.ts';

group('readPersonName', () => {
  it.each([
    ['林　墨', '林墨'],
    ['许 振超', '许振超'],
    ['单\u00A0宇', '单宇'],
    ['张\n伟', '张伟'],
    ['阿卜杜拉·\n买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉.买买提', '阿卜杜拉·买买提'],
    ['⽅⼒⼯', '方力工'],
    ['John Smith', 'John Smith'],
  ])('mends %j', (written, name) => {
    expect(readPersonName(written)).toEqual({ name, problems: [] });
  });

  it.each([
    ['钱?', '姓名「钱?」里的「?」不是字：原来的字在转存时丢了，或者被遮住了。'],
    ['李四（女）', '姓名「李四（女）」里的「（女）」不是姓名。'],
    ['张伟\n李强', '姓名「张伟 李强」像是2个人：张伟、李强。'],
  ])('asks about %j', (written, message) => {
    expect(readPersonName(written).problems.map((problem) => problem.message)).toEqual([message]);
  });

  it('speaks of headings, not of keys', () => {
    expect(readPersonName('张三（张叁）').problems[0]?.hint).toBe(
      '姓名写「张三」；曾用名、艺名、法名写进「别名」：张叁。',
    );
  });
});

group('names in a table', () => {
  const HEAD = ['姓名', '单位', '来源', '来源位置'];
  const SOURCED = ['工匠日报道', '第3段'];

  it('mean the person who is there, however they are written', async () => {
    const plan = await planRows([HEAD, ['林　墨', '海城港机厂', ...SOURCED]]);
    expect([describe(plan), plan.unchangedCount]).toEqual([['A2：「林　墨」写成了「林墨」。'], 1]);
  });

  it('are not taken for another person where the employer is not the same', async () => {
    expect(describe(await planRows([HEAD, ['林 墨', '海城市总工会', ...SOURCED]]))).toEqual([
      'A2 已经有叫「林墨」的工匠，不知道是不是同一个。是同一个就在「编号」栏写「lin-mo」；不是同一个就写一个新编号，例如 lin-mo-2。',
      'A2：「林 墨」写成了「林墨」。',
    ]);
  });

  it('are one person in two ways of writing', async () => {
    const plan = await planRows([HEAD, ['阿卜杜拉•买买提', null, ...SOURCED], ['阿卜杜拉·买买提', null, ...SOURCED]]);
    expect(plan.remarks.map(({ message }) => message)).toEqual(['第 2 行也是「阿卜杜拉·买买提」。']);
  });

  it('are written mended, and refused where nobody can be sure', async () => {
    const plan = await planRows([HEAD, ['王　芳', '海城港机⼚', ...SOURCED]]);
    expect(plan.files.get('craftsmen/wang-fang.mdx')).toContain('name: 王芳\nemployer: harbour-works\n');
    expect(describe(await planRows([HEAD, ['李?雷', null, ...SOURCED]]))).toEqual([
      'A2 姓名「李?雷」里的「?」不是字：原来的字在转存时丢了，或者被遮住了。对照原文补上这个字。表格存成 CSV 会丢生僻字，存成 .xlsx 不会。',
    ]);
  });
});
