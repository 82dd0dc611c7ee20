import { describe, expect, test } from 'vitest';
import { describePersonalNumber, findPersonalNumbers, toContactKey } from './personal-numbers.ts';

function codes(text: string, file = 'a.mdx'): string[] {
  return findPersonalNumbers(text, file).map(({ code, at }) => `${code} ${String(at.line)}:${String(at.column)}`);
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

describe('a number is found in any dress', () => {
  test.each([
    ['身份证 110101-1900-0101-0019', 'JC601 1:5'],
    ['身份证 1101011900 01010019', 'JC601 1:5'],
    ['身份证１１０１０１１９０００１０１００１９', 'JC601 1:4'],
    ['身份证一一〇一〇一一九〇〇〇一〇一〇〇一九', 'JC601 1:4'],
    ['身份证 110101000101001', 'JC601 1:5'],
    ['身份证 110101 000101 001', 'JC601 1:5'],
    ['身份证 110101********0019', 'JC601 1:5'],
    ['身份证 1101011900&#48;1010019', 'JC601 1:5'],
    ['电话１３８００１３８０００', 'JC602 1:3'],
    ['电话 138.0013.8000', 'JC602 1:4'],
    ['电话 138—0013—8000', 'JC602 1:4'],
    ['电话 138 001 38000', 'JC602 1:4'],
    ['电话 13800 138000', 'JC602 1:4'],
    ['电话一三八零零一三八零零零', 'JC602 1:3'],
    ['电话 138**0013**8000', 'JC602 1:4'],
    ['电话 138****8000', 'JC602 1:4'],
    ['电话 138xxxx8000', 'JC602 1:4'],
    ['电话 &#49;3800138000', 'JC602 1:4'],
    ['电话 &#x31;3800138000', 'JC602 1:4'],
    ['电话 138&nbsp;0013&nbsp;8000', 'JC602 1:4'],
    ['电话 138　0013　8000', 'JC602 1:4'],
    ['电话 138\u200b00138000', 'JC602 1:4'],
    [String.raw`phone: "\u0031\u0033800138000"`, 'JC602 1:9'],
    ['电话 (+86)13800138000', 'JC602 1:4'],
    ['电话 008613800138000', 'JC602 1:4'],
    ['`13800138000`', 'JC602 1:2'],
    ['[打电话](tel:13800138000)', 'JC602 1:11'],
  ])('«%s»', (text, expected) => {
    expect(codes(text)).toEqual([expected]);
  });
});

describe('other numbers of people, and their places', () => {
  test.each([
    ['卡号 6222 0000 0000 0009', 'JC117 1:4'],
    ['卡号6222000000000009', 'JC117 1:3'],
    ['护照号 E12345678', 'JC117 1:5'],
    ['护照：EA1234567', 'JC117 1:4'],
    ['电话0532-85911111', 'JC118 1:3'],
    ['电话(0532)85911111', 'JC118 1:3'],
    ['电话 010 8591 1111', 'JC118 1:4'],
    ['电话：053285911111', 'JC118 1:4'],
    ['邮箱 lin.mo@example.cn', 'JC118 1:4'],
    ['微信号：linmo_1990', 'JC118 1:5'],
    ['微信 linmo1990', 'JC118 1:4'],
    ['QQ：12345678', 'JC118 1:4'],
    ['QQ号 12345678', 'JC118 1:5'],
    ['车牌鲁B12345', 'JC118 1:3'],
    ['车牌 鲁B·D1234', 'JC118 1:4'],
    ['家住海城市南港区港湾路5号3号楼2单元', 'JC118 1:1'],
  ])('«%s»', (text, expected) => {
    expect(codes(text)).toEqual([expected]);
  });
});

describe('figures, dates and addresses of pages are nobody’s', () => {
  test.each([
    '1978.12.18 123',
    '1949-10-01 123',
    '2019 2020 2021 2022 2023',
    '1380—1400 120元',
    'https://example.org/a?id=13800138000',
    'https://mp.example.org/s?mid=224748364712345&idx=1',
    '4000 0000 0000 0001',
    '标准号 GB12345678',
    '一九四九年十月一日，三十五万六千七百八十九人',
    '鲁班工坊',
    '编号 0123456789',
    '服务热线 12351',
    '热线 400-123-4567',
    '工号 12345678',
    '国家QQ群众',
    '投资138000000元，占地1380亩',
    '专利号 ZL202310123456',
  ])('«%s»', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

test.each([
  ['0532-8591 1111', '(0532) 85911111'],
  ['+86 138-0013-8000', '13800138000'],
  ['Service@Example.cn', 'service@example.cn'],
])('%s and %s are the same', (one, other) => {
  expect(toContactKey(one)).toBe(toContactKey(other));
});

test('the message does not repeat the number', () => {
  const [number] = findPersonalNumbers('13800138000', 'a.mdx');
  const issue = number && describePersonalNumber(number, 'a.mdx');

  expect(issue?.message).toBe('这里出现手机号，不能放进公开的网站。');
  expect(JSON.stringify(issue)).not.toContain('13800138000');
});
