import { UNIT } from './units.ts';

/**
 * Quantities in Chinese numerals. Their characters are part of countless words that count nothing (一线, 三级, 十四五), and small
 * numbers mostly count what a text itself speaks of (两个数, 三篇报道). So a number is a quantity only with a measure word, from two
 * to nine only where the measure is one of things and times, or where a verb before it claims something.
 */

const DIGIT = '[一二三四五六七八九]';
const SMALL = '[两三四五六七八九]';
/** 十, 十二, 二十, 三百五十. A lone 百 or 千 is a manner of speaking. */
const TENS = `(?:${DIGIT}[百千](?:零?${DIGIT}十?${DIGIT}?)?|${DIGIT}?十${DIGIT}?)`;
/** No part of a longer number, an ordinal or date, and no word that points back (这三项) or says how often (每两年). */
const BEGINS = String.raw`(?<![第这那此该本首前后头每逢隔各近同初数几上百千万亿十零〇一二两三四五六七八九\d点分周期月\-—～~至到])`;

const anyOf = (words: readonly string[]): string => `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;

/** They count things or time wherever they stand. */
const THINGS = anyOf([
  ...['项', '台', '套', '艘', '辆', '幅', '颗', '枚', '所', '名', '座', '支', '道工序', '人次', '门课', '门手艺'],
  ...[
    '吨',
    '公斤',
    '斤',
    '克',
    '平方米',
    '公里',
    '千米',
    '毫米',
    '厘米',
    '米',
    '小时',
    '分钟',
    '秒',
    '天',
    '个月',
    '个小时',
    '岁',
  ],
]);
/** They count as well what a text has said or is about to say. */
const ANYTHING = anyOf([
  '个',
  '人',
  '位',
  '家',
  '篇',
  '件',
  '次',
  '年',
  '条',
  '场',
  '届',
  '本',
  '周',
  '批',
  '种',
  '块',
  '间',
]);
/** What can be counted as a 个. */
const COUNTED_NOUNS =
  '(?=徒弟|专利|班组|车间|项目|工作室|奖|冠军|国家|省|企业|岗位|孩子|证书|工程|机组|零件|工件|课题|发明|工法|团队|小组|学生|学员|职工|员工|工人)';
/** Verbs with which a small number is a claim: 带出三人, 获奖两次, 干了八年. */
const CLAIMS = [
  ...[
    '带',
    '带出',
    '带徒',
    '培养',
    '收徒',
    '收了',
    '教了',
    '招了',
    '救了',
    '徒弟',
    '获',
    '获得',
    '获奖',
    '夺冠',
    '得奖',
    '夺得',
    '拿了',
    '拿下',
  ],
  ...[
    '发表',
    '撰写',
    '编写',
    '出版',
    '授权',
    '申请',
    '研制',
    '完成',
    '修',
    '修复',
    '加工',
    '举办',
    '承办',
    '参加',
    '参赛',
    '立功',
  ],
  ...[
    '当选',
    '连续',
    '连任',
    '干了',
    '当了',
    '做了',
    '学了',
    '练了',
    '从业',
    '从事',
    '工作',
    '坚持',
    '坚守',
    '扎根',
    '钻研',
    '耕耘',
    '用了',
    '花了',
    '历时',
  ],
  ...[
    '提前',
    '缩短',
    '节省',
    '延长',
    '减少',
    '增加',
    '带动',
    '帮助',
    '服务',
    '培育',
    '建',
    '建成',
    '覆盖',
    '联合',
    '共',
    '达',
    '仅',
    '只用',
    '评为',
  ],
];
const CLAIMED = String.raw`(?<=${anyOf(CLAIMS)}(?:[了出过到]|完?成|专利|论文)?)`;

/** What makes a name or a manner of speaking of a number and its measure: 三项制度改革, 四项基本原则, 十年磨一剑. */
const NAMES = anyOf([
  '项(?:制度|改革|规定|基本|原则|纪律|要求|岗位|任务|举措|措施|机制|行动|重点|职责|权[利益]|都|均|里|中|有|不|数|相|是)',
  '年(?:代|级|制|行动|规划|计划|磨一剑|如一日|树木|间|前|后|以后|以前|之[前后内间]|内|里|来|目标|任务|两年)',
  '人(?:行|制|组|间|小组|座|工|类|民|才|员|物|大|家|称|份|生|团|都|均|的|一组)',
  '位(?:一体|数|小数)',
  '家(?:村|庄|屯|河|沟|店|湾|坡|洼|营|台|寨|人)',
  '台(?:山|阶|戏)',
  '条(?:腿|路|线|龙)',
  '次(?:元|方|产业|创业|分配|供水|加工|开发|都|均|的)',
  '个(?:月后|月前|月内)',
  '支(?:部|柱|持|撑|点)',
  '届[一二三四五六七八九十全]',
  '天(?:两头|打鱼|三夜|后|前|内|之|里)',
  '小时(?:工作制|之外|内外|以外|后|内)',
  '周(?:年|岁|边|围|后|内|前)',
  '所(?:在|有|以|需|谓|属|长)',
  '座大山',
  '名(?:单|字|称|录)',
  '场(?:地|所|馆)',
  '件套',
  '批(?:次|评|发)',
  '本(?:账|院校|线)',
  '米(?:线|饭)',
  '秒杀',
  '套路',
]);
/** A list that the number sums up: 企业和工作室两项. */
const SUMS_UP = '(?<![和与及、][^，。；、！？\\n获得有带出培养拿完成授参修研]{1,12})';

/** 八成, but not 七成员工 and 三成为. */
const TENTHS = `${DIGIT}成(?:半|${DIGIT})?(?![为立功就员长果绩熟型交都形名不本分])`;
const FRACTION = '[一二两三四五六七八九十百千万]{1,6}分之[一二两三四五六七八九十百千零点]{1,8}';
const HALF_TIME = `(?<![上下])(?:${DIGIT}|十)?半(?:年|个多?(?:月|小时|世纪))(?![度报])`;
const AND_A_HALF = '[一二两三四五六七八九十]{1,3}(?:年|个月|小时|倍|天)半';
/** 缩短了一半, but not 另一半 or 正走到一半. */
const BY_HALF =
  '(?<=(?:缩短|减少|提高|降低|节省|省|增加|压缩|下降|降|超过|占|多出|少|快)(?:了|近|约|将近|到|去)?)一(?:大|多|小)?半';
const DECADES = `(?:[数上几近约逾超]|${DIGIT})?[十百千][余多来几]年(?![代轻])|[数上几近逾超][十百千]年(?!代|如一日)`;
const TEENS = `十[几来]${anyOf(['个', '项', '台', '名', '位', '人', '家', '件', '次', '套', '天', '岁', '吨', '米'])}`;
const TURNED = `翻了?[一两二三四五]番`;
const TIMES = '(?<![百千万成零])[一二两三四五六七八九十]{1,3}倍(?!音)';

/** 九千九百九十九万九千九百九十九 has nine. Without a limit, matching a long run of such characters would take quadratic time. */
const MOST_PARTS = 12;
const WITH_MAGNITUDE =
  String.raw`(?:[数上近约逾超几]|[一二两三四五六七八九]?)(?:[十百千万亿][一二三四五六七八九]?){1,${MOST_PARTS}}[余多](?:万|亿)?${UNIT}` +
  String.raw`|[数上几近约逾超][十百千万亿]{1,${MOST_PARTS}}(?:万|亿)?${UNIT}` +
  String.raw`|[一二两三四五六七八九][百千万亿](?:[一二三四五六七八九][十百千]){0,${MOST_PARTS}}(?:万|亿)?(?:人|名|家|项|件|次|个|元|台|场)(?![人家户物事工次])`;
/** 三万元, 二十亿吨. */
const LARGE = `${BEGINS}(?:${SMALL}|${TENS})[万亿][余多]?(?:人次|人|名|元|家|件|项|次|个|吨|米|辆|台|平方米|公里|千瓦)(?![家户])`;

/** In order: of two that begin at one place the first is taken. */
export const HAN_QUANTITY = new RegExp(
  [
    WITH_MAGNITUDE,
    LARGE,
    DECADES,
    FRACTION,
    AND_A_HALF,
    HALF_TIME,
    BY_HALF,
    TURNED,
    TIMES,
    TEENS,
    `${BEGINS}${TENTHS}`,
    `${BEGINS}${TENS}(?!${NAMES})(?:${THINGS}|${ANYTHING})`,
    `${SUMS_UP}${BEGINS}${SMALL}(?!${NAMES})${THINGS}`,
    `${BEGINS}${SMALL}个${COUNTED_NOUNS}`,
    `${CLAIMED}${BEGINS}${SMALL}(?!${NAMES})${ANYTHING}`,
  ].join('|'),
  'g',
);
