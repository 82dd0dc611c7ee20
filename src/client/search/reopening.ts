/**
 * Something that is opened once and used again and again. When a use fails, it is opened anew and used once more: the site may have
 * been replaced under an open tab, and the names of its files with it.
 */
export class Reopening<Value> {
  readonly #open: () => Promise<Value>;
  #opened: Promise<Value> | undefined;

  constructor(open: () => Promise<Value>) {
    this.#open = open;
  }

  async use<Result>(work: (value: Value) => Promise<Result>): Promise<Result> {
    const wasOpen = this.#opened;
    try {
      return await this.#useOnce(work);
    } catch (error) {
      if (!wasOpen) throw error;
      return await this.#useOnce(work);
    }
  }

  async #useOnce<Result>(work: (value: Value) => Promise<Result>): Promise<Result> {
    const opened = (this.#opened ??= this.#open());
    try {
      return await work(await opened);
    } catch (error) {
      // Others may have opened it anew meanwhile.
      if (this.#opened === opened) this.#opened = undefined;
      throw error;
    }
  }
}
