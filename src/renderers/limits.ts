import type { ChartFinding } from '../charts/chart-context.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { fitsPicture } from './svg/render-picture.ts';
import { renderBody, type WechatOptions } from './wechat.ts';
import { findWechatFaults } from './wechat-lint.ts';

/**
 * What of a chart's files could not be made, as the build would find out only after minutes: the picture of fixed size, and the
 * article, whose editor takes so many characters and no more.
 */
export function findLimits(spec: ChartSpec, options: WechatOptions): ChartFinding[] {
  return [...findPictureLimits(spec, options), ...findWechatLimits(spec, options)];
}

function findPictureLimits(spec: ChartSpec, { url }: WechatOptions): ChartFinding[] {
  if (fitsPicture(spec, { format: 'poster', url })) return [];
  return [
    {
      code: 'JC901',
      path: ['series'],
      message: `这张图有 ${String(spec.rows.length)} 个数，画进固定大小的 PNG 图片会盖住图下的文字。`,
      hint: '用 periods 少选几个时期，或者把指标分成两张图；一个指标的多年数字可以改用 line 或 column。',
    },
  ];
}

function findWechatLimits(spec: ChartSpec, options: WechatOptions): ChartFinding[] {
  const faults = findWechatFaults(renderBody(spec, options));
  if (faults.length === 0) return [];
  return [
    {
      code: 'JC902',
      path: ['title'],
      message: `这张图的公众号稿过不了公众号的编辑器：${faults.join('')}`,
      hint: '用 periods 少选几个时期，或者把指标分成两张图；说明（note）和来源的名称太长也会这样。',
    },
  ];
}
