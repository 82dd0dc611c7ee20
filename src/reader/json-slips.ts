/** What stands at the place of a syntax error in JSON, told as what it is. */
export interface JsonSlip {
  /** Where the slip itself is; the parser may have noticed it later. */
  offset: number;
  message: string;
  hint: string;
}

const MARKS: Readonly<Record<string, readonly [what: string, right: string]>> = {
  '“': ['引号', '英文的双引号 "'],
  '”': ['引号', '英文的双引号 "'],
  '‘': ['引号', '英文的双引号 "'],
  '’': ['引号', '英文的双引号 "'],
  '＂': ['引号', '英文的双引号 "'],
  "'": ['引号', '双引号 "'],
  '：': ['冒号', '英文的冒号 :'],
  '，': ['逗号', '英文的逗号 ,'],
  '、': ['逗号', '英文的逗号 ,'],
  '；': ['逗号', '英文的逗号 ,'],
  '｛': ['花括号', '英文的 {'],
  '｝': ['花括号', '英文的 }'],
  '［': ['方括号', '英文的 ['],
  '］': ['方括号', '英文的 ]'],
  '【': ['方括号', '英文的 ['],
  '】': ['方括号', '英文的 ]'],
};

/** Undefined where what is wrong has no better name than the parser's. */
export function findJsonSlip(text: string, offset: number): JsonSlip | undefined {
  const character = text[offset] ?? '';
  const mark = MARKS[character];
  if (mark) {
    const isChinese = character !== "'";
    return {
      offset,
      message: `${mark[0]}写成了${isChinese ? '中文的' : '单引号'}「${character}」。`,
      hint: `换成${mark[1]}。`,
    };
  }
  const before = text.slice(Math.max(0, offset - 30), offset);
  const after = text.slice(offset, offset + 30);
  const thousands = /(?<digits>\d{1,3}),\s*$/.exec(before);
  if (thousands && /^\d{3}(?!\d)/.test(after)) {
    return {
      offset: offset - (before.length - before.lastIndexOf(',')),
      message: '数字里不能写逗号。',
      hint: `去掉逗号，写成 ${thousands.groups?.['digits'] ?? ''}${after.slice(0, 3)}。`,
    };
  }
  if (/\d$/.test(before) && /^[\p{Script=Han}%％]/u.test(after)) {
    return { offset, message: `数字后面不能写「${character}」。`, hint: '只写阿拉伯数字，用基本单位：1.5万写 15000。' };
  }
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (line.endsWith('"') && (line.match(/"/g)?.length ?? 0) > 3 && /^[\p{L}\p{N}]/u.test(after)) {
    return {
      offset: offset - 1,
      message: '文字里面又有英文的双引号，文字到这里就断了。',
      hint: '文字里的引号换成「」。',
    };
  }
  return undefined;
}
