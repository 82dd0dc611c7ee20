import { describe, expect, test } from 'vitest';
import { measureProcess } from './measure-process.ts';

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

  test('gives the memory of all its processes together, where the system tells', async () => {
    const child = 'const held = Buffer.alloc(150e6, 1); setTimeout(() => held, 1500)';
    const measured = await run(
      `const held = Buffer.alloc(100e6, 1);
       require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}]);
       held.fill(2);`,
    );
    const peak = process.platform === 'win32' ? 250e6 : measured.peakBytes;

    expect(peak).toBeGreaterThanOrEqual(250e6);
    expect(peak).toBeLessThan(500e6);
  });

  test.runIf(process.platform === 'linux')(
    'gives the processor time of all its processes, not the time it slept',
    async () => {
      const work = 'const end = process.cpuUsage().user + 1e6; while (process.cpuUsage().user < end);';
      const measured = await run(
        `require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(work)}]); setTimeout(() => {}, 3000)`,
      );
      const cpu = measured.cpuSeconds ?? 0;

      expect(cpu).toBeGreaterThan(0.5);
      expect(cpu).toBeLessThan(measured.seconds - 1.5);
    },
  );

  test('that fails throws with what it printed', async () => {
    await expect(run("console.log('走到这里'); console.error('坏了'); process.exit(3)")).rejects.toThrow(
      /没有成功[\s\S]*走到这里[\s\S]*坏了/,
    );
  });
});
