import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCatalogue } from '../catalogue/catalogue.ts';
import { formatIssues, ISSUE_FORMATS } from '../issues/format.ts';
import { seededRandom } from '../lib/seeded-random.ts';
import { loadFiles } from './content-fixtures.ts';
import { type Files, readFolder } from './memory-file-system.ts';

/**
 * Whatever stands in the files, reading and checking them never throws, and every issue can be shown. The mutations come from a
 * seed, so a failure repeats; its test's name says which round it was.
 */
const REAL = readFolder(join(import.meta.dirname, '..', '..', 'content', 'qingdao'));
const ROUNDS = 6;
/** Of the files of a round, this share is mutated: with all of them broken, checks across files would have nothing to do. */
const SHARE = 0.3;

type Random = () => number;
type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const pick = (random: Random, below: number): number => Math.floor(random() * below);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Inserts a text at a random place. */
function inserting(...texts: readonly string[]): Mutation {
  return (bytes, random) => {
    const text = decode(bytes);
    const at = pick(random, text.length + 1);
    return encode(text.slice(0, at) + (texts[pick(random, texts.length)] ?? '') + text.slice(at));
  };
}

/** Changes the lines of a file. */
function lines(change: (lines: string[], random: Random) => string[]): Mutation {
  return (bytes, random) => encode(change(decode(bytes).split('\n'), random).join('\n'));
}

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'flipped bytes': (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    for (let count = 0; count < 4; count += 1) copy[pick(random, copy.length)] = pick(random, 256);
    return copy;
  },
  'a file cut short': (bytes, random) => bytes.slice(0, pick(random, bytes.length)),
  'a dropped line': lines((all, random) => all.toSpliced(pick(random, all.length), 1)),
  'a repeated line': lines((all, random) => {
    const at = pick(random, all.length);
    return all.toSpliced(at, 0, all[at] ?? '');
  }),
  'two lines swapped': lines((all, random) => {
    const a = pick(random, all.length);
    const b = pick(random, all.length);
    return all.with(a, all[b] ?? '').with(b, all[a] ?? '');
  }),
  'a value replaced': lines((all, random) => {
    const at = pick(random, all.length);
    const values = ['null', '[]', '{}', '5', '"x"', 'true', '-1', '""', '[[1]]', '1e400'];
    return all.with(at, (all[at] ?? '').replace(/:\s.*?(,?)$/, `: ${values[pick(random, values.length)] ?? ''}$1`));
  }),
  'a name replaced': lines((all, random) => {
    const at = pick(random, all.length);
    const names = ['__proto__', 'constructor', 'toString', '', '名称', 'id'];
    return all.with(at, (all[at] ?? '').replace(/\w+(?="?:)/, names[pick(random, names.length)] ?? ''));
  }),
  'a control character': inserting('\0', '\u0007', '\u001b[31m', '\u2028', '\u202e', '\ufeff', '\ufffd', '\r', '\v'),
  'a mark': inserting(
    '<',
    '>',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '`',
    '```\n',
    '---\n',
    '# ',
    '&',
    '*',
    '!',
    '|',
    '<Fact>',
    '</Fact>',
    '<!--',
    '\\',
    '：',
    '“',
  ),
  'a component without sense': inserting(
    '<Stat id="constructor" at="__proto__" />',
    '<Ref to="/" />',
    '<Ref to="toString/x" />',
    '<Fact source="" locator="">5人</Fact>',
    '[x](/%)',
  ),
};

function mutate(files: Files, random: Random): Map<string, Uint8Array> {
  const names = Object.keys(MUTATIONS);
  return new Map(
    [...files].map(([path, bytes]) => {
      if (random() >= SHARE) return [path, bytes];
      const mutation = MUTATIONS[names[pick(random, names.length)] ?? ''];
      return [path, mutation ? mutation(bytes, random) : bytes];
    }),
  );
}

/** Throws, and so fails the test, when anything on the way from files to catalogue and report does. */
async function expectNoThrow(files: Files): Promise<number> {
  const { issues, content } = await loadFiles(files);
  for (const format of ISSUE_FORMATS) formatIssues(issues, format);
  if (content) buildCatalogue(content);
  const unshowable = issues.filter(
    ({ line, column, message, hint }) => !(line >= 1 && column >= 1 && message !== '' && hint !== ''),
  );
  expect(unshowable).toEqual([]);
  return issues.length;
}

test('the real content, unchanged, has no issues', async () => {
  expect(await expectNoThrow(REAL)).toBe(0);
});

describe('mutated files never make reading throw', () => {
  test.each(Array.from({ length: ROUNDS }, (_, round) => `round ${String(round)}`))('%s', async (round) => {
    const mutated = mutate(REAL, seededRandom(round));

    expect(await expectNoThrow(mutated)).toBeGreaterThan(0);
  });

  test('nor does a file that is missing, each in turn', async () => {
    const documents = [...REAL.keys()].filter((path) => !path.includes('/'));
    for (const missing of documents) {
      expect(await expectNoThrow(new Map([...REAL].filter(([path]) => path !== missing)))).toBe(1);
    }
  });
});

describe('an extreme file never makes reading throw', () => {
  const DEPTH = 10_000;
  const person = decode(REAL.get('craftsmen/ning-yunzhan.mdx') ?? new Uint8Array());
  const statistic = decode(REAL.get('statistics/skilled-talent.json') ?? new Uint8Array());
  const documents = [...REAL].filter(([path]) => !path.includes('/'));

  const withBody = (body: string): string => `${person.slice(0, person.indexOf('\n---\n', 4) + 5)}\n${body}\n`;
  const withName = (name: string): string => person.replace(/^name: .*$/m, () => `name: ${name}`);
  const withTitle = (title: string): string => statistic.replace(/"title": ".*?"/, () => `"title": ${title}`);
  const nested = (open: string, close = '', middle = ''): string => open.repeat(DEPTH) + middle + close.repeat(DEPTH);

  test.each<[string, string]>([
    ...['[', '{"a":'].map((open): [string, string] => [`JSON of open ${open}`, withTitle(nested(open))]),
    ['JSON of nested lists', withTitle(nested('[', ']'))],
    ['JSON of nested objects', withTitle(nested('{"a":', '}', '1'))],
    ['JSON that is a bracket', nested('[')],
    ['a huge JSON text', withTitle(JSON.stringify('长'.repeat(1_000_000)))],
    ['a huge JSON number', withTitle('9'.repeat(100_000))],
    ['many JSON fields', withTitle(`{${Array.from({ length: DEPTH }, (_, at) => `"f${String(at)}":1`).join(',')}}`)],
  ])('%s', async (_name, text) => {
    expect(await expectNoThrow(new Map([...documents, ['statistics/a.json', encode(text)]]))).toBeGreaterThan(0);
  });

  test.each<[string, string]>([
    ['YAML of open brackets', withName(nested('['))],
    ['YAML of nested lists', withName(nested('[', ']'))],
    ['YAML of nested mappings', withName(nested('{a: ', '}', '1'))],
    ['YAML of nested items', withName(`\n${nested('- ')}x`)],
    ['YAML of nested keys', withName(nested('? '))],
    ['a huge YAML text', withName('长'.repeat(1_000_000))],
    ['a huge indentation', withName(`\n${' '.repeat(100_000)}a: 1`)],
    ['many YAML fields', withName(`x\n${Array.from({ length: 300 }, (_, at) => `f${String(at)}: 1`).join('\n')}`)],
    ['nothing but fences', nested('---\n')],
    ['a body of brackets', withBody(nested('[', ']', 'x'))],
    ['a body of links', withBody(nested('[', '](/a/)', 'x'))],
    ['a body of braces', withBody(nested('{', '}'))],
    ['a body of open braces', withBody(nested('{'))],
    ['a body with a nested expression', withBody(`甲{${nested('(', ')', '1')}}`)],
    ['a body with a nested attribute', withBody(`<Ref to={${nested('[', ']')}} />`)],
    ['a body with a nested export', withBody(`export default ${nested('[', ']')}`)],
    ['a body of quotations', withBody(`${nested('>')}x`)],
    ['a body of lists', withBody(`${nested('- ')}x`)],
    ['a body of stars', withBody(nested('*', '*', 'x'))],
    ['a body of backticks', withBody(nested('`'))],
    ['a body of smaller signs', withBody(nested('<'))],
    ['a body of nested components', withBody('<Ref to="a/b">'.repeat(2000) + '</Ref>'.repeat(2000))],
    ['a body of digits', withBody(nested('1'))],
    ['a body of dashes', withBody(nested('1—'))],
    ['a huge paragraph', withBody('长'.repeat(1_000_000))],
    ['many paragraphs', withBody('长\n\n'.repeat(DEPTH))],
    ['a table of many columns', withBody(`${nested('|a')}|\n${nested('|-')}|`)],
    ['control characters', withBody(String.fromCharCode(...Array.from({ length: 32 }, (_, at) => at)).repeat(100))],
    ['half a surrogate pair', withBody('\ud842 5人 \udfb7')],
  ])('%s', async (_name, text) => {
    await expectNoThrow(new Map([...documents, ['craftsmen/a.mdx', encode(text)]]));
  });
});
