import { z } from 'zod';
import { citations, optionalText, partialDate, period, reference, text } from './common.ts';

/** A figure of the day. Quantities stand nowhere else in an edition's fields. */
export const EditionFigureSchema = z.strictObject({
  statistic: reference('statistics', '指标编号'),
  at: period('时期，与指标里写的一致，例如 2023'),
  source: reference('sources', '来源编号；同一时期有几个不同的数时才写').optional(),
});
export type EditionFigure = z.output<typeof EditionFigureSchema>;
const figures = () => z.array(EditionFigureSchema).min(1).describe('有关数字，只从指标里取').optional();

/** Pages of this site that tell more. */
const see = () =>
  z
    .strictObject({
      competitions: z.array(reference('competitions', '竞赛编号')).describe('竞赛').optional(),
      outcomes: z.array(reference('outcomes', '成果编号')).describe('创新成果').optional(),
      policies: z.array(reference('policies', '政策编号')).describe('政策').optional(),
      proposals: z.array(reference('proposals', '建议编号')).describe('建议').optional(),
      services: z.array(reference('services', '服务编号')).describe('服务').optional(),
      districts: z.array(reference('districts', '区市编号')).describe('区市').optional(),
    })
    .describe('本站讲得更细的页面')
    .optional();

/** A place that is meant to stay, such as a tour in virtual reality. Shown only when its address is known. */
export const PermanentLinkSchema = z.strictObject({
  label: text('名称，例如 线上展厅（VR）'),
  href: z
    .union([z.literal(''), z.url({ protocol: /^https$/ })])
    .describe('网址，以 https:// 开头；还没有就写空，页面上不显示'),
  note: text('说明，例如 在「齐鲁工惠」App 里打开').optional(),
});
const links = () => z.array(PermanentLinkSchema).describe('永久链接').optional();

/** Someone or something on the honour roll. */
export const RollEntrySchema = z.union([
  z.strictObject({
    craftsman: reference('craftsmen', '工匠编号'),
    outcome: reference('outcomes', '成果编号').optional(),
  }),
  z.strictObject({ team: reference('teams', '团队编号'), outcome: reference('outcomes', '成果编号').optional() }),
  z.strictObject({ studio: reference('studios', '工作室编号') }),
  z.strictObject({ organization: reference('organizations', '单位编号') }),
]);

export const HonourCategorySchema = z.strictObject({
  title: text('类别，例如 青岛大工匠、青岛工匠'),
  note: text('说明，例如 名单当场公布，报道没有列名；数量不写在这里').optional(),
  figures: figures(),
  roll: z.array(RollEntrySchema).describe('名录：工匠、团队、工作室或单位的编号').optional(),
  citations: citations(),
});
export type HonourCategory = z.output<typeof HonourCategorySchema>;

export const ProgrammeSectionSchema = z.strictObject({
  title: text('板块名称，例如 工匠荣耀'),
  what: text('做什么；数量不写在这里'),
  where: text('在哪里，来源写了才写').optional(),
  when: text('什么时候，来源写了才写').optional(),
  who: text('谁参加、谁来做，来源写了才写').optional(),
  figures: figures(),
  see: see(),
  links: links(),
  citations: citations(),
});
export type ProgrammeSection = z.output<typeof ProgrammeSectionSchema>;

export const ExhibitionSchema = z.strictObject({
  title: text('展览名称'),
  where: text('在哪里，来源写了才写').optional(),
  when: text('什么时候，来源写了才写').optional(),
  what: text('展出什么；数量不写在这里').optional(),
  figures: figures(),
  zones: z
    .array(
      z.strictObject({
        title: text('展区名称，例如 职工创新成果'),
        exhibits: text('展出什么，来源写了才写').optional(),
        see: see(),
      }),
    )
    .min(1)
    .describe('展区'),
  links: links(),
  citations: citations(),
});

export const PublicitySchema = z.strictObject({
  medium: text('用什么宣传，例如 地铁专列'),
  where: text('在哪里，例如 2号线、3号线'),
  what: text('展示什么').optional(),
  when: text('什么时候，来源写了才写').optional(),
  figures: figures(),
  citations: citations(),
});

export const DistrictEventSchema = z.strictObject({
  district: reference('districts', '区市编号'),
  title: text('活动名称'),
  date: partialDate('日期').optional(),
  when: text('一天里的什么时候，例如 下午').optional(),
  place: text('地点').optional(),
  parts: z.array(text('一项内容')).min(1).describe('各项内容；数量不写在这里'),
  figures: figures(),
  citations: citations(),
});

/** What a source says is to come: nothing here has happened as far as the sources know. */
export const PlanSchema = z.strictObject({
  kind: z.enum(['planned', 'proposed']).describe('planned 主办方说要做、proposed 有人建议做'),
  title: text('要点，例如 搭建产业工人技能展示平台'),
  who: text('谁说的'),
  what: text('说了什么；数量不写在这里').optional(),
  see: see(),
  citations: citations(),
});

/** `editions/<year>.json`: one Craftsman Day. `editions/<year>.mdx` beside it may tell its story at length. */
export const EditionSchema = z.strictObject({
  title: text('名称，例如 首个青岛工匠日'),
  year: z.number().int().min(1949).max(2100).describe('年份，与文件名一致'),
  theme: text('主题，例如 匠心匠造 建功青岛'),
  date: partialDate('日期，例如 2023-07-26').optional(),
  place: optionalText('地点').optional(),
  status: z.enum(['held', 'planned']).describe('held 已举行、planned 来源只说了计划'),
  summary: text('一两句话说明；数量不写在这里'),
  honours: z.array(HonourCategorySchema).min(1).describe('荣誉榜，按类别').optional(),
  programme: z.array(ProgrammeSectionSchema).min(1).describe('活动板块').optional(),
  exhibition: ExhibitionSchema.describe('展览').optional(),
  publicity: z.array(PublicitySchema).min(1).describe('宣传').optional(),
  districts: z.array(DistrictEventSchema).min(1).describe('区市的活动').optional(),
  plans: z.array(PlanSchema).min(1).describe('计划和建议；来源没有说已经做了').optional(),
  citations: citations(),
});
export type Edition = z.output<typeof EditionSchema>;
