import { z } from 'zod';
import { choice, citations, optionalText, partialDate, period, reference, text } from './common.ts';
import { field } from './field-meta.ts';

/** A figure of the day. No other field of an edition may contain quantities. */
export const EditionFigureSchema = z.strictObject({
  statistic: reference('statistics', '指标'),
  at: period({ label: '时期', help: '与指标里写的一致', example: '2023' }),
  source: reference('sources', { label: '来源', help: '同一时期有几个不同的数时才写' }).optional(),
});
export type EditionFigure = z.output<typeof EditionFigureSchema>;
const figures = () =>
  z
    .array(EditionFigureSchema)
    .min(1)
    .meta(field({ label: '有关数字', help: '只从指标里取' }))
    .optional();

/** Pages of this site with more details. */
const see = () =>
  z
    .strictObject({
      competitions: z.array(reference('competitions', '竞赛')).meta(field('竞赛')).optional(),
      outcomes: z.array(reference('outcomes', '成果')).meta(field('创新成果')).optional(),
      policies: z.array(reference('policies', '政策')).meta(field('政策')).optional(),
      proposals: z.array(reference('proposals', '建议')).meta(field('建议')).optional(),
      services: z.array(reference('services', '服务')).meta(field('服务')).optional(),
      districts: z.array(reference('districts', '区市')).meta(field('区市')).optional(),
    })
    .meta(field('本站讲得更细的页面'))
    .optional();

/** A permanent link, for example to a virtual tour. Shown only if its URL is known. */
const PermanentLinkSchema = z.strictObject({
  label: text({ label: '名称', example: '线上展厅（VR）' }),
  href: z
    .union([z.literal(''), z.url({ protocol: /^https$/ })])
    .meta(field({ label: '网址', help: '以 https:// 开头；还没有就写空，页面上不显示' })),
  note: text({ label: '说明', example: '在「齐鲁工惠」App 里打开' }).optional(),
});
const links = () => z.array(PermanentLinkSchema).meta(field('永久链接')).optional();

/** Someone or something on the honour roll. */
const RollEntrySchema = z.union([
  z.strictObject({
    craftsman: reference('craftsmen', '工匠'),
    outcome: reference('outcomes', '成果').optional(),
  }),
  z.strictObject({ team: reference('teams', '团队'), outcome: reference('outcomes', '成果').optional() }),
  z.strictObject({ studio: reference('studios', '工作室') }),
  z.strictObject({ organization: reference('organizations', '单位') }),
]);

const HonourCategorySchema = z.strictObject({
  title: text({ label: '类别', example: ['青岛大工匠', '青岛工匠'] }),
  note: text({ label: '说明', help: '数量不写在这里', example: '名单当场公布，报道没有列名' }).optional(),
  figures: figures(),
  roll: z
    .array(RollEntrySchema)
    .meta(field({ label: '名录', help: '工匠、团队、工作室或单位的编号' }))
    .optional(),
  citations: citations(),
});
export type HonourCategory = z.output<typeof HonourCategorySchema>;

const ProgrammeSectionSchema = z.strictObject({
  title: text({ label: '板块名称', example: '工匠荣耀' }),
  what: text({ label: '做什么', help: '数量不写在这里' }),
  where: text({ label: '在哪里', help: '来源写了才写' }).optional(),
  when: text({ label: '什么时候', help: '来源写了才写' }).optional(),
  who: text({ label: '谁参加、谁来做', help: '来源写了才写' }).optional(),
  figures: figures(),
  see: see(),
  links: links(),
  citations: citations(),
});
export type ProgrammeSection = z.output<typeof ProgrammeSectionSchema>;

const ExhibitionSchema = z.strictObject({
  title: text('展览名称'),
  where: text({ label: '在哪里', help: '来源写了才写' }).optional(),
  when: text({ label: '什么时候', help: '来源写了才写' }).optional(),
  what: text({ label: '展出什么', help: '数量不写在这里' }).optional(),
  figures: figures(),
  zones: z
    .array(
      z.strictObject({
        title: text({ label: '展区名称', example: '职工创新成果' }),
        exhibits: text({ label: '展出什么', help: '来源写了才写' }).optional(),
        see: see(),
      }),
    )
    .min(1)
    .meta(field('展区')),
  links: links(),
  citations: citations(),
});

const PublicitySchema = z.strictObject({
  medium: text({ label: '用什么宣传', example: '地铁专列' }),
  where: text({ label: '在哪里', example: ['2号线', '3号线'] }),
  what: text('展示什么').optional(),
  when: text({ label: '什么时候', help: '来源写了才写' }).optional(),
  figures: figures(),
  citations: citations(),
});

const DistrictEventSchema = z.strictObject({
  district: reference('districts', '区市'),
  title: text('活动名称'),
  date: partialDate('日期').optional(),
  when: text({ label: '一天里的什么时候', example: '下午' }).optional(),
  place: text('地点').optional(),
  parts: z
    .array(text('一项内容'))
    .min(1)
    .meta(field({ label: '各项内容', help: '数量不写在这里' })),
  figures: figures(),
  citations: citations(),
});

/** Something that a source announces or proposes. As far as the sources say, it has not happened. */
const PlanSchema = z.strictObject({
  kind: choice({ label: '性质', choices: { planned: '主办方说要做', proposed: '有人建议做' } }),
  title: text({ label: '要点', example: '搭建产业工人技能展示平台' }),
  who: text('谁说的'),
  what: text({ label: '说了什么', help: '数量不写在这里' }).optional(),
  see: see(),
  citations: citations(),
});

/** `editions/<year>.json`: one Craftsman Day. `editions/<year>.mdx` may hold a longer text about it. */
export const EditionSchema = z.strictObject({
  title: text({ label: '名称', example: '首个青岛工匠日' }),
  year: z
    .number()
    .int()
    .min(1949)
    .max(2100)
    .meta(field({ label: '年份', help: '与文件名一致' })),
  theme: text({ label: '主题', example: '匠心匠造 建功青岛' }),
  date: partialDate({ label: '日期', example: '2023-07-26' }).optional(),
  place: optionalText('地点').optional(),
  status: choice({ label: '状态', choices: { held: '已举行', planned: '来源只说了计划' } }),
  summary: text({ label: '一两句话说明', help: '数量不写在这里' }),
  honours: z
    .array(HonourCategorySchema)
    .min(1)
    .meta(field({ label: '荣誉榜', help: '按类别' }))
    .optional(),
  programme: z.array(ProgrammeSectionSchema).min(1).meta(field('活动板块')).optional(),
  exhibition: ExhibitionSchema.meta(field('展览')).optional(),
  publicity: z.array(PublicitySchema).min(1).meta(field('宣传')).optional(),
  districts: z.array(DistrictEventSchema).min(1).meta(field('区市的活动')).optional(),
  plans: z
    .array(PlanSchema)
    .min(1)
    .meta(field({ label: '计划和建议', help: '来源没有说已经做了' }))
    .optional(),
  citations: citations(),
});
export type Edition = z.output<typeof EditionSchema>;
