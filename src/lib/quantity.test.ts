import { describe, expect, test } from 'vitest';
import { findQuantities, parseQuantity } from './quantity.ts';

function found(text: string): string[] {
  return findQuantities(text).map((quantity) => quantity.text);
}

describe('a quantity in prose is found', () => {
  test.each([
    // A number and its unit
    ['他带出5000人', '5000人'],
    ['有11 个班组', '11 个'],
    ['1,234件', '1,234件'],
    ['1，234件', '1，234件'],
    ['只有0.05毫米', '0.05毫米'],
    ['公差±0.05毫米', '0.05毫米'],
    ['提速1.5倍', '1.5倍'],
    ['时速350公里', '350公里'],
    ['零下5℃', '5℃'],
    ['干了15年', '15年'],
    ['用了3个月', '3个月'],
    ['1个月后', '1个月'],
    ['连续365天', '365天'],
    ['今年45岁', '45岁'],
    ['5G基站20座', '20座'],
    ['一等奖3个', '3个'],
    // Percentages
    ['提高12.5%', '12.5%'],
    ['提高50％', '50％'],
    ['误差3‰', '3‰'],
    // 万, 亿 and looser words
    ['投入30亿', '30亿'],
    ['58.15万', '58.15万'],
    ['5 万', '5 万'],
    ['300余万', '300余万'],
    ['10万+用户', '10万'],
    ['5000余人', '5000余人'],
    ['30多家企业', '30多家'],
    ['30几家企业', '30几家'],
    ['150多个国家', '150多个'],
    ['60多年', '60多年'],
    // Full-width digits
    ['２０００人', '２０００人'],
    ['１２．５％', '１２．５％'],
    ['１，２３４件', '１，２３４件'],
    // Ranges keep at least their end
    ['每组3-5人', '5人'],
    ['每组3—5人', '5人'],
    // Han numerals
    ['三百五十人', '三百五十人'],
    ['四万五千人', '四万五千人'],
    ['一百二十个', '一百二十个'],
    ['三千余人', '三千余人'],
    ['两万余人', '两万余人'],
    ['十余项', '十余项'],
    ['千余名', '千余名'],
    ['数千人', '数千人'],
    ['上百家', '上百家'],
    ['近百人', '近百人'],
    ['几十个', '几十个'],
    ['上万人次', '上万人次'],
    // After a date
    ['2023年12个', '12个'],
    ['2023—2024年12人', '12人'],
    // After a name that is closed again
    ['「匠心」培养了20人', '20人'],
  ])('«%s»: %s', (text, quantity) => {
    expect(found(text)).toEqual([quantity]);
  });
});

describe('what only looks like a quantity is left alone', () => {
  test.each([
    // Dates
    '2023年',
    '2023 年 7 月 26 日',
    '2023年7月26日',
    '２０２３年７月２６日',
    '2023年07月26日',
    '7月26日',
    '26日',
    '12月',
    '2018—2023年',
    '2018-2023年',
    '2018～2023年',
    '2023年度',
    '20世纪80年代',
    '2023',
    // Ordinals
    '第39期',
    '第 5 位',
    '第1名',
    '第三届',
    // Names
    '1+X证书',
    '5G',
    '3路公交',
    '3号线',
    '7·26工匠日',
    'C919大飞机',
    'CRH380A型',
    'ISO9001认证',
    'GB/T 19001',
    '3D打印',
    '5A级景区',
    '4.0版',
    '12345热线',
    '「2023人计划」',
    '《100个工匠》',
    // Han words that name and do not count
    '十大工匠',
    '百名工匠进校园',
    '千家万户',
    '万里挑一',
    '三项改革',
    '一家人',
    '二十大',
    '十四五',
    '百年',
    '三等奖',
    '八级工',
    '百人计划',
    '三分之一',
    // Bare numbers without a unit
    '得了5000',
    '1/3',
  ])('«%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('several quantities come in their order, each at its place', () => {
  const text = '2023年培训3000人，其中三百余人拿到证书，通过率９５％。';

  const quantities = findQuantities(text);

  expect(quantities.map((quantity) => quantity.text)).toEqual(['3000人', '三百余人', '９５％']);
  for (const { index, text: printed } of quantities) expect(text.slice(index, index + printed.length)).toBe(printed);
});

describe('a printed figure is read with its qualifier', () => {
  test.each([
    ['5000', 5000, 'exact'],
    ['58.15万', 581_500, 'exact'],
    ['1,234', 1234, 'exact'],
    ['1，234', 1234, 'exact'],
    ['12.5%', 12.5, 'exact'],
    ['12.5％', 12.5, 'exact'],
    ['５０００', 5000, 'exact'],
    ['１２．５％', 12.5, 'exact'],
    ['5 万', 50_000, 'exact'],
    ['3百万', 3_000_000, 'exact'],
    ['0.05', 0.05, 'exact'],
    ['5000余', 5000, 'over'],
    ['100多', 100, 'over'],
    ['300余万', 3_000_000, 'over'],
    ['58万余', 580_000, 'over'],
    ['逾30亿', 3e9, 'over'],
    ['超10亿', 1e9, 'over'],
    ['超过10亿', 1e9, 'over'],
    ['突破1亿', 1e8, 'over'],
    ['近5万', 50_000, 'about'],
    ['将近5万', 50_000, 'about'],
    ['约3000', 3000, 'about'],
    ['大约3000', 3000, 'about'],
    ['1万以上', 10_000, 'at-least'],
    ['100及以上', 100, 'at-least'],
    ['至少3', 3, 'at-least'],
    ['不少于20', 20, 'at-least'],
    ['三百五十', 350, 'exact'],
    ['三百五十万', 3_500_000, 'exact'],
    ['一千零一', 1001, 'exact'],
    ['十', 10, 'exact'],
    ['十五', 15, 'exact'],
    ['九十九', 99, 'exact'],
    ['两千', 2000, 'exact'],
    ['一亿', 1e8, 'exact'],
    ['一亿三千万', 1.3e8, 'exact'],
    ['二万三千亿', 2.3e12, 'exact'],
    ['万亿', 1e12, 'exact'],
    ['三百五十万零二十', 3_500_020, 'exact'],
    ['三千余', 3000, 'over'],
    ['百余', 100, 'over'],
    ['一', 1, 'exact'],
    ['5‰', 5, 'exact'],
    // Below zero
    ['-0.5', -0.5, 'exact'],
    ['－0.5', -0.5, 'exact'],
    ['－０．５', -0.5, 'exact'],
    ['−0.5', -0.5, 'exact'],
    ['–0.5', -0.5, 'exact'],
    ['-0.5%', -0.5, 'exact'],
    ['-1,234', -1234, 'exact'],
    ['-3.5万', -35_000, 'exact'],
    ['负0.5', -0.5, 'exact'],
    ['负五', -5, 'exact'],
    ['零下5', -5, 'exact'],
    ['下降0.5%', -0.5, 'exact'],
    ['减少300万', -3_000_000, 'exact'],
    ['约-5', -5, 'about'],
    ['下降约5', -5, 'about'],
    ['-0', 0, 'exact'],
    ['+0.5', 0.5, 'exact'],
    ['增长0.5%', 0.5, 'exact'],
    ['增长超5%', 5, 'over'],
  ])('%s is %d, %s', (display, value, qualifier) => {
    expect(parseQuantity(display)).toEqual({ value, qualifier });
  });

  test.each([
    '',
    ' ',
    '余',
    '5000人',
    '2023年',
    '数千',
    '几十',
    '1.2.3',
    '3-5',
    '十四五',
    '二〇二三',
    'abc',
    '--5',
    '-',
    '下降',
    '下降逾5%',
    '-5以上',
    '第3',
    '以上',
  ])('«%s» is none', (display) => {
    expect(parseQuantity(display)).toBeUndefined();
  });
});
