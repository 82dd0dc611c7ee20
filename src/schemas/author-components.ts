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
  /** A Markdown table with a number and a caption, to which `<See>` can point. */
  Table: { required: ['id', 'caption'], optional: [], children: 'required', sourced: false, block: true },
  /** A cross-reference by id: prints 表3-1, 图3-2 or 第三章. */
  See: { required: ['id'], optional: [], children: 'none', sourced: false, block: false },
  /** A numbered note. With text it is written where it belongs; without, it points again at the one of that id. */
  Note: { required: [], optional: ['id'], children: 'optional', sourced: false, block: false },
  /** A numbered table of the indicators that a text uses, with what each counts. */
  Definitions: { required: ['id', 'caption'], optional: [], children: 'none', sourced: true, block: true },
  /** The sources that a text cites. */
  SourceList: { required: [], optional: [], children: 'none', sourced: true, block: true },
} as const satisfies ComponentRules;
