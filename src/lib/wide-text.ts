/** Han characters, full-width marks and letters, and the marks that Chinese shares with Latin: quotes, dash, ellipsis, dot. */
const WIDE =
  /[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u303f\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef\p{Script=Han}]/u;
/** Those of them that are marks. */
const WIDE_MARK =
  /[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u3001-\u3003\u3008-\u3020\u3030\u303d\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/;

/** True for a character of Chinese text, mark or not; false for none. */
export function isWide(character: string | undefined): boolean {
  return character !== undefined && WIDE.test(character);
}

/** True for a mark of Chinese text. */
export function isWideMark(character: string | undefined): boolean {
  return character !== undefined && WIDE_MARK.test(character);
}

/** The whole character that ends before `offset`; undefined at the start. */
export function characterBefore(text: string, offset: number): string | undefined {
  const unit = text.charCodeAt(offset - 1);
  const start = unit >= 0xdc00 && unit <= 0xdfff ? offset - 2 : offset - 1;
  return start < 0 ? undefined : characterAt(text, start);
}

/** The whole character at `offset`; undefined at the end. */
export function characterAt(text: string, offset: number): string | undefined {
  const point = text.codePointAt(offset);
  return point === undefined ? undefined : String.fromCodePoint(point);
}

/**
 * Text of several lines as one line. A line break between Chinese characters makes no blank, others make one.
 *
 * @example joinLines('第一行\n第二行') // '第一行第二行'
 */
export function joinLines(text: string): string {
  const trimmed = text.trim();
  return trimmed.replaceAll(/\s+/g, (blank, at: number) => {
    const isWithinChinese = isWide(characterBefore(trimmed, at)) && isWide(characterAt(trimmed, at + blank.length));
    return isWithinChinese && blank.includes('\n') ? '' : ' ';
  });
}
