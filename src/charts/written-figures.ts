import { findQuantities } from '../lib/quantity.ts';
import type { FieldPath } from '../reader/located.ts';
import type { Chart } from '../schemas/chart.ts';
import type { ChartFinding } from './chart-context.ts';

/** A chart's figures come from the statistics alone; one in a title or note could come to disagree with them. */
export function findWrittenFigures({ title, note, subject, restLabel, wholeLabel, series }: Chart): ChartFinding[] {
  const texts: [FieldPath, string | undefined][] = [
    [['title'], title],
    [['note'], note],
    [['subject'], subject],
    [['restLabel'], restLabel],
    [['wholeLabel'], wholeLabel],
    ...series.map(({ label }, at): [FieldPath, string | undefined] => [['series', at, 'label'], label]),
  ];
  return texts.flatMap(([path, text]) =>
    findQuantities(text ?? '').map(({ text: quantity }) => ({
      code: 'JC501' as const,
      path,
      message: `图表的文字里写了数量「${quantity}」，数字改了它不会跟着改。`,
      hint: '删掉数量；标题句里的数字由本站按指标写出。',
    })),
  );
}
