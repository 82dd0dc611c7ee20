import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFileSystem } from '../reader/file-system.ts';
import { LedgerSchema } from '../schemas/ledger.ts';
import { recordPublished } from './published-figures.ts';

let place: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'jiangce-ledger-'));
  await mkdir(join(place, 'site', 'api'), { recursive: true });
  await mkdir(join(place, 'content'));
});

afterAll(() => rm(place, { recursive: true }));

async function publish(statistics: unknown): Promise<string | undefined> {
  await writeFile(join(place, 'site', 'api', 'statistics.json'), JSON.stringify(statistics));
  const folders = { folder: join(place, 'content'), output: join(place, 'site'), by: 'test' };
  return recordPublished(folders, nodeFileSystem);
}

const readLedger = (): Promise<string> => readFile(join(place, 'content', 'ledger.json'), 'utf8');

test('a publish writes down what readers can see now, and says so once', async () => {
  const figures = (display: string) => [
    { id: 'workers', title: '职工', observations: [{ period: '2023', display, source: 'daily' }] },
    {
      id: 'firms',
      observations: [
        { period: '2023', display: '50余' },
        { period: '2023', display: '52' },
      ],
    },
  ];
  expect(await publish(figures('58.15万'))).toBe('公开的数字记在 ledger.json 里，请和内容一起存进版本库。');
  expect(await readLedger()).toBe(
    '{\n  "figures": {\n    "workers": {"2023":["58.15万"]},\n    "firms": {"2023":["50余","52"]}\n  }\n}\n',
  );
  expect(await publish(figures('58.15万'))).toBeUndefined();

  await publish(figures('58.16万'));
  expect(LedgerSchema.parse(JSON.parse(await readLedger())).figures['workers']).toEqual({ 2023: ['58.16万'] });
});

test('a site without figures has a ledger without rows', async () => {
  await publish([]);
  expect(LedgerSchema.parse(JSON.parse(await readLedger()))).toEqual({ figures: {} });
});
