/** The words for profiles. The trades of a family share parts, tools and problems, so that sentences make sense. */
export interface TradeFamily {
  trades: readonly Named[];
  industries: readonly Named[];
  /** The part of firms' names that tells their trade: 精密机械. */
  firmWords: readonly string[];
  parts: readonly string[];
  tools: readonly string[];
  troubles: readonly string[];
  methods: readonly string[];
}

interface Named {
  id: string;
  label: string;
}

const terms = (list: Readonly<Record<string, string>>): Named[] =>
  Object.entries(list).map(([id, label]) => ({ id, label }));

export const TRADE_FAMILIES: readonly TradeFamily[] = [
  {
    trades: terms({
      lathe: '车工',
      milling: '铣工',
      fitter: '钳工',
      grinding: '磨工',
      lapping: '研磨工',
      'tool-maker': '模具工',
    }),
    industries: terms({ machinery: '通用机械', mould: '模具制造', instruments: '仪器仪表' }),
    firmWords: ['精密机械', '数控机床', '模具', '传动', '仪表'],
    parts: ['主轴', '齿轮轴', '阀体', '导轨', '轴承座', '凸轮', '叶轮', '薄壁套', '丝杠', '端盖'],
    tools: ['千分表', '油石', '刮刀', '专用夹具', '定心胎具', '镗刀杆', '对刀块', '手工研具'],
    troubles: ['加工后变形', '表面有振纹', '两端不同心', '装夹时打滑', '倒角处起毛刺', '冷却不匀', '尺寸随班次漂移'],
    methods: [
      '把一道工序拆成粗精两道',
      '先放一夜再精加工',
      '改了走刀的顺序',
      '在夹具上加一道软垫',
      '换成从里往外磨',
      '给机床重新找平',
    ],
  },
  {
    trades: terms({
      welding: '电焊工',
      riveting: '铆工',
      'pipe-fitting': '管道工',
      boiler: '锅炉检修工',
      casting: '铸造工',
    }),
    industries: terms({ 'steel-structure': '钢结构', pressure: '压力容器', foundry: '铸造锻造' }),
    firmWords: ['重工', '钢构', '压力容器', '管道', '锻铸'],
    parts: ['环缝', '角焊缝', '管板', '吊耳', '箱梁', '法兰', '炉管', '球罐接头', '弯头', '支座'],
    tools: ['焊枪', '引弧板', '反变形胎架', '测温笔', '坡口机', '打磨机', '内窥镜', '样冲'],
    troubles: ['收弧处有裂纹', '背面成形不匀', '焊后翘曲', '气孔成串', '坡口对不齐', '返修部位再裂', '铁水流不到边'],
    methods: [
      '先点固再从中间向两头焊',
      '把预热的时间拉长',
      '改用小电流多层多道',
      '先做一块试板',
      '给坡口留出一道窄台',
      '两个人对称着焊',
    ],
  },
  {
    trades: terms({
      electrician: '电工',
      substation: '变电检修工',
      'line-worker': '配电线路工',
      automation: '仪表自控工',
      'elevator-repair': '电梯维修工',
    }),
    industries: terms({ power: '电力', electronics: '电子元件', automation: '自动控制' }),
    firmWords: ['电气', '电力', '自动化', '电子', '电梯'],
    parts: ['断路器', '接触器', '电缆终端', '继电保护柜', '变频器', '端子排', '控制板', '母线槽', '传感器'],
    tools: ['摇表', '红外测温仪', '示波器', '绝缘杆', '压线钳', '录波仪', '自制的测试箱', '对线灯'],
    troubles: ['时断时续', '夜里误跳', '接头发热', '信号串扰', '开机后漂移', '雨天报警', '查不出接地点'],
    methods: [
      '把线路分段查',
      '在两头同时录波',
      '给端子一个个编号重接',
      '先隔离再逐级送电',
      '把动作时间一格一格调',
      '画一张带故障点的图',
    ],
  },
  {
    trades: terms({
      'auto-repair': '汽车维修工',
      'crane-operator': '吊车司机',
      'train-driver': '地铁列车司机',
      'ship-fitter': '船舶钳工',
      'bus-driver': '公交驾驶员',
    }),
    industries: terms({
      automotive: '汽车及零部件',
      shipbuilding: '船舶修造',
      transport: '城市交通',
      port: '港口物流',
    }),
    firmWords: ['汽车零部件', '船舶', '轨道交通', '客运', '港务'],
    parts: ['变速箱', '制动钳', '吊具', '车门机构', '舵机', '轮对', '转向节', '空调机组', '受电弓'],
    tools: ['听诊棒', '扭力扳手', '检测电脑', '塞尺', '自制拉马', '水平仪', '对中仪', '行车记录本'],
    troubles: ['低速时异响', '刹车点头', '吊具不稳', '车门关不严', '转向发沉', '油温偏高', '停车对不准标'],
    methods: [
      '把响声按转速分段记下来',
      '换着车组一节一节试',
      '提前半拍收油门',
      '把间隙调到下限',
      '先排空再加注',
      '和调度一起改了停靠的次序',
    ],
  },
  {
    trades: terms({
      mason: '砌筑工',
      'rebar-worker': '钢筋工',
      'survey-worker': '工程测量员',
      'tunnel-worker': '盾构机操作工',
      plasterer: '抹灰工',
    }),
    industries: terms({ construction: '工程建设', materials: '建筑材料', municipal: '市政养护' }),
    firmWords: ['建设', '路桥', '市政工程', '建材', '隧道工程'],
    parts: ['承台', '管片', '斜拉索锚箱', '沉管接头', '檐口', '清水墙', '路面接缝', '检查井', '梁底'],
    tools: ['全站仪', '靠尺', '线坠', '弯箍机', '注浆泵', '水准仪', '自制卡具', '样板框'],
    troubles: ['接缝渗水', '标高对不上', '墙面返碱', '钢筋保护层不够', '掘进时跑偏', '混凝土开裂', '井盖松动'],
    methods: [
      '夜里气温稳了再测',
      '先做一段样板',
      '把浇筑分成窄条',
      '换了振捣的次序',
      '每推进一环就复核一次',
      '用薄铁皮做了一套卡板',
    ],
  },
  {
    trades: terms({
      spinning: '纺纱工',
      weaving: '织布工',
      garment: '服装制作工',
      dyeing: '印染工',
      embroidery: '刺绣工',
    }),
    industries: terms({ textile: '纺织印染', apparel: '服装服饰', rope: '绳网绳缆' }),
    firmWords: ['纺织', '印染', '服饰', '家纺', '绳缆'],
    parts: ['细纱', '经轴', '领口', '袖笼', '色浆', '绣片', '坯布', '缆绳接头', '针脚'],
    tools: ['接头刀', '样板尺', '比色灯', '绣绷', '验布台', '电脑打版机', '梭子', '湿度计'],
    troubles: ['断头多', '布面有横档', '批次之间色差', '缝口起皱', '缩水不匀', '接头处打滑', '绣线起毛'],
    methods: [
      '把接头的动作拆成几步',
      '按气温改了配色的次序',
      '先把面料放平再裁',
      '给机台排了巡回路线',
      '在领口里加一条斜纱',
      '把每缸的水样留下来比',
    ],
  },
  {
    trades: terms({
      baker: '面点师',
      brewer: '酿酒师',
      chef: '中式烹调师',
      'tea-maker': '制茶师',
      'food-inspection': '食品检验员',
    }),
    industries: terms({ food: '食品饮料', catering: '餐饮住宿', agriculture: '农产品加工' }),
    firmWords: ['食品', '酒业', '餐饮', '茶业', '乳业'],
    parts: ['酵头', '麦汁', '面皮', '汤底', '茶青', '酱胚', '曲块', '馅料', '样品'],
    tools: ['竹匾', '糖度计', '擀面杖', '发酵罐', '色谱仪', '温度探头', '量杯', '老砂锅'],
    troubles: ['发酵过头', '口味随季节变', '面皮破边', '汤色发浑', '茶味发涩', '出品慢', '检验结果不稳'],
    methods: [
      '把发酵的温度分成几段',
      '换成早晚各翻一次',
      '头道水倒掉不用',
      '把揉面的时间记成表',
      '同一批留样对着尝',
      '把配料的次序倒过来',
    ],
  },
  {
    trades: terms({
      'chemical-operator': '化工操作工',
      'water-treatment': '水处理工',
      'lab-technician': '化验员',
      'equipment-maintenance': '设备维修工',
      'gas-worker': '燃气管网工',
    }),
    industries: terms({ chemical: '化工', environment: '环保水务', medicine: '医药制造', energy: '燃气热力' }),
    firmWords: ['化工', '水务', '制药', '燃气', '环保科技'],
    parts: ['换热器', '反应釜', '滤膜', '机械密封', '加药泵', '曝气盘', '调压箱', '离心机', '阀门组'],
    tools: ['测振仪', '取样瓶', '检漏仪', '酸度计', '在线仪表', '巡检本', '听音棒', '堵漏卡具'],
    troubles: ['密封漏料', '结垢快', '出水发黄', '泵体振动', '压力忽高忽低', '滤膜堵塞', '换季时指标波动'],
    methods: [
      '把清洗改成反着冲',
      '给泵座加了一圈灌浆',
      '按水温改了加药的点',
      '把巡检路线倒过来走',
      '在阀前加一段直管',
      '先停一半再切换',
    ],
  },
];

export const DISTRICTS = [
  { id: 'donglin', name: '东林区', category: 'district' },
  { id: 'xidu', name: '西渡区', category: 'district' },
  { id: 'nanpu', name: '南浦区', category: 'district' },
  { id: 'beigang', name: '北港区', category: 'district' },
  { id: 'hexin', name: '河心区', category: 'district' },
  { id: 'shiqiao', name: '石桥区', category: 'district' },
  { id: 'haixin', name: '海心新区', category: 'new-area' },
  { id: 'yunling', name: '云岭市', category: 'county-city' },
  { id: 'taoyu', name: '桃屿市', category: 'county-city' },
  { id: 'qingyu', name: '清屿县', category: 'county' },
  { id: 'songyu', name: '松屿县', category: 'county' },
  { id: 'baiyu', name: '白屿县', category: 'county' },
] as const;

/** First parts of firms' names. With 虚构市 in front, none is the name of a real firm. */
export const FIRM_NAMES = [
  ...['恒远', '宏达', '永兴', '华瑞', '东升', '金鼎', '百川', '中源', '立信', '长青', '海纳', '天合', '正阳', '同辉'],
  ...['瑞丰', '联创', '鸿基', '新锐', '广济', '安泰', '明德', '振华', '惠民', '启航', '博远', '嘉禾', '万和', '凌云'],
];

/** Rank, and the share of people who hold it. */
export const HONOURS = [
  { id: 'fictional-national-craftsman', title: '虚构国家级工匠', level: 'nation', rank: 90, share: 0.002 },
  { id: 'fictional-national-expert', title: '虚构全国技术能手', level: 'nation', rank: 80, share: 0.01 },
  { id: 'fictional-provincial-grand-craftsman', title: '虚构省大工匠', level: 'province', rank: 70, share: 0.01 },
  { id: 'fictional-provincial-craftsman', title: '虚构省工匠', level: 'province', rank: 60, share: 0.05 },
  { id: 'fictional-provincial-expert', title: '虚构省技术能手', level: 'province', rank: 50, share: 0.06 },
  { id: 'fictional-city-grand-craftsman', title: '虚构市大工匠', level: 'city', rank: 40, share: 0.05 },
  { id: 'fictional-city-craftsman', title: '虚构市工匠', level: 'city', rank: 30, share: 0.35 },
  { id: 'fictional-city-model-worker', title: '虚构市劳动模范', level: 'city', rank: 25, share: 0.12 },
  { id: 'fictional-county-craftsman', title: '虚构区县工匠', level: 'county', rank: 20, share: 0.6 },
  { id: 'fictional-firm-craftsman', title: '虚构企业工匠', level: 'firm', rank: 10, share: 0.5 },
] as const;
