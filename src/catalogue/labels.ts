import { type BodyComponent, type BodyNode, bodyComponents } from '../reader/body.ts';

/** Something a text numbers and can point at: a table or a chart. */
export interface Labelled {
  kind: 'table' | 'figure';
  id: string;
  component: BodyComponent;
}

/** The tables and charts of a body, in order. */
export function findLabelled(nodes: readonly BodyNode[]): Labelled[] {
  return bodyComponents(nodes).flatMap((component): Labelled[] => {
    const id = component.props['id'] ?? '';
    if (component.component === 'Table' || component.component === 'Definitions')
      return [{ kind: 'table', id, component }];
    return component.component === 'Chart' ? [{ kind: 'figure', id, component }] : [];
  });
}
