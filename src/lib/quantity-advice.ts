import { parseQuantity } from './quantity.ts';
import { UNIT } from './units.ts';

/** In a body a figure may stand as its source words it. */
const IN_BODY = '照原文写在正文里，用 <Fact> 包住';

const NUMBER = String.raw`[\d０-９一二两三四五六七八九十百千万亿]`;
const RANGE = new RegExp(`${NUMBER}[%％‰]?[-－−–—~～至到]+${NUMBER}`);
const UNIT_AFTER = new RegExp(`^(.+?)(个?百分点|${UNIT}|年)$`);
const FOOTNOTE_MARK = /^(.*\d.*?)([*＊†#①-⑳]+|\[\d+\]|［\d+］)$/;

/** What each kind of text that is no quantity should have been; the first that fits speaks. */
const ADVICE: readonly ((display: string) => string | undefined)[] = [
  (display) => {
    if (!/^[-－—–…·./#]+$|^(?:nan|n\/a|无|缺|空)$/i.test(display)) return undefined;
    return '没有数字的时期，这一次整个不写，不要写记号占位置。';
  },
  (display) => {
    if (!/^\d+(?:\.\d+)?e[+-]?\d+$/i.test(display)) return undefined;
    return `照原文写全，不用科学记数法，例如 ${String(Number(display))}。`;
  },
  (display) => {
    const [, stem = '', mark = ''] = FOOTNOTE_MARK.exec(display) ?? [];
    return parseQuantity(stem) && `「${mark}」是脚注的记号，这里只写「${stem}」；脚注的话写进说明（note）。`;
  },
  (display) => (RANGE.test(display) ? `一个范围不是一个数，不能建成统计。${IN_BODY}。` : undefined),
  (display) => (/分之|\d\/\d/.test(display) ? `分数不建成统计。${IN_BODY}。` : undefined),
  (display) =>
    display.includes('半') ? '「半」写成 0.5：半年写 0.5，一年半写 1.5。单位另写在单位（unit）里。' : undefined,
  (display) => {
    if (!/^(?:.*[负降减滑落]|[^\d]*[-－−–])/.test(display) || !/[余多逾超]|突破|以上|至少|不少于/.test(display))
      return undefined;
    return `负数带「逾」「以上」，看不出是往哪一边多，不能建成统计。${IN_BODY}。`;
  },
  (display) => {
    const [, stem = '', unit = ''] = UNIT_AFTER.exec(display) ?? [];
    return parseQuantity(stem) && `单位「${unit}」另写在单位（unit）里，这里只写「${stem}」。`;
  },
  (display) => {
    if (!/^[数几上][十百千万亿]/.test(display)) return undefined;
    return `「${display}」没有说出数，不能建成统计。${IN_BODY}。`;
  },
];

/** What to write in place of a printed form that `parseQuantity` cannot read: one or two sentences. */
export function adviseQuantity(display: string): string {
  const written = display.replaceAll(/\s/g, '');
  for (const advise of ADVICE) {
    const advice = advise(written);
    if (advice !== undefined) return advice;
  }
  return '只写数字和限定词，例如 5000余、逾30亿、58.15万；单位不写在这里。';
}
