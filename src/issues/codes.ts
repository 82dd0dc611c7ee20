/**
 * Every kind of issue that the check can raise. Codes are permanent: EDITING.md has an anchor for each, people paste them into
 * messages, and scripts match them. A code that is no longer raised stays reserved.
 */
export const ISSUE_CODES = {
  // Files
  JC101: { name: 'file-encoding', severity: 'error', title: '文件不是 UTF-8 编码' },
  JC102: { name: 'file-empty', severity: 'error', title: '文件是空的' },
  JC103: { name: 'file-unexpected', severity: 'warning', title: '这里不该有这种文件' },
  JC104: { name: 'file-missing', severity: 'error', title: '缺少必需的文件' },
  JC105: { name: 'id-invalid', severity: 'error', title: '编号不合规则' },
  JC106: { name: 'id-duplicate', severity: 'error', title: '编号重复' },
  JC107: { name: 'file-unreadable', severity: 'error', title: '文件读不出来' },
  JC108: { name: 'alias-taken', severity: 'error', title: '曾用编号和别的编号重复' },
  JC109: { name: 'character-hidden', severity: 'error', title: '有看不见的字符' },
  JC115: { name: 'character-radical', severity: 'error', title: '部首符号冒充了汉字' },
  JC110: { name: 'file-large', severity: 'error', title: '文件太大' },
  JC111: { name: 'json-broken', severity: 'error', title: 'JSON 写坏了' },
  JC112: { name: 'json-not-object', severity: 'error', title: 'JSON 最外层不是对象' },
  JC113: { name: 'json-duplicate-key', severity: 'error', title: '同一个字段写了两次' },
  JC121: { name: 'frontmatter-missing', severity: 'error', title: '缺少文件开头的资料区' },
  JC122: { name: 'yaml-broken', severity: 'error', title: '资料区的 YAML 写坏了' },
  JC123: { name: 'yaml-not-mapping', severity: 'error', title: '资料区不是「字段: 值」的形式' },
  JC124: { name: 'frontmatter-unexpected', severity: 'error', title: '这个文件不该有资料区' },
  // Fields
  JC201: { name: 'field-missing', severity: 'error', title: '缺少必填字段' },
  JC202: { name: 'field-unknown', severity: 'error', title: '没有这个字段' },
  JC203: { name: 'field-type', severity: 'error', title: '字段的类型不对' },
  JC204: { name: 'field-value', severity: 'error', title: '取值不在列表里' },
  JC205: { name: 'field-format', severity: 'error', title: '字段的写法不对' },
  // References
  JC301: { name: 'reference-unknown', severity: 'error', title: '引用的编号不存在' },
  JC302: { name: 'link-unknown', severity: 'error', title: '链接指向不存在的页面' },
  // Bodies
  JC401: { name: 'mdx-broken', severity: 'error', title: '正文的标记写坏了' },
  JC402: { name: 'mdx-import', severity: 'error', title: '正文里不能写 import 或 export' },
  JC403: { name: 'mdx-expression', severity: 'error', title: '正文里不能写 { } 表达式' },
  JC404: { name: 'component-unknown', severity: 'error', title: '没有这个组件' },
  JC405: { name: 'element-forbidden', severity: 'error', title: '正文里不能写 HTML 标签' },
  JC406: { name: 'attribute-invalid', severity: 'error', title: '组件的属性不对' },
  JC407: { name: 'link-forbidden', severity: 'error', title: '不能用这种链接' },
  JC408: { name: 'heading-level', severity: 'error', title: '标题的级别不对' },
  // Figures
  JC501: { name: 'figure-bare', severity: 'error', title: '数量没有写来源' },
  JC502: { name: 'figure-source-missing', severity: 'error', title: '数字缺少来源或出处位置' },
  JC503: { name: 'figure-display', severity: 'error', title: '原文写法与数值对不上' },
  JC504: { name: 'figure-conflict', severity: 'error', title: '同一时期有不同的数字而没有说明' },
  JC505: { name: 'date-future', severity: 'error', title: '日期在将来' },
  JC506: { name: 'observation-unknown', severity: 'error', title: '找不到这个时期的数字' },
  // People
  JC601: { name: 'identity-number', severity: 'error', title: '出现身份证号' },
  JC602: { name: 'mobile-number', severity: 'error', title: '出现手机号' },
  JC603: { name: 'portrait-credit', severity: 'error', title: '照片缺少署名或同意' },
  JC604: { name: 'portrait-file', severity: 'error', title: '照片文件不存在' },
  JC605: { name: 'withdrawn-name', severity: 'warning', title: '撤下的人仍被提到' },
  JC611: { name: 'name-shape', severity: 'error', title: '姓名栏里写的不是一个姓名' },
  JC612: { name: 'name-repeated', severity: 'warning', title: '两条内容像是同一个人' },
  // Charts
  JC701: { name: 'chart-unit', severity: 'error', title: '单位不同，不能画在一根轴上' },
  JC702: { name: 'chart-scope', severity: 'error', title: '范围不同，不能相比' },
  JC703: { name: 'chart-level', severity: 'error', title: '级别不同，不能相比' },
  JC704: { name: 'chart-measure', severity: 'error', title: '时点数、时期数和累计数不能相比' },
  JC705: { name: 'chart-periods', severity: 'error', title: '图里各项的时期对不上' },
  JC706: { name: 'chart-whole', severity: 'error', title: '份额没有整体，或者加起来超过整体' },
  JC707: { name: 'chart-share-bounded', severity: 'error', title: '带限定词的数画不成份额' },
  JC708: { name: 'chart-ladder-order', severity: 'error', title: '阶梯的顺序不对' },
  JC709: { name: 'chart-line-points', severity: 'error', title: '点太少，画不成折线' },
  JC710: { name: 'chart-single-figure', severity: 'error', title: '图里只有一个数，没有可比的' },
  JC711: { name: 'chart-field-unused', severity: 'error', title: '图表里这个字段用不上' },
  JC712: { name: 'chart-series-repeated', severity: 'error', title: '同一个指标画了两次' },
  JC713: { name: 'chart-below-zero', severity: 'error', title: '这种图画不出负数' },
  JC721: { name: 'frozen-name', severity: 'error', title: '冻结的图表改了名' },
  JC722: { name: 'frozen-changed', severity: 'error', title: '冻结的图表改了内容' },
  JC723: { name: 'frozen-missing', severity: 'error', title: '冻结的图表不见了' },
  JC724: { name: 'frozen-unlisted', severity: 'error', title: '冻结的图表没有登记' },
  JC725: { name: 'frozen-alone', severity: 'warning', title: '冻结的图表已没有现在的图' },
  // Reports
  JC801: { name: 'report-cover-missing', severity: 'error', title: '报告没有封面' },
  JC802: { name: 'report-chapter-order', severity: 'error', title: '章号断了或重复' },
  JC803: { name: 'report-chapter-repeated', severity: 'error', title: '两章用了同一个英文名' },
  JC804: { name: 'report-field-unused', severity: 'error', title: '这个字段在这一章用不上' },
  JC811: { name: 'label-unknown', severity: 'error', title: '交叉引用指向不存在的图、表或章' },
  JC812: { name: 'label-repeated', severity: 'error', title: '图或表的编号重复' },
  JC813: { name: 'note-unknown', severity: 'error', title: '找不到这条注' },
  JC814: { name: 'note-repeated', severity: 'error', title: '同一条注写了两次' },
  JC815: { name: 'table-empty', severity: 'error', title: '组件里没有表格' },
  // Limits of outputs
  JC901: { name: 'picture-full', severity: 'error', title: '图片里放不下' },
  JC902: { name: 'article-full', severity: 'error', title: '公众号稿放不下' },
} as const satisfies Record<string, { name: string; severity: 'error' | 'warning'; title: string }>;

export type IssueCode = keyof typeof ISSUE_CODES;
export type Severity = 'error' | 'warning';
