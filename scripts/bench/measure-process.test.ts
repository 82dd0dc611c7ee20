import { describe, expect, test } from 'vitest';
import { measureProcess, peakUntil } from './measure-process.ts';

const cwd = import.meta.dirname;
const run = (code: string) => measureProcess({ command: [process.execPath, '-e', code], cwd });

describe('a measured process', () => {
  test('gives its lines with the second they came', async () => {
    const { lines, seconds } = await run("console.log('一'); setTimeout(() => console.log('二'), 300)");
    const [first, second] = lines;

    expect(lines.map(({ text }) => text)).toEqual(['一', '二']);
    expect((second?.atSeconds ?? 0) - (first?.atSeconds ?? 0)).toBeGreaterThan(0.2);
    expect(seconds).toBeGreaterThanOrEqual(second?.atSeconds ?? Number.POSITIVE_INFINITY);
  });

  test('gives the memory of the largest process, children included, where the system tells', async () => {
    const child = 'const held = Buffer.alloc(300e6, 1); setTimeout(() => held, 1000)';
    const measured = await run(
      `require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}])`,
    );
    const peak = process.platform === 'win32' ? 300e6 : peakUntil(measured);

    expect(peak).toBeGreaterThanOrEqual(300e6);
    expect(peak).toBeLessThan(600e6);
  });

  test('that fails throws with what it printed', async () => {
    await expect(run("console.log('走到这里'); console.error('坏了'); process.exit(3)")).rejects.toThrow(
      /没有成功[\s\S]*走到这里[\s\S]*坏了/,
    );
  });
});
