import { expect, test } from 'vitest';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { studioSealOf } from './seal.ts';

const catalogue = { person: new Map([['guo-lei', { name: '郭磊' }]]) } as unknown as Catalogue;
const studio = (data: object): Entry<'studios'> =>
  ({ kind: 'studios', id: 'one', data }) as unknown as Entry<'studios'>;

test('a studio’s seal is round and bears its leader’s name', () => {
  const seal = studioSealOf(studio({ title: '郭磊技能大师工作室', lead: 'guo-lei', level: 'nation' }), catalogue);
  expect(seal).toEqual({ id: 'one', name: '郭磊', isRelief: true, isRound: true });
});

test.each([
  ['连钢创新团队', '连钢'],
  ['王艳芳劳模工匠人才创新工作室', '王艳芳'],
  ['海丽雅', '海丽雅'],
])('the seal of %s without a known leader says %s', (title, name) => {
  expect(studioSealOf(studio({ title }), catalogue).name).toBe(name);
});
