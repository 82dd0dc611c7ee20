import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { documentFileName } from '../schemas/json-schema.ts';
import { documentKinds, ENTRY_KINDS, entryKinds } from '../schemas/kinds.ts';
import { getHealthyFile } from '../tests/content-fixtures.ts';
import { readHealthySite } from '../tests/sheets.ts';
import { buildCollectionFiles, buildSnippets } from './editor-help.ts';
import { writeJsonEntry } from './entry-text.ts';

const project = join(import.meta.dirname, '..', '..');
const readSetting = (file: string): unknown => JSON.parse(readFileSync(join(project, '.vscode', file), 'utf8'));

test('VS Code is told the schema of every kind of JSON file', () => {
  const settings = readSetting('settings.json') as { 'json.schemas': { fileMatch: string[]; url: string }[] };
  const told = settings['json.schemas'].map(({ fileMatch, url }) => [fileMatch[0], url]);
  const wanted = [
    ...entryKinds
      .filter((kind) => ENTRY_KINDS[kind].format === 'json')
      .map((kind) => [`/content/*/${kind}/*.json`, `./src/schemas/json/${kind}.schema.json`]),
    ...documentKinds.map((kind) => [
      `/content/*/${kind}.json`,
      `./src/schemas/json/${documentFileName(kind)}.schema.json`,
    ]),
  ];
  expect(told.toSorted()).toEqual(wanted.toSorted());
  for (const [, url = ''] of told) expect(() => readFileSync(join(project, url))).not.toThrow();
});

test('the written snippets are those of the code: run npm run schemas after a change', () => {
  expect(readFileSync(join(project, '.vscode', 'jiangce.code-snippets'), 'utf8')).toBe(writeJsonEntry(buildSnippets()));
});

test('snippets have a Chinese word for every component and a frontmatter for every kind', () => {
  const snippets = buildSnippets();
  expect(snippets['事实 <Fact>']?.body).toEqual(['<Fact source="$1" locator="$2">$3</Fact>']);
  expect(Object.values(snippets).filter(({ prefix }) => !prefix.some((word) => /\p{Script=Han}/u.test(word)))).toEqual(
    [],
  );
  expect(snippets['新建工匠']?.body).toEqual([
    '---',
    'name: ${1:姓名}',
    'honours: []',
    'citations:',
    '  - source: ${2:来源}',
    '    locator: ${3:位置}',
    '---',
    '',
    '$0',
  ]);
});

/** Speaks with a language server over its standard input and output. */
class LanguageClient {
  readonly #child = spawn(
    process.execPath,
    [join(project, 'node_modules', '@astrojs', 'language-server', 'bin', 'nodeServer.js'), '--stdio'],
    { stdio: 'pipe' },
  );
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #input = Buffer.alloc(0);
  #id = 0;

  constructor() {
    this.#child.stdout.on('data', (chunk: Buffer) => {
      this.#input = Buffer.concat([this.#input, chunk]);
      this.#read();
    });
  }

  #read(): void {
    for (;;) {
      const start = this.#input.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#input.subarray(0, Math.max(0, start)).toString())?.[1]);
      if (start === -1 || this.#input.length < start + 4 + length) return;
      const message = JSON.parse(this.#input.subarray(start + 4, start + 4 + length).toString()) as {
        id?: number;
        method?: string;
        result?: unknown;
        params?: { items?: unknown[] };
      };
      this.#input = this.#input.subarray(start + 4 + length);
      if (message.id === undefined) continue;
      if (message.method !== undefined)
        this.#send({ id: message.id, result: message.params?.items?.map(() => null) ?? null });
      else this.#waiting.get(message.id)?.(message.result);
    }
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`);
  }

  request(method: string, params: object): Promise<unknown> {
    this.#id += 1;
    const id = this.#id;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ id, method, params });
    });
  }

  notify(method: string, params: object): void {
    this.#send({ method, params });
  }

  stop(): void {
    this.#child.kill();
  }
}

describe('the Astro extension of VS Code, given our collection files', () => {
  const START_MS = 60_000;
  let folder: string;
  let client: LanguageClient;
  let uri: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jiangce-editor-'));
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, 'package.json'), '{}');
    const craftsmen = join(folder, 'content', 'haicheng', 'craftsmen');
    mkdirSync(craftsmen, { recursive: true });
    const file = join(craftsmen, 'lin-mo.mdx');
    const text = getHealthyFile('craftsmen/lin-mo.mdx').replace('trade: fitter\n', 'trade: fitter\n\n');
    writeFileSync(file, text);
    const collections = join(folder, '.astro', 'collections');
    mkdirSync(collections, { recursive: true });
    const sites = [
      {
        site: await readHealthySite(),
        name: 'haicheng',
        folderUrl: `${pathToFileURL(join(folder, 'content', 'haicheng')).href}/`,
      },
    ];
    for (const [name, written] of buildCollectionFiles(sites)) writeFileSync(join(collections, name), written);
    uri = pathToFileURL(file).href;
    client = new LanguageClient();
    await client.request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'site' }],
      capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } },
      initializationOptions: {
        typescript: { tsdk: join(project, 'node_modules', 'typescript', 'lib') },
        contentIntellisense: true,
      },
    });
    client.notify('initialized', {});
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'mdx', version: 1, text } });
  }, START_MS);

  afterAll(() => {
    client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const complete = async (line: number, character: number): Promise<string[]> => {
    const found = (await client.request('textDocument/completion', {
      textDocument: { uri },
      position: { line, character },
    })) as {
      items: { label: string; documentation?: string | { value: string } }[];
    };
    return found.items.map(
      ({ label, documentation }) =>
        `${label} ${typeof documentation === 'string' ? documentation : (documentation?.value ?? '')}`,
    );
  };

  it(
    'explains a field in Chinese',
    async () => {
      const hover = (await client.request('textDocument/hover', {
        textDocument: { uri },
        position: { line: 2, character: 2 },
      })) as { contents: { value: string } };
      expect(hover.contents.value).toContain('单位编号，见 organizations.json；原文写了才写');
    },
    START_MS,
  );

  it(
    'offers the fields that are not there yet, and the ids of a reference with their names',
    async () => {
      expect(await complete(4, 0)).toContain('position 职务或岗位：按原文，例如 高级研磨工');
      expect(await complete(2, 10)).toContain('harbour-works 海城港机厂');
    },
    START_MS,
  );
});
