import type { ComponentRules } from '../reader/body.ts';

/** The components an author may use in a body, with what each carries. EDITING.md explains them. */
export const AUTHOR_COMPONENTS = {
  /** A statement or quantity of this entry with its source. */
  Fact: { required: ['source', 'locator'], optional: [], children: 'required', sourced: true, block: false },
  /** An observation of an indicator: `at` is its period; `source` tells apart several of one period. */
  Stat: { required: ['id', 'at'], optional: ['source'], children: 'none', sourced: true, block: false },
  /** A link to another entry: `to="craftsmen/ning-yunzhan"`; prints the entry's name unless it wraps text. */
  Ref: { required: ['to'], optional: [], children: 'optional', sourced: false, block: false },
  /** A chart with its table and sources, between paragraphs. */
  Chart: { required: ['id'], optional: [], children: 'none', sourced: true, block: true },
} as const satisfies ComponentRules;
