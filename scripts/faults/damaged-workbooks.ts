import { SeededRandom } from '../../src/lib/seeded-random.ts';
import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import { UnreadableTable } from '../../src/spreadsheet/unreadable-table.ts';
import { writeWorkbook } from '../../src/spreadsheet/write-workbook.ts';

export interface DamagedWorkbooks {
  read: number;
  /** Refused in words. */
  refused: number;
  /** What came instead of words. */
  failures: string[];
}

/** Damages a spreadsheet at random: it is read, or refused in words. */
export async function tryDamagedWorkbooks(seed: string, times: number): Promise<DamagedWorkbooks> {
  const random = new SeededRandom(seed);
  const rows = [['姓名', '单位'], ...Array.from({ length: 30 }, (_, at) => [`王${String(at)}`, '海城港机厂'])];
  const sound = await writeWorkbook([{ name: 'Sheet1', rows }]);
  const result: DamagedWorkbooks = { read: 0, refused: 0, failures: [] };
  for (let time = 0; time < times; time += 1) {
    const bytes = damage(sound, random);
    try {
      await readWorkbook(bytes, '表.xlsx', { looksRight: () => true });
      result.read += 1;
    } catch (error) {
      if (error instanceof UnreadableTable) result.refused += 1;
      else result.failures.push(`${String(time)}: ${String(error)}`);
    }
  }
  return result;
}

function damage(sound: Uint8Array, random: SeededRandom): Uint8Array {
  const bytes = Uint8Array.from(sound);
  // The first four bytes say that it is an archive.
  for (let count = random.integer(1, 20); count > 0; count -= 1) {
    bytes[random.integer(4, bytes.length - 1)] = random.integer(0, 255);
  }
  return random.chance(0.2) ? bytes.slice(0, random.integer(4, bytes.length)) : bytes;
}
