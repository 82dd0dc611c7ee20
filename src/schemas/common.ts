import { z } from 'zod';
import { isDeviceName } from '../lib/device-name.ts';
import { isRealDate } from '../lib/partial-date.ts';
import { type Choices, field, type FieldText } from './field-meta.ts';
import type { ReferableKind } from './referable-kinds.ts';

/** Non-empty text on one line. A plain string is its label, as in all that follow. */
export const text = (about: string | FieldText) =>
  z
    .string()
    .trim()
    .min(1)
    .regex(/^[^\r\n]*$/, { error: '只能写一行，不能换行' })
    .meta(field(about));

/** Text that may be left empty; an empty value hides the line it would fill. */
export const optionalText = (about: string | FieldText) => z.string().trim().meta(field(about));

export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An ASCII slug: `ning-yunzhan`. */
export const IdSchema = z
  .string()
  .regex(ID_PATTERN, { error: '编号只能用小写英文字母、数字和连字符，例如 ning-yunzhan', abort: true })
  // Ids become folders of the site.
  .refine((id) => !isDeviceName(id), { error: '这是 Windows 保留的名称，那里建不了这样的文件夹；后面加 -1 就行' })
  .meta(field({ label: '编号', help: '小写英文字母、数字和连字符', example: 'ning-yunzhan' }));

/** Ids that an entry had before: their addresses redirect to its page for good. */
export const formerIds = () =>
  z
    .array(IdSchema)
    .meta(
      field({
        label: '曾用编号',
        help: '改过编号的，把旧的写在这里，旧网址就转到新的',
        example: 'ning-yun-zhan',
      }),
    )
    .optional();

/** The id of an entry of `kind`. Whether there is such an entry is checked when the catalogue is built. */
export const reference = (kind: ReferableKind, about: string | FieldText) =>
  z
    .string()
    .min(1)
    .meta(field(about, { reference: kind }));

/** One value of a fixed list, each with its Chinese label. */
export const choice = <const Texts extends Choices>({
  choices,
  ...about
}: Pick<FieldText, 'label' | 'help'> & { choices: Texts }) =>
  z.enum(valuesOf<keyof Texts & string>(choices)).meta(field(about, { choices }));

/** The keys of a table in their order, as `z.enum` wants them: a type that is never empty. */
export function valuesOf<Value extends string>(table: Readonly<Record<Value, unknown>>): [Value, ...Value[]] {
  return Object.keys(table) as [Value, ...Value[]];
}

/** A date as far as it is known: `2023`, `2023-07` or `2023-07-26`. */
const PARTIAL_DATE = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
export const PARTIAL_DATE_PATTERN = new RegExp(`^${PARTIAL_DATE}$`);
export const partialDate = (about: string | FieldText) =>
  z
    .string()
    .regex(PARTIAL_DATE_PATTERN, { error: '日期写成 2023、2023-07 或 2023-07-26', abort: true })
    .refine(isRealDate, { error: '日历上没有这一天，对照来源改正' })
    .meta(field(about, { format: 'partial-date' }));

/** A date to the day. */
export const fullDate = (about: string | FieldText) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, { error: '日期写成 2023-07-26', abort: true })
    .refine(isRealDate, { error: '日历上没有这一天' })
    .meta(field(about, { format: 'partial-date' }));

/** A partial date, or a span between two: `2013/2023`. */
export const period = (about: string | FieldText) =>
  z
    .string()
    .regex(new RegExp(`^${PARTIAL_DATE}(?:/${PARTIAL_DATE})?$`), {
      error: '时期写成 2023、2023-07、2023-07-26，或起止两端 2018/2023',
      abort: true,
    })
    .refine((value) => value.split('/').every(isRealDate), { error: '日历上没有这一天，对照来源改正' })
    .meta(field(about, { format: 'period' }));

/** Which source supports a statement, and where in the source it is found. */
export const CitationSchema = z.strictObject({
  source: reference('sources', '来源'),
  locator: text({ label: '位置', help: '在来源中的哪里', example: '「匠城匠造」第3段' }),
});
export type Citation = z.output<typeof CitationSchema>;

export const citations = () =>
  z
    .array(CitationSchema)
    .min(1, { error: '至少写一处来源' })
    .meta(field({ label: '来源', help: '本条内容的来源，至少一处' }));

/** Levels of an honour, studio, academy or contest, from the workshop up. */
export const LEVEL_LABELS = {
  firm: '企业级',
  town: '镇街级',
  county: '区县级',
  city: '市级',
  province: '省级',
  nation: '国家级',
  international: '国际级',
} as const;
export const LevelSchema = choice({ label: '级别', choices: LEVEL_LABELS });
export type Level = z.output<typeof LevelSchema>;
