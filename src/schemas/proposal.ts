import { z } from 'zod';
import { choice, citations, formerIds, partialDate, reference, text } from './common.ts';
import { field } from './field-meta.ts';

/** Who made a proposal: a craftsman of this site, or another person named in the source. */
const ProposerSchema = z.union([
  z.strictObject({ craftsman: reference('craftsmen', '工匠') }),
  z.strictObject({ name: text('姓名'), title: text({ label: '身份', help: '按原文' }) }),
]);

export const PROPOSAL_THEME_LABELS = {
  institution: '组织与立法',
  culture: '社会风尚',
  innovation: '创新平台',
  training: '教育培训',
  career: '职业发展',
  pay: '薪酬',
  housing: '住房与配套',
  rights: '权益与精神文化',
} as const;

/** Frontmatter of `proposals/<id>.mdx`: a proposal of a consultation and what was answered. */
export const ProposalSchema = z.strictObject({
  title: text({ label: '建议的要点', example: '把工匠精神纳入义务教育课程' }),
  theme: choice({ label: '主题', choices: PROPOSAL_THEME_LABELS }),
  proposers: z.array(ProposerSchema).min(1).meta(field('提出者')),
  meeting: text({ label: '在哪里提出', example: '「琴岛协商·倾听与商量」第39期' }),
  date: partialDate('提出日期'),
  answered: z.boolean().meta(field('会上是否有回应', { choices: { true: '有', false: '没有' } })),
  citations: citations(),
  aliases: formerIds(),
});
export type Proposal = z.output<typeof ProposalSchema>;
