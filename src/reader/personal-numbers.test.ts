import { describe, expect, test } from 'vitest';
import { findPersonalNumbers } from './personal-numbers.ts';

function codes(text: string, file = 'a.mdx'): string[] {
  return findPersonalNumbers(text, file).map(({ code, line, column }) => `${code} ${String(line)}:${String(column)}`);
}

// Numbers made up for these tests; none has a valid check digit.
describe('an identity-card number is found', () => {
  test.each([
    ['身份证号110101190001010019。', 'JC601 1:5'],
    ['身份证 110101 19000101 0019', 'JC601 1:5'],
    ['身份证 110101-19000101-001X', 'JC601 1:5'],
    ['11010120000101001x', 'JC601 1:1'],
    ['第一行\n　110101190001010019', 'JC601 2:2'],
  ])('«%s»', (text, expected) => {
    expect(codes(text)).toEqual([expected]);
  });
});

describe('a mobile number is found', () => {
  test.each([
    ['电话13800138000', 'JC602 1:3'],
    ['电话 138 0013 8000', 'JC602 1:4'],
    ['电话 138-0013-8000', 'JC602 1:4'],
    ['电话 +86 13800138000', 'JC602 1:4'],
    ['电话 8613800138000', 'JC602 1:4'],
    ['phone: "19900138000"', 'JC602 1:9'],
  ])('«%s»', (text, expected) => {
    expect(codes(text)).toEqual([expected]);
  });
});

describe('other long numbers are left alone', () => {
  test.each([
    '电话0532-85911111',
    '号码12345678901',
    '12800138000',
    '138001380001',
    '0.13800138000',
    '13800138000.5',
    '110101210001010019',
    '110101190013010019',
    '1101011900010100190',
    '2023-07-26 10:00:00',
    'https://example.org/20230726/123456',
  ])('«%s»', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('in JSON', () => {
  test.each([
    '{ "value": 13800138000 }',
    '{"value":13800138000}',
    '[13800138000, 13900139000]',
    '{ "value":\n  13800138000\n}',
  ])('a number outside quotation marks is a figure: %s', (text) => {
    expect(codes(text, 'a.json')).toEqual([]);
  });

  test.each([
    ['{ "note": "13800138000" }', 'JC602 1:12'],
    ['{ "note": "电话:13800138000" }', 'JC602 1:15'],
    ['{ "note": "甲, 13800138000" }', 'JC602 1:15'],
    [String.raw`{ "note": "\"甲\": 13800138000" }`, 'JC602 1:19'],
    ['{ "a": "x", "note": "[13800138000]" }', 'JC602 1:23'],
  ])('a number in a text is a telephone: %s', (text, expected) => {
    expect(codes(text, 'a.json')).toEqual([expected]);
  });

  test('an identity-card number is found in whatever form', () => {
    expect(codes('{ "value": 110101190001010019 }', 'a.json')).toEqual(['JC601 1:12']);
  });
});

test('the message does not repeat the number', () => {
  const [issue] = findPersonalNumbers('13800138000', 'a.mdx');

  expect(issue?.message).toBe('这里出现手机号，不能放进公开的网站。');
  expect(JSON.stringify(issue)).not.toContain('13800138000');
});
