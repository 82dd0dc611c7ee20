/** Ways in which a content file may be broken, by hand, by a program, or on purpose. Each depends on its random numbers alone. */

export type Random = () => number;
export type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const pick = (random: Random, below: number): number => Math.floor(random() * below);
export const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const choose = <Item>(random: Random, items: readonly Item[]): Item => items[pick(random, items.length)] as Item;

/** Changes a file as text. */
function texts(change: (text: string, random: Random) => string): Mutation {
  return (bytes, random) => encode(change(decode(bytes), random));
}

/** Inserts a text at a random place. */
function inserting(...inserted: readonly string[]): Mutation {
  return texts((text, random) => {
    const at = pick(random, text.length + 1);
    return text.slice(0, at) + choose(random, inserted) + text.slice(at);
  });
}

/** Inserts a text at a place where a letter stands, so that it cannot be taken for white space. */
function insertingInWords(...inserted: readonly string[]): Mutation {
  return texts((text, random) => {
    const places = [...text.matchAll(/\p{Script=Han}(?=\p{Script=Han})/gu)];
    const at = places.length === 0 ? text.length : choose(random, places).index + 1;
    return text.slice(0, at) + choose(random, inserted) + text.slice(at);
  });
}

/** Changes the lines of a file. */
function lines(change: (lines: string[], random: Random) => string[]): Mutation {
  return texts((text, random) => change(text.split('\n'), random).join('\n'));
}

/** Puts a text in the place of one of the values. JSON and YAML both read it. */
function replacingValue(build: (random: Random) => string): Mutation {
  return lines((all, random) => {
    const withValues = all.flatMap((line, at) => (/^\s*(?:- )?"?\w+"?:\s/.test(line) ? [at] : []));
    if (withValues.length === 0) return all;
    const at = choose(random, withValues);
    return all.with(
      at,
      (all[at] ?? '').replace(/(:\s).*?(,?)$/, (_, colon: string, comma: string) => `${colon}${build(random)}${comma}`),
    );
  });
}

/** Latin letters and what looks the same: Cyrillic, Greek, full-width. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  j: 'ј',
  n: 'ｎ',
  o: 'ο',
  p: 'р',
  s: 'ѕ',
  u: 'ｕ',
  x: 'х',
  y: 'у',
};

/** A word with one of its letters in another script. */
export function toLookAlike(word: string, random: Random): string {
  const places = [...word].flatMap((letter, at) => (LOOK_ALIKES[letter] === undefined ? [] : [at]));
  if (places.length === 0) return `${word}а`;
  const at = choose(random, places);
  return `${word.slice(0, at)}${LOOK_ALIKES[word[at] ?? ''] ?? ''}${word.slice(at + 1)}`;
}

const ID_FIELD =
  /^(\s*(?:- )?(?:\{ )?"?(?:id|source|employer|trade|honour|theme|indicator|district|craftsman)"?: "?)([a-z][a-z0-9-]+)/gm;
/** Below what a file may have, and far above it. */
const LONG = 290_000;
const HUGE = 10_000_000;
const FILLINGS = [
  '长',
  'a',
  '1',
  ' ',
  '5人，',
  '「',
  '1,1',
  '*a ',
  '[',
  '`',
  '\\n\\n',
  '|a',
  '<b>',
  '&amp;',
  '一千',
] as const;

function fill(random: Random, bytes: number): string {
  const filling = choose(random, FILLINGS);
  return filling.repeat(Math.floor(bytes / encode(filling).length));
}

const escapingMark = replacingValue(
  (random) => `"甲${choose(random, ['\\u202e', '\\u0000', '\\ud842', '\\u200b', '\\ufeff'])}乙"`,
);

/** What a mutation is, and whether the file it made must be reported. */
export interface NamedMutation {
  mutate: Mutation;
  /** How often it is used, beside the others; 1 when not given. */
  weight?: number;
  mustBeReported?: boolean;
}

/** The mutation whose fault is only known by comparing files. */
export const LOOK_ALIKE = 'an id of look-alike letters';

export const MUTATIONS: Readonly<Record<string, NamedMutation>> = {
  'flipped bytes': {
    mutate: (bytes, random) => {
      const copy = Uint8Array.from(bytes);
      for (let count = 0; count < 4; count += 1) copy[pick(random, copy.length)] = pick(random, 256);
      return copy;
    },
    weight: 3,
  },
  'a file cut short': { mutate: (bytes, random) => bytes.slice(0, pick(random, bytes.length)) },
  'a dropped line': { mutate: lines((all, random) => all.toSpliced(pick(random, all.length), 1)), weight: 2 },
  'several dropped lines': {
    mutate: lines((all, random) => all.toSpliced(pick(random, all.length), 1 + pick(random, 5))),
  },
  'a dropped key': { mutate: texts((text, random) => dropKey(text, random)), weight: 2 },
  'a repeated line': {
    mutate: lines((all, random) => {
      const at = pick(random, all.length);
      return all.toSpliced(at, 0, all[at] ?? '');
    }),
  },
  'two lines swapped': {
    mutate: lines((all, random) => {
      const a = pick(random, all.length);
      const b = pick(random, all.length);
      return all.with(a, all[b] ?? '').with(b, all[a] ?? '');
    }),
  },
  'a value of another type': {
    mutate: replacingValue((random) =>
      choose(random, ['null', '[]', '{}', '5', '"x"', 'true', '-1', '""', '[[1]]', '1e400']),
    ),
    weight: 2,
  },
  'a value that YAML reads in its own way': {
    mutate: replacingValue((random) =>
      choose(random, [
        '&a [*a]',
        '*a',
        '!!binary x',
        '!!js/function x',
        '<<',
        '0o17',
        '2023-07-26T00:00:00Z',
        '.nan',
        '|',
        '? x',
        '~',
        'yes',
      ]),
    ),
  },
  'a name replaced': {
    mutate: lines((all, random) => {
      const at = pick(random, all.length);
      const names = ['__proto__', 'constructor', 'toString', '', '名称', 'id'];
      return all.with(at, (all[at] ?? '').replace(/\w+(?="?:)/, choose(random, names)));
    }),
  },
  'deep nesting': {
    mutate: replacingValue((random) => {
      const [open = '', close = ''] = choose(random, [
        ['[', ']'],
        ['{"a":', '}'],
        ['[{"a":', '}]'],
      ] as const);
      const depth = choose(random, [60, 120, 3000, 20_000]);
      return `${open.repeat(depth)}1${random() < 0.5 ? '' : close.repeat(depth)}`;
    }),
  },
  'deep nesting in a body': {
    mutate: texts((text, random) => {
      const [open = '', close = ''] = choose(random, [
        ['> ', ''],
        ['- ', ''],
        ['[', ']'],
        ['{', '}'],
        ['<Ref to="a/b">', '</Ref>'],
        ['*', '*'],
        ['(', ')'],
      ] as const);
      const depth = choose(random, [60, 1000, 10_000]);
      return `${text}\n${open.repeat(depth)}x${close.repeat(depth)}\n`;
    }),
  },
  'a long field': {
    mutate: replacingValue((random) => JSON.stringify(fill(random, LONG)).replaceAll('\\\\n', '\\n')),
    weight: 0.03,
  },
  'a long body': {
    mutate: texts((text, random) => `${text}\n${fill(random, LONG - text.length * 3).replaceAll('\\n', '\n')}\n`),
    weight: 0.03,
  },
  'a field of 10 MB': {
    mutate: replacingValue((random) => JSON.stringify(fill(random, HUGE))),
    weight: 0.03,
    mustBeReported: true,
  },
  'a control character': {
    mutate: inserting('\0', '\u0007', '\u001b[31m', '\u2028', '\ufeff', '\ufffd', '\v', '\f', '\u0085'),
    mustBeReported: true,
  },
  'a carriage return': { mutate: inserting('\r', '\r\n', '\n\r') },
  'a bidirectional mark': {
    mutate: insertingInWords('\u202e', '\u202d', '\u2066', '\u2067', '\u2068', '\u2069', '\u200e', '\u200f', '\u061c'),
    weight: 2,
    mustBeReported: true,
  },
  'an unseen character': {
    mutate: insertingInWords('\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\u{e0041}', '\ue000', '\u3164'),
    mustBeReported: true,
  },
  'an escaped mark in a value': {
    mutate: (bytes, random) => {
      // Where nothing is escaped, the mark itself.
      const hasFields = /^(?:---|\{)/.test(decode(bytes));
      return (hasFields ? escapingMark : insertingInWords('\u202e'))(bytes, random);
    },
    mustBeReported: true,
  },
  [LOOK_ALIKE]: {
    mutate: texts((text, random) => {
      const ids = [...text.matchAll(ID_FIELD)];
      if (ids.length === 0) return `${text}\u202e`;
      const match = choose(random, ids);
      const [whole, before = '', id = ''] = match;
      return text.slice(0, match.index) + before + toLookAlike(id, random) + text.slice(match.index + whole.length);
    }),
    weight: 2,
    mustBeReported: true,
  },
  'a mark': {
    mutate: inserting(
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
    weight: 3,
  },
  'a component without sense': {
    mutate: inserting(
      '<Stat id="constructor" at="__proto__" />',
      '<Ref to="/" />',
      '<Ref to="toString/x" />',
      '<Fact source="" locator="">5人</Fact>',
      '[x](/%)',
    ),
  },
};

/** Takes a key with all below it out of JSON; out of an MDX file, one of the fields with its indented lines. */
function dropKey(text: string, random: Random): string {
  if (!text.trimStart().startsWith('{')) {
    const fields = [...text.matchAll(/^\w+:.*\n(?:[ -].*\n)*/gm)];
    if (fields.length === 0) return '';
    const field = choose(random, fields);
    return text.slice(0, field.index) + text.slice(field.index + field[0].length);
  }
  const data = JSON.parse(text) as unknown;
  const holders: Record<string, unknown>[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value) && Object.keys(value).length > 0) holders.push(value as Record<string, unknown>);
    Object.values(value).forEach(walk);
  };
  walk(data);
  const holder = choose(random, holders);
  Reflect.deleteProperty(holder, choose(random, Object.keys(holder)));
  return JSON.stringify(data, null, 2);
}

const WEIGHTED = Object.entries(MUTATIONS).map(([name, { weight = 1 }]) => ({ name, weight }));
const TOTAL = WEIGHTED.reduce((sum, { weight }) => sum + weight, 0);

/** One of the mutations, by their weights. */
export function chooseMutation(random: Random): string {
  let left = random() * TOTAL;
  for (const { name, weight } of WEIGHTED) {
    left -= weight;
    if (left < 0) return name;
  }
  return WEIGHTED[0]?.name ?? '';
}
