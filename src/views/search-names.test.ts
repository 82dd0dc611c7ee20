import { expect, it } from 'vitest';
import { personPinyin } from '../lib/pinyin.ts';
import { openHealthySite } from '../tests/healthy-site.ts';
import { namesOf, personTokens, relatedTokens, titleTokens } from './search-names.ts';

const tokensOf = (name: string, override?: string): string[] =>
  personTokens({ name, pinyin: personPinyin(name, override) });

it('finds a person by full pinyin, given name, initials and a name less one character', () => {
  expect(tokensOf('许振超')).toEqual([
    '_pxuzhenchao_',
    '_lxuzencao_',
    '_gzhenchao_',
    '_ixzc_',
    '_d许振超_',
    '_d振超_',
    '_d许超_',
    '_d许振_',
    '_c许_',
    '_c振_',
    '_c超_',
  ]);
});

it.each([
  ['解晓东', '_pxiexiaodong_'],
  ['单宇', '_pshanyu_'],
  ['仇和平', '_pqiuheping_'],
  ['区国强', '_pouguoqiang_'],
  ['曾伟', '_pzengwei_'],
  ['查良', '_pzhaliang_'],
  ['欧阳海', '_pouyanghai_'],
])('reads the surname of %s as a surname', (name, token) => {
  expect(tokensOf(name)).toContain(token);
});

it('takes the reading a profile gives', () => {
  expect(tokensOf('乐平', 'yue ping')).toContain('_pyueping_');
  expect(tokensOf('乐平', 'yue ping')).toContain('_iyp_');
});

it('finds ü however it is typed', () => {
  expect(tokensOf('吕绿')).toEqual(expect.arrayContaining(['_plvlv_', '_plulu_', '_plyulyu_']));
});

it('finds a title by its pinyin, and leaves long ones to their words', () => {
  expect(titleTokens('工会驿站')).toContain('_pgonghuiyizhan_');
  expect(titleTokens('关于公布年度工匠和创新企业名单的通知')).toEqual([]);
});

it('finds people by what their firm and trade are called, in pinyin and by a single character', () => {
  expect(relatedTokens(['青岛港', '焊', '中车青岛四方机车车辆股份有限公司'])).toEqual(['_qqingdaogang_', '_c焊_']);
});

it('knows every name of a firm, the one it is shown by first', async () => {
  const { catalogue } = await openHealthySite();
  const [id = ''] = catalogue.organizations.keys();
  const organization = catalogue.organizations.get(id);

  expect(namesOf('organizations', id, catalogue)).toEqual(
    expect.arrayContaining([organization?.name, ...(organization?.aliases ?? [])]),
  );
  expect(namesOf('organizations', 'none', catalogue)).toEqual([]);
});
