import { describe, expect, it } from 'vitest';
import { takeSentences } from './sentences.ts';

describe('the first sentences of a text', () => {
  it('end where a sentence ends, never inside a figure', () => {
    expect(takeSentences('先后走出劳模工匠2.6万人次。每人一页。', 16)).toBe('先后走出劳模工匠2.6万人次。');
  });

  it('are as many as fit', () => {
    expect(takeSentences('一。二。三。', 4)).toBe('一。二。');
  });

  it('hold the first even when it alone is longer', () => {
    expect(takeSentences('拧过的螺丝有60万颗，零失误。', 3)).toBe('拧过的螺丝有60万颗，零失误。');
  });

  it('keep the quote that closes behind the mark', () => {
    expect(takeSentences('他说「再练一遍。」然后走了。', 10)).toBe('他说「再练一遍。」');
  });

  it('are the whole of a text without a mark, and nothing of nothing', () => {
    expect(takeSentences('没有句号', 2)).toBe('没有句号');
    expect(takeSentences('', 9)).toBe('');
  });
});
