import { describe, expect, it } from 'vitest';
import { cutExcerpt, findWords, markWords } from './excerpt.ts';

const marked = (query: string, text: string): string[] =>
  markWords(
    text,
    findWords(
      query.split(' ').map((part) => ({ text: part })),
      text,
    ),
  )
    .filter(({ isMarked }) => isMarked)
    .map((part) => part.text);

describe('marks', () => {
  it('are whole words of the query', () => {
    expect(marked('高铁 研磨', '高级研磨工，磨的是高铁的「脚踝」')).toEqual(['研磨', '高铁']);
    expect(marked('高铁研磨', '高级研磨工，磨的是高铁的「脚踝」')).toEqual(['研磨', '高铁']);
  });

  it('are never single characters', () => {
    expect(marked('磨', '高级研磨工，磨的是高铁')).toEqual([]);
    expect(marked('工匠学院', '工人们的学校')).toEqual([]);
  });

  it('are no pieces out of other words', () => {
    expect(marked('工人', '职工人数很多，工人也多')).toEqual(['工人']);
    expect(marked('5', '5000余项，第5项')).toEqual(['5']);
    expect(marked('vr', 'VR与VRChat')).toEqual(['VR']);
  });

  it('prefer the whole of what was typed to its parts', () => {
    expect(marked('青岛港', '山东港口青岛港，青岛市总工会')).toEqual(['青岛港']);
  });

  it('are no parts of a question, only the words it asks about', () => {
    const text = '高技能人才的人数，没有写从多少提升';
    const words = findWords([{ text: '高技能人才有多少', isOnlyWhole: true }, { text: '高技能人才' }], text);

    expect(words.map((word) => word.text)).toEqual(['高技能人才']);
  });

  it('leave the text as it is', () => {
    const text = '许振超获授「人民工匠」国家荣誉称号。';
    const parts = markWords(text, findWords([{ text: '人民工匠' }, { text: '许振超' }], text));
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });
});

describe('cutExcerpt', () => {
  it('leaves no gap after a mark where a paragraph ended', () => {
    expect(cutExcerpt('工作室是国家级的。\n郭磊还是 VR 教练。', [])).toBe('工作室是国家级的。郭磊还是 VR 教练。');
  });

  const long = `${'前面的话说得很长。'.repeat(12)}他拧过的螺丝有60万颗，零失误。${'后面的话也说得很长。'.repeat(12)}`;

  it('shows the stretch that holds the words, from the beginning of its sentence', () => {
    const excerpt = cutExcerpt(long, findWords([{ text: '零失误' }, { text: '螺丝' }], long));
    expect(excerpt).toMatch(/^…他拧过的螺丝有60万颗，零失误。/);
    expect(excerpt.endsWith('…')).toBe(true);
    expect(excerpt.length).toBeLessThan(90);
  });

  it('shows the beginning when no word stands in the text', () => {
    expect(cutExcerpt(long, [])).toMatch(/^前面的话/);
  });

  it('leaves a short text whole', () => {
    expect(cutExcerpt('短的。', [])).toBe('短的。');
  });
});
