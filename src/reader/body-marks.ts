import type { ComponentRules } from './body.ts';
import { keepLiteralMarks } from './literal-marks.ts';
import { closeEmptyTags, endAddresses, separateDefinitions, separateStars, separateYears } from './mark-insertions.ts';
import { findMarkFaults, type MarkFault } from './mark-faults.ts';
import { insertAll, type ParserText } from './parser-text.ts';
import { mendTags, type TagFault } from './tag-marks.ts';

export interface PreparedBody extends ParserText {
  /** Marks that are not what their author meant, with offsets in the text as it was typed. */
  faults: MarkFault[];
  /** Whether the tree of the text has to be restored. */
  isChanged: boolean;
}

/** A body in the form in which the parser takes the marks of Chinese typing as their author does. */
export function prepareBody(typed: string, rules: ComponentRules): PreparedBody {
  const { text: withTags, faults } = mendTags(typed, rules);
  const text = keepLiteralMarks(withTags, rules);
  const prepared = insertAll(text, [
    ...separateStars(text),
    ...endAddresses(text),
    ...separateYears(text),
    ...separateDefinitions(text),
    ...closeEmptyTags(text),
  ]);
  return {
    ...prepared,
    faults: [...faults.map(describeTag), ...findMarkFaults(withTags)],
    isChanged: prepared.text !== withTags,
  };
}

function describeTag({ offset, typed, meant, tag }: TagFault): MarkFault {
  const what = meant === '"' ? '引号' : meant === ' ' ? '空格' : '符号';
  return {
    code: 'JC406',
    offset,
    message: `组件里的${what}写成了中文的「${typed}」。`,
    hint: `换成英文的${meant === ' ' ? '空格' : ` ${meant}`}，写成 ${tag}。`,
  };
}
