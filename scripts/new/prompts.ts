import { type CANCEL_SYMBOL, confirm, isCancel, log, multiselect, note, select, text } from '@clack/prompts';

/** The person at the keyboard broke off with Ctrl+C. */
export class Cancelled extends Error {}

/** The person at the keyboard decided against writing. */
export class NotWritten extends Error {}

function given<Value>(answer: Value | typeof CANCEL_SYMBOL): Value {
  if (isCancel(answer)) throw new Cancelled();
  return answer;
}

export interface TextQuestion {
  message: string;
  placeholder?: string;
  initial?: string;
  /** What is wrong with an answer; undefined if nothing is. */
  validate?: (answer: string) => string | undefined;
}

export interface Choosable {
  value: string;
  label: string;
  hint?: string;
}

/** Questions on the terminal. The library's English instructions are turned off; the messages say which keys to press. */
export const prompts = {
  text: async ({ message, placeholder, initial, validate }: TextQuestion): Promise<string> =>
    given(
      await text({
        message,
        ...(placeholder === undefined ? {} : { placeholder }),
        ...(initial === undefined ? {} : { initialValue: initial }),
        validate: (answer) => validate?.((answer ?? '').trim()),
      }),
    ).trim(),

  choose: async (message: string, options: readonly Choosable[], initial?: string): Promise<string> =>
    given(
      await select({
        message,
        options: options.map((option) => ({ ...option })),
        maxItems: 12,
        showInstructions: false,
        ...(initial === undefined ? {} : { initialValue: initial }),
      }),
    ),

  chooseSeveral: async (message: string, options: readonly Choosable[]): Promise<string[]> =>
    given(
      await multiselect({
        message,
        options: options.map((option) => ({ ...option })),
        required: false,
        maxItems: 12,
        showInstructions: false,
      }),
    ),

  /** `initial` is the answer to Enter. */
  confirm: async (message: string, yes: string, no: string, initial = true): Promise<boolean> =>
    given(await confirm({ message, active: yes, inactive: no, initialValue: initial })),

  note: (message: string, title: string): void => note(message, title),
  error: (message: string): void => log.error(message),
  info: (message: string): void => log.info(message),
};
