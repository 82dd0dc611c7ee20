import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..', '..');

/** Long enough for a command on a busy machine. */
export const COMMAND_MS = 60_000;

export interface CommandRun {
  code: number | null;
  output: string;
  errors: string;
}

/** A copy of the test city on which commands are tried. */
export interface CommandWorkshop {
  folder: string;
  /** The content folder. */
  site: string;
  /** The city as it was at first. */
  reset: () => void;
  remove: () => void;
  /** Texts of all files of the city by their paths. */
  contents: () => Record<string, string>;
  /** Runs `scripts/<name>.ts` on the city. `onError` sees what it says beside its output, and can end it for good. */
  run: (
    name: string,
    args: readonly string[],
    onError?: (text: string, kill: () => void) => void,
  ) => Promise<CommandRun>;
}

export function openCommandWorkshop(): CommandWorkshop {
  const folder = mkdtempSync(join(tmpdir(), 'jiangce-command-'));
  const site = join(folder, 'haicheng');
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return {
    folder,
    site,
    remove,
    reset: () => {
      remove();
      cpSync(join(project, 'src', 'tests', 'fixtures', 'healthy', 'content'), site, { recursive: true });
    },
    contents: () =>
      Object.fromEntries(
        readdirSync(site, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
          .map((file) => [file.slice(site.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
      ),
    run: (name, args, onError) => runCommand([join('scripts', `${name}.ts`), ...args], onError),
  };
}

function runCommand(
  args: readonly string[],
  onError: (text: string, kill: () => void) => void = () => undefined,
): Promise<CommandRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
      onError(text, () => child.kill('SIGKILL'));
    });
    child
      .on('error', reject)
      .on('close', (code) => resolve({ code, output: shorten(output), errors: shorten(errors) }));
  });
}

/** Without the workshop's own path, and with the strokes of this project's paths. */
function shorten(text: string): string {
  return text.replaceAll(/[\w./\\:-]*jiangce-command-\w+\\?/g, (found) => (found.endsWith('\\') ? '…/' : '…'));
}
