import { expect, test } from 'vitest';
import { bodyComponents, type BodyNode } from './body.ts';

test('components are found in reading order, however deep they stand', () => {
  const at = { line: 1, column: 1 };
  const component = (name: string, children: BodyNode[] = []): BodyNode => ({
    component: name,
    props: {},
    children,
    at,
  });
  const nodes: BodyNode[] = [
    '甲',
    { tag: 'p', children: ['乙', component('A', [{ tag: 'em', children: [component('B')] }]), component('C')] },
    component('D'),
  ];

  expect(bodyComponents(nodes).map(({ component: name }) => name)).toEqual(['A', 'B', 'C', 'D']);
});
