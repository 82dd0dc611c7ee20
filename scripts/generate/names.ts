import { personPinyin } from '../../src/lib/pinyin.ts';
import type { SeededRandom } from '../../src/lib/seeded-random.ts';

/** Common surnames, the most common first. */
const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
  ...'苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史',
  ...'顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  ...['欧阳', '司马', '上官', '诸葛'],
];

/** First and second characters of given names, from three generations. */
const FIRST = [...'建国志明文春永海玉秀桂晓伟丽俊立新宝德学庆荣天少凤红卫东小光宏金长成世景振云雪思子浩佳一宇欣梦'];
const SECOND = [
  ...'军平华强民杰峰涛刚勇辉波斌超鹏飞林生福贵祥兰英芳梅珍霞燕玲敏静娟莉洁琴婷怡晨轩然博宁阳龙山江河松柏',
];
const SINGLE = [...'伟强磊军洋勇艳杰涛明超霞平刚敏静丽鹏飞斌波辉宁健亮旭晨琳倩阳帆凯雷岩峰松林'];

export interface Named {
  /** `wang-jianguo`; the second person of that name has `wang-jianguo-2`. */
  id: string;
  name: string;
}

/** Generates people with unique ids. Names repeat as often as in a real city. */
export function buildNames(count: number, random: SeededRandom): Named[] {
  const used = new Map<string, number>();
  return Array.from({ length: count }, () => {
    const surname = random.pickSkewed(SURNAMES);
    const name = surname + (random.chance(0.12) ? random.pick(SINGLE) : random.pick(FIRST) + random.pick(SECOND));
    const slug = personPinyin(name).spaced.replaceAll(' ', '-');
    const earlier = used.get(slug) ?? 0;
    used.set(slug, earlier + 1);
    return { id: earlier === 0 ? slug : `${slug}-${String(earlier + 1)}`, name };
  });
}
