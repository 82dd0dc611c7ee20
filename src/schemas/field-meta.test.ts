import { expect, test } from 'vitest';
import { z } from 'zod';
import { choice, reference, text } from './common.ts';
import { field, findFieldMeta } from './field-meta.ts';

test('the line for people who write files is made of label, help and examples', () => {
  expect(text('发布者').description).toBe('发布者');
  expect(text({ label: '单位', example: ['人', '家'] }).description).toBe('单位，例如 人、家');
  expect(text({ label: '说明', help: '口径或差异' }).description).toBe('说明：口径或差异');
  expect(text({ label: '位置', help: '在来源中的哪里', example: '「匠城匠造」第3段' }).description).toBe(
    '位置：在来源中的哪里，例如「匠城匠造」第3段',
  );
});

test('an example that is a sentence does not end the line with two full stops', () => {
  expect(text({ label: '定义', example: '年末的人数。' }).description).toBe('定义，例如 年末的人数');
});

test('a reference says where the ids are found', () => {
  expect(reference('trades', '工种').description).toBe('工种编号，见 taxonomy.json');
  expect(reference('craftsmen', { label: '领办人', help: '原文写了才写' }).description).toBe(
    '领办人编号，见 craftsmen 文件夹；原文写了才写',
  );
});

test('a fixed list says what each value stands for', () => {
  const line = choice({ label: '画法', choices: { bar: '条形', line: { label: '折线', help: '至少三个时期' } } });
  expect(line.description).toBe('画法：bar 条形、line 折线（至少三个时期）');
  expect(line.options).toEqual(['bar', 'line']);
});

test('the metadata of a field is found under its optional mark', () => {
  const { label, help } =
    findFieldMeta(
      z
        .array(z.string())
        .meta(field({ label: '署名', help: '按原文' }))
        .optional(),
    ) ?? {};
  expect({ label, help }).toEqual({ label: '署名', help: '按原文' });
  expect(findFieldMeta(z.string().describe('指标编号'))).toBeUndefined();
});
