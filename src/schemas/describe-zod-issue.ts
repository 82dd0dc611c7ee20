import type { z } from 'zod';
import { buildIssue, type Issue } from '../issues/issue.ts';
import { formatFieldPath } from '../lib/field-path.ts';
import { findNearest } from '../lib/nearest.ts';
import type { FieldPath, Locator } from '../reader/located.ts';
import type { RawEntry } from '../reader/read-site.ts';
import { fieldsAt, meaningAt } from './schema-fields.ts';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
  undefined: '空',
  null: '空',
  date: '日期',
};

function typeName(value: unknown): string {
  if (value === null) return '空';
  if (Array.isArray(value)) return '列表';
  return TYPE_NAMES[typeof value] ?? typeof value;
}

/**
 * Turns a Zod issue into issues with sentences that an editor can act on, at the position of the field in its file.
 *
 * @param schema the schema that the entry was checked against; it explains fields and lists their names
 * @returns one issue, or one per key for unknown keys
 */
export function describeZodIssue(
  issue: z.core.$ZodIssue,
  { file, value, locator }: RawEntry,
  schema: z.ZodType,
): Issue[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  const field = formatFieldPath(path);
  const actual = valueAt(value, path);
  const at = { file, path: path.join('.'), ...locator.valueAt(path) };
  const meaning = meaningAt(schema, path);
  switch (issue.code) {
    case 'invalid_type':
      return [describeType(issue.expected, actual, path, { ...at, meaning })];
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        describeUnknownKey(key, path, actual, { file, locator, known: fieldsAt(schema, path, value) }),
      );
    case 'invalid_value': {
      if (actual === undefined) return [describeMissing(path, { ...at, meaning })];
      return [describeChoice(issue.values, actual, field, { ...at, meaning })];
    }
    case 'invalid_union': {
      if (actual === undefined) return [describeMissing(path, { ...at, meaning })];
      // The field that tells kinds apart names none of them.
      if ('options' in issue) return [describeChoice(issue.options, actual, field, { ...at, meaning: undefined })];
      return [
        buildIssue('JC205', {
          ...at,
          message: `字段「${field}」的写法不对。`,
          hint: `照 EDITING.md 里的样子写，字段要成套${describeFields(fieldsAt(schema, path, value))}。`,
        }),
      ];
    }
    case 'too_small':
    case 'too_big':
      return [buildIssue('JC205', { ...at, message: describeSize(issue, field), hint: '按要求改正这个字段。' })];
    default:
      return [
        buildIssue('JC205', {
          ...at,
          message: `字段「${field}」写成了「${shorten(actual)}」，写法不对。`,
          hint: describeFormat(issue),
        }),
      ];
  }
}

function describeChoice(
  choices: readonly unknown[],
  actual: unknown,
  field: string,
  { meaning, ...at }: FieldPlace,
): Issue {
  const values = choices.map(String);
  const nearest = typeof actual === 'string' ? findNearest(actual, values, 1)[0] : undefined;
  return buildIssue('JC204', {
    ...at,
    message: `字段「${field}」的值「${shorten(actual)}」不在列表里。`,
    hint: `${nearest === undefined ? '' : `是不是想写 ${nearest}？`}可以写：${values.join('、')}。${meaning === undefined ? '' : `${meaning}。`}`,
  });
}

interface IssuePlace {
  file: string;
  path: string;
  line: number;
  column: number;
}

/** With the schema's description of the field, if it has one. */
type FieldPlace = IssuePlace & { meaning: string | undefined };

/** A missing field. For the source of an observation and the parts of a portrait, the message says why it is needed. */
function describeMissing(path: FieldPath, { meaning, ...at }: FieldPlace): Issue {
  const name = String(path.at(-1) ?? '');
  const isFigureSource = path[0] === 'observations' && (name === 'source' || name === 'locator');
  if (isFigureSource) {
    return buildIssue('JC502', {
      ...at,
      message: `第${String(Number(path[1]) + 1)}次数字没有写${name === 'source' ? '来源 source' : '出处位置 locator'}。`,
      hint: '每个数字都要写清来源编号（见 sources.json）和在来源中的位置。',
    });
  }
  if (path[0] === 'portrait' && ['credit', 'consent', 'alt'].includes(name)) {
    return buildIssue('JC603', {
      ...at,
      message: `照片没有写${name === 'credit' ? '署名 credit' : name === 'consent' ? '本人同意的凭据 consent' : '文字说明 alt'}。`,
      hint: '补上这一项；拿不到署名或本人同意时，不要放照片。',
    });
  }
  return buildIssue('JC201', {
    ...at,
    message: `缺少必填字段「${formatFieldPath(path)}」。`,
    hint: `在这里补上 ${name}。${meaning === undefined ? '' : `${meaning}。`}`,
  });
}

function describeType(expected: string, actual: unknown, path: FieldPath, place: FieldPlace): Issue {
  if (actual === undefined || actual === null) return describeMissing(path, place);
  const { file, line, column } = place;
  const at = { file, path: place.path, line, column };
  const wanted = TYPE_NAMES[expected] ?? expected;
  const written = expected === 'int' && typeof actual === 'number' ? '小数' : typeName(actual);
  const advice =
    expected === 'string' && (typeof actual === 'number' || typeof actual === 'boolean')
      ? `给它加上英文双引号：${describeQuoted(at.file, path.at(-1), actual)}。`
      : expected === 'number' && typeof actual === 'string'
        ? '去掉引号，只写阿拉伯数字，不带单位和逗号。'
        : expected === 'array'
          ? describeList(at.file)
          : `改成${spaced(wanted)}。`;
  return buildIssue('JC203', {
    ...at,
    message: `字段「${formatFieldPath(path)}」应当是${spaced(wanted)}，这里写的是${spaced(written)}。`,
    hint: advice,
  });
}

/** How to write a list in a file of this format. */
function describeList(file: string): string {
  const how = file.endsWith('.json') ? '放在方括号里，各项之间用英文逗号隔开' : '一项一行，行首写减号和一个空格';
  return `改成列表：${how}；没有就写 []。`;
}

/** How the value is written in quotation marks; with its name in front, unless it is an item of a list. */
function describeQuoted(file: string, name: string | number | undefined, value: unknown): string {
  const quoted = JSON.stringify(String(value));
  if (typeof name !== 'string') return quoted;
  return file.endsWith('.json') ? `"${name}": ${quoted}` : `${name}: ${quoted}`;
}

/** Puts a space between Han characters and a Latin word. */
function spaced(word: string): string {
  return /^[a-z]/i.test(word) ? ` ${word}` : word;
}

function describeUnknownKey(
  key: string,
  path: FieldPath,
  parent: unknown,
  { file, locator, known }: { file: string; locator: Locator; known: readonly string[] },
): Issue {
  const at = { file, path: [...path, key].join('.'), ...locator.keyAt([...path, key]) };
  const unused = known.filter((name) => !isRecord(parent) || !(name in parent));
  const nearest = findNearest(key, unused, 1)[0];
  const list = known.length === 0 ? '' : `这里可以写的字段：${known.join('、')}。`;
  return buildIssue('JC202', {
    ...at,
    message: `没有「${key}」这个字段。`,
    hint: nearest === undefined ? `删掉它。${list}` : `是不是想写「${nearest}」？`,
  });
}

function describeFields(fields: readonly string[]): string {
  return fields.length === 0 ? '' : `；这里的字段有：${fields.join('、')}`;
}

function describeSize(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, field: string): string {
  const isSmall = issue.code === 'too_small';
  const limit = String(isSmall ? issue.minimum : issue.maximum);
  const isCustom = issue.message !== '' && /[\u4e00-\u9fff]/.test(issue.message);
  if (isCustom) return `字段「${field}」不合要求：${issue.message}。`;
  if (issue.origin === 'string' && isSmall) return `字段「${field}」是空的。`;
  if (issue.origin === 'string') return `字段「${field}」最多写 ${limit} 个字。`;
  if (issue.origin === 'array') return `字段「${field}」${isSmall ? '至少' : '最多'}要有 ${limit} 项。`;
  return `字段「${field}」${isSmall ? '不能小于' : '不能大于'} ${limit}。`;
}

function describeFormat(issue: z.core.$ZodIssue): string {
  if (/[\u4e00-\u9fff]/.test(issue.message)) return `${issue.message}。`;
  if (issue.code === 'invalid_format' && issue.format === 'url') return '写完整的网址，以 https:// 开头。';
  if (issue.code === 'invalid_format' && issue.format === 'email') return '写完整的邮箱地址，例如 name@example.org。';
  return '照同类条目的写法改正。';
}

function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (current, part) =>
      isRecord(current) || Array.isArray(current) ? (current as Record<string | number, unknown>)[part] : undefined,
    value,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shorten(value: unknown): string {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/\s+/g, ' ');
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
