import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCatalogue } from '../catalogue/catalogue.ts';
import { formatIssues, ISSUE_FORMATS } from '../issues/format.ts';
import { seededRandom } from '../lib/seeded-random.ts';
import { FIXTURE_LABEL, loadFiles } from './content-fixtures.ts';
import { type Files, readFolder } from './memory-file-system.ts';
import { chooseMutation, decode, encode, LOOK_ALIKE, MUTATIONS, toLookAlike } from './mutations.ts';

/**
 * Whatever stands in the files, reading and checking them never throws, never hangs and keeps nothing, and every issue can be
 * shown. The mutations come from a seed, so a failure repeats.
 */
const REAL = readFolder(join(import.meta.dirname, '..', '..', 'content', 'qingdao'));
/** Enough to meet every mutation on every kind of file; `FUZZ=full` takes five times as many, with the same seeds. */
const MUTATED_FILES = process.env['FUZZ'] === 'full' ? 10_000 : 2000;
/** Of the entries of a round, this share is mutated: with all of them broken, checks across files would have nothing to do. */
const SHARE = 0.6;
/** Of the single files that all refer to, fewer. */
const DOCUMENT_SHARE = 0.1;
const MOST_MS_A_FILE = 1000;
/** A file that left as much behind as this would add up to a leak, however many are read. */
const MOST_GROWTH_BYTES_A_FILE = 3000;
/** Rounds until caches are warm, and the memory in use says something. */
const WARM_ROUNDS = 5;
const LIMIT_MS = 600_000;

/** Cities go on writing after the fixtures' day. */
const TODAY = '2099-12-31';

const documents = [...REAL].filter(([path]) => !path.includes('/'));

interface MutatedFile {
  path: string;
  mutation: string;
  bytes: Uint8Array;
}

function mutateSome(round: number): MutatedFile[] {
  const random = seededRandom(`round ${String(round)}`);
  return [...REAL].flatMap(([path, bytes]) => {
    if (random() >= (path.includes('/') ? SHARE : DOCUMENT_SHARE)) return [];
    const mutation = chooseMutation(random);
    return [{ path, mutation, bytes: MUTATIONS[mutation]?.mutate(bytes, random) ?? bytes }];
  });
}

/** Time of this thread alone: other work of the machine must not count. */
async function measureMs(action: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await action();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** Memory in use once all that nobody holds is gone. */
function measureHeapBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

/** Throws, and so fails the test, when anything on the way from files to catalogue and report does. */
async function expectNoThrow(files: Files): Promise<ReadonlySet<string>> {
  const { issues, content } = await loadFiles(files, TODAY);
  for (const format of ISSUE_FORMATS) formatIssues(issues, format);
  if (content) buildCatalogue(content);
  const unshowable = issues.filter(
    ({ line, column, message, hint }) => !(line >= 1 && column >= 1 && message !== '' && hint !== ''),
  );
  expect(unshowable).toEqual([]);
  return new Set(issues.map(({ file }) => file.slice(FIXTURE_LABEL.length + 1)));
}

test('the real content, unchanged, has no issues', async () => {
  expect([...(await expectNoThrow(REAL))]).toEqual([]);
});

test(
  `${String(MUTATED_FILES)} mutated files never make reading throw, hang or keep memory, and those with traps in them are reported`,
  async () => {
    let count = 0;
    let warmBytes = 0;
    const slow: string[] = [];
    const unreported: string[] = [];
    for (let round = 0; count < MUTATED_FILES; round += 1) {
      const mutated = mutateSome(round);
      count += mutated.length;
      const files = new Map([...REAL, ...mutated.map(({ path, bytes }): [string, Uint8Array] => [path, bytes])]);
      let reported: ReadonlySet<string> = new Set();
      const roundMs = await measureMs(async () => {
        reported = await expectNoThrow(files);
      });
      // While the file that lists them cannot be read, an id is neither known nor unknown.
      const knowsIds = mutated.every(({ path }) => path.includes('/'));
      for (const { path, mutation } of mutated) {
        if (mutation === LOOK_ALIKE && !knowsIds) continue;
        if (MUTATIONS[mutation]?.mustBeReported === true && !reported.has(path))
          unreported.push(`round ${String(round)}: ${path}: ${mutation}`);
      }
      // All of them together took no longer than one may; else each by itself.
      if (roundMs > MOST_MS_A_FILE) slow.push(...(await findSlow(mutated, round)));
      if (round === WARM_ROUNDS) warmBytes = measureHeapBytes();
    }
    expect(unreported).toEqual([]);
    expect(slow).toEqual([]);
    expect(measureHeapBytes() - warmBytes).toBeLessThan(MOST_GROWTH_BYTES_A_FILE * count);
  },
  LIMIT_MS,
);

async function findSlow(mutated: readonly MutatedFile[], round: number): Promise<string[]> {
  const slow: string[] = [];
  for (const { path, mutation, bytes } of mutated) {
    const ms = await measureMs(() => expectNoThrow(new Map([...documents, [path, bytes]])));
    if (ms > MOST_MS_A_FILE) slow.push(`round ${String(round)}: ${path}: ${mutation}: ${ms.toFixed(0)} ms`);
  }
  return slow;
}

test('a file named in look-alike letters is refused, and so are references to it', async () => {
  const random = seededRandom('names');
  const people = [...REAL].filter(([path]) => path.startsWith('craftsmen/')).slice(0, 20);
  for (const [path, bytes] of people) {
    const renamed = path.replace(/[\w-]+(?=\.mdx$)/, (id) => toLookAlike(id, random));
    const files = new Map([...REAL, [renamed, bytes] as const]);
    files.delete(path);
    expect(await expectNoThrow(files)).toContain(renamed);
  }
});

test('a file that is missing, each in turn, is reported', async () => {
  for (const [missing] of documents) {
    const reported = await expectNoThrow(new Map([...REAL].filter(([path]) => path !== missing)));
    expect([...reported]).toEqual([missing]);
  }
});

describe('an extreme file never makes reading throw', () => {
  const DEPTH = 10_000;
  const person = decode(REAL.get('craftsmen/ning-yunzhan.mdx') ?? new Uint8Array());
  const statistic = decode(REAL.get('statistics/skilled-talent.json') ?? new Uint8Array());

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
    expect(await expectNoThrow(new Map([...documents, ['statistics/a.json', encode(text)]]))).toContain(
      'statistics/a.json',
    );
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
