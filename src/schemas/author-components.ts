import type { ComponentRules } from '../reader/body.ts';

/** The components that authors may use in a body, with their attributes. EDITING.md explains them. */
export const AUTHOR_COMPONENTS = {
  /** A statement or quantity of this entry with its source. */
  Fact: { required: ['source', 'locator'], optional: [], children: 'required', sourced: true, block: false },
  /** An observation of an indicator. `at` is its period; `source` is needed if there are several for that period. */
  Stat: { required: ['id', 'at'], optional: ['source'], children: 'none', sourced: true, block: false },
  /** A link to another entry: `to="craftsmen/ning-yunzhan"`. Prints the entry's name unless it wraps other text. */
  Ref: { required: ['to'], optional: [], children: 'optional', sourced: false, block: false },
  /** A chart with its table and sources, between paragraphs. */
  Chart: { required: ['id'], optional: [], children: 'none', sourced: true, block: true },
  /** A Markdown table with a number and a caption, for `<See>` to refer to. */
  Table: { required: ['id', 'caption'], optional: [], children: 'required', sourced: false, block: true },
  /** A cross-reference by id: prints 表3-1, 图3-2 or 第三章. */
  See: { required: ['id'], optional: [], children: 'none', sourced: false, block: false },
  /** A numbered note. With text it is a new note; without text it refers again to the note with that id. */
  Note: { required: [], optional: ['id'], children: 'optional', sourced: false, block: false },
  /** A numbered table of the indicators that a text uses, with their definitions. */
  Definitions: { required: ['id', 'caption'], optional: [], children: 'none', sourced: true, block: true },
  /** The sources that a text cites. */
  SourceList: { required: [], optional: [], children: 'none', sourced: true, block: true },
} as const satisfies ComponentRules;
