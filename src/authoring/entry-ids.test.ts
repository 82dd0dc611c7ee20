import { describe, expect, it } from 'vitest';
import { ID_PATTERN } from '../schemas/common.ts';
import { freeId, personId, titleId } from './entry-ids.ts';

describe('personId', () => {
  it.each([
    ['宁允展', 'ning-yunzhan'],
    ['单雄信', 'shan-xiongxin'],
    ['欧阳修', 'ouyang-xiu'],
    ['吕布', 'lv-bu'],
    ['阿卜杜拉·买买提', 'abudula-maimaiti'],
  ])('makes of %s %s', (name, id) => {
    expect(personId(name)).toBe(id);
  });

  it('takes the pinyin that was given', () => {
    expect(personId('解波', 'xie bo')).toBe('xie-bo');
  });
});

describe('titleId', () => {
  it('is pinyin, cut after a syllable', () => {
    expect(titleId('港口竞赛')).toBe('gang-kou-jing-sai');
    const long = titleId('重型商用车驱动桥总成关键技术研究与应用推广项目');
    expect(long).toMatch(ID_PATTERN);
    expect(long.length).toBeLessThanOrEqual(48);
    expect(long.startsWith('zhong-xing-shang-yong-che')).toBe(true);
  });

  it('leaves people’s names out', () => {
    expect(titleId('林墨的快换夹具', ['林墨'])).toBe('kuai-huan-jia-ju');
    expect(titleId('林墨', ['林墨'])).toBe('lin-mo');
  });

  it('keeps letters and digits, and makes nothing of signs', () => {
    expect(titleId('5G+工业互联网')).toMatch(ID_PATTERN);
    expect(titleId('《》！')).toBe('');
  });
});

describe('freeId', () => {
  it('counts from two', () => {
    const taken = new Set(['wang-fang', 'wang-fang-2']);
    expect(freeId('wang-fang', (id) => taken.has(id))).toBe('wang-fang-3');
    expect(freeId('li-qiang', (id) => taken.has(id))).toBe('li-qiang');
  });
});
