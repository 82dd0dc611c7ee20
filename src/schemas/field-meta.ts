import type { z } from 'zod';
import { REFERABLE_KINDS, type ReferableKind } from './referable-kinds.ts';

/** What people are told about a field that they fill in, in a file, in a spreadsheet or on the terminal. */
export interface FieldText {
  /** Short Chinese name. It is the heading of a column, so a change of it breaks spreadsheets that are filled in already. */
  label: string;
  /** What belongs in the field and when, without a full stop at the end. */
  help?: string;
  /** A typical value, or several. */
  example?: string | readonly string[];
}

/** How a value of a fixed list is shown to people. */
export interface ChoiceText {
  label: string;
  /** When to choose this value. */
  help?: string;
}

/** Texts of the values of a fixed list; a plain string is a label. */
export type Choices = Readonly<Record<string, string | ChoiceText>>;

/** All metadata of a field, stored with its Zod schema. */
export interface FieldMeta extends FieldText {
  /** The rest in one line, for people who write files. `field` makes it. */
  description: string;
  choices?: Choices;
  /** The value is the id of an entry of this kind. */
  reference?: ReferableKind;
  /** A text that stands for a date, which spreadsheets write in many ways. */
  format?: 'partial-date' | 'period';
}

/**
 * The metadata of a field, for `schema.meta(field('地点'))`. A plain string is a label.
 *
 * @param text label, help and examples
 * @param more what the Zod type does not tell: labels of choices, the kind that is referred to, the format of a date
 */
export function field(
  text: string | FieldText,
  more: Omit<FieldMeta, keyof FieldText | 'description'> = {},
): FieldMeta & z.GlobalMeta {
  const own = typeof text === 'string' ? { label: text } : text;
  return { ...own, ...more, description: describe(own, more) };
}

/** The metadata of a field's schema, also if it is optional; undefined for a schema without a label. */
export function findFieldMeta(schema: z.core.$ZodType): FieldMeta | undefined {
  const own = 'meta' in schema ? (schema as z.ZodType).meta() : undefined;
  if (own && 'label' in own) return own as z.GlobalMeta & FieldMeta;
  const { def } = schema._zod;
  return def.type === 'optional' ? findFieldMeta((def as z.core.$ZodOptionalDef).innerType) : undefined;
}

/** Help and examples without the label: 「获得的年份，例如 2023」; empty when there is neither. */
export function formatHelp({ help, example }: { help?: string | undefined; example?: FieldText['example'] }): string {
  return [help, formatExamples(example)].filter((part) => part !== undefined).join('，');
}

function formatExamples(example: FieldText['example']): string | undefined {
  const examples = typeof example === 'string' ? [example] : (example ?? []);
  if (examples.length === 0) return undefined;
  const list = examples.join('、');
  return `例如${/^[「《]/.test(list) ? '' : ' '}${list}`;
}

/** 「名称，例如 市北区」, 「年份：获得的年份」, 「工种编号，见 taxonomy.json」, 「性质：stock 时点数、flow 时期数」. */
function describe(text: FieldText, { choices, reference }: Pick<FieldMeta, 'choices' | 'reference'>): string {
  const help = formatHelp(text);
  const mark = text.help === undefined ? '，' : '：';
  const after = (start: string, sign: string): string => (help === '' ? start : `${start}${sign}${help}`);
  const line =
    reference !== undefined
      ? after(`${text.label}编号，见 ${REFERABLE_KINDS[reference]}`, '；')
      : choices !== undefined
        ? after(`${text.label}：${formatChoices(choices)}`, '；')
        : after(text.label, mark);
  return line.replace(/。$/, '');
}

function formatChoices(choices: Choices): string {
  return Object.entries(choices)
    .map(([value, text]) => {
      const { label, help } = choiceText(text);
      return `${value} ${label}${help === undefined ? '' : `（${help}）`}`;
    })
    .join('、');
}

/** The text of a choice as an object. */
export function choiceText(text: string | ChoiceText): ChoiceText {
  return typeof text === 'string' ? { label: text } : text;
}
