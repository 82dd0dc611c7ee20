const WIDTH = 24;
const REDRAW_MS = 100;

/**
 * Shows the progress of a long task: a bar on a terminal, else one line per stage. It has no timer and draws only on
 * `update`.
 */
export class ProgressBar {
  readonly #output: NodeJS.WriteStream;
  #stage = '';
  #drawnAt = 0;

  constructor(output: NodeJS.WriteStream) {
    this.#output = output;
  }

  update(stage: string, done: number, total: number): void {
    const isNew = stage !== this.#stage;
    if (!this.#output.isTTY) {
      if (isNew) this.#output.write(`· ${stage}\n`);
      this.#stage = stage;
      return;
    }
    const now = performance.now();
    if (!isNew && done < total && now - this.#drawnAt < REDRAW_MS) return;
    this.#stage = stage;
    this.#drawnAt = now;
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const filled = Math.round(share * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    this.#output.write(
      `\r\u001B[K${stage} ${bar} ${String(Math.round(share * 100)).padStart(3)}%  ${String(done)}/${String(total)}`,
    );
  }

  clear(): void {
    if (this.#output.isTTY && this.#stage !== '') this.#output.write('\r\u001B[K');
    this.#stage = '';
  }
}
