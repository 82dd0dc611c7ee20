/** What stands where the results will, while nothing is typed. */
export const SEARCH_HINT = '姓名写一半、拼音或首字母都行，单位可以写简称，几个词之间空一格。';
