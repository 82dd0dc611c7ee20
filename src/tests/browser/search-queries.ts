/**
 * What citizens, reporters and editors might type, with the entries that answer it; the first result should be one of them.
 * Written from the content before the search was tuned. A query that the search fails stays here.
 */
export interface NaturalQuery {
  readonly query: string;
  /** Entries as `kind/id`; any of them answers. */
  readonly answers: readonly string[];
}

/** One a line: `query = kind/id kind/id …`. */
function parseQueries(lines: string): NaturalQuery[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [query = '', answers = ''] = line.split(' = ');
      return { query: query.trim(), answers: answers.trim().split(' ') };
    });
}

const qingdao = parseQueries(`
高铁 研磨 = craftsmen/ning-yunzhan
高铁研磨 = craftsmen/ning-yunzhan
拧螺丝 零失误 = craftsmen/guan-yanan
拧螺丝的工匠 = craftsmen/guan-yanan
60万颗螺丝 = craftsmen/guan-yanan
港珠澳大桥 = craftsmen/guan-yanan
谁修的港珠澳大桥海底隧道 = craftsmen/guan-yanan
一航局 总技师 = craftsmen/guan-yanan
高铁膝盖 = craftsmen/guan-yihui outcomes/split-axle-box
给高铁换膝盖的人 = craftsmen/guan-yihui outcomes/split-axle-box
复兴号 国产 = craftsmen/guan-yihui outcomes/split-axle-box
轴箱体 = outcomes/split-axle-box craftsmen/guan-yihui statistics/bogie-axle-box-benefit
磨高铁脚踝的师傅 = craftsmen/ning-yunzhan
0.05毫米 = craftsmen/ning-yunzhan
高级研磨工 = craftsmen/ning-yunzhan
桥吊大工匠 = craftsmen/guo-lei
开桥吊的 = craftsmen/guo-lei
郭磊工作室 = studios/guo-lei craftsmen/guo-lei
铁矿石卸船世界纪录 = craftsmen/guo-kai outcomes/ore-unloading-record statistics/ore-unloading-records
装载机冠军 = craftsmen/guo-kai competitions/port-loader-contest
铲车司机 = craftsmen/guo-kai
22次打破世界纪录 = craftsmen/guo-kai outcomes/ore-unloading-record statistics/ore-unloading-records
青岛港 大国工匠 = craftsmen/guo-kai
人民工匠 = craftsmen/xu-zhenchao
人民工匠是谁 = craftsmen/xu-zhenchao
金牌工人 = craftsmen/xu-zhenchao
感动中国 = craftsmen/zhang-liangang
感动中国2023年度人物 = craftsmen/zhang-liangang
最美职工 = craftsmen/guan-yihui
全国劳动模范 = craftsmen/liu-yi craftsmen/sun-xiaolan
全国劳模 供电 = craftsmen/sun-xiaolan
硕士工匠 = craftsmen/sun-xiaolan
变电站站长 = craftsmen/sun-xiaolan
国家电网 = craftsmen/sun-xiaolan
焊工 = craftsmen/wei-chuntao
电焊首席技师 = craftsmen/wei-chuntao
中石油七建 = craftsmen/wei-chuntao
八段锦 = craftsmen/wei-chuntao proposals/leisure-and-arts
海尔 打包机 = craftsmen/zhao-yu outcomes/wrapping-machine
海尔打包机 = craftsmen/zhao-yu outcomes/wrapping-machine
和面机 = craftsmen/zhao-yu outcomes/wrapping-machine
中央空调 能耗 = craftsmen/zhao-yu outcomes/wrapping-machine statistics/wrapping-machine-energy-saving
海信 设备改善 = craftsmen/liu-guangqi outcomes/equipment-improvements statistics/hisense-equipment-improvements statistics/hisense-equipment-gain
海信 工匠 = craftsmen/liu-guangqi
澳柯玛 研发系统 = craftsmen/wang-yunhua outcomes/digital-rd-system
澳柯玛冷柜 = outcomes/medical-freezers
非洲 冷柜 = outcomes/medical-freezers
蛟龙号 绳子 = craftsmen/xu-lianlong outcomes/special-ropes studios/xu-lianlong
天河一号 = craftsmen/xu-lianlong outcomes/special-ropes studios/xu-lianlong
特种绳缆 = craftsmen/xu-lianlong outcomes/special-ropes studios/xu-lianlong
海丽雅 = craftsmen/xu-lianlong outcomes/special-ropes studios/xu-lianlong
驱动桥 = craftsmen/wang-jingjing studios/wang-jingjing outcomes/drive-axle-results statistics/drive-axle-results
青特 青岛大工匠 = craftsmen/wang-jingjing
青特集团王京京 = craftsmen/wang-jingjing studios/wang-jingjing
王京京 专利 = craftsmen/wang-jingjing studios/wang-jingjing statistics/drive-axle-invention-patents statistics/drive-axle-utility-patents outcomes/drive-axle-results
工人教授 = craftsmen/zhou-yong
中国速度 = craftsmen/guo-rui
原油码头 维修班长 = craftsmen/wang-zhaojun
物流装备工 第一名 = craftsmen/wang-zhaojun competitions/logistics-equipment-final-13
四方股份 技能专家 = craftsmen/li-wenlong
中车四方 李文龙 = craftsmen/li-wenlong
工业旅游 = craftsmen/li-wenlong proposals/industrial-tourism
全国人大代表 = craftsmen/li-wenlong
泰山产业技能领军人才 = craftsmen/wei-chuntao
时代楷模 = teams/liangang
连钢团队 = teams/liangang
自动化码头 = outcomes/automated-terminal teams/liangang
青岛港自动化码头 = outcomes/automated-terminal teams/liangang
无人码头 = outcomes/automated-terminal teams/liangang
蒸汽机车 = outcomes/first-steam-locomotive statistics/years-since-first-locomotive
1952年7月26日 = outcomes/first-steam-locomotive statistics/years-since-first-locomotive
海尔砸冰箱 = statistics/haier-smashed-refrigerators
地铁 五小 = outcomes/metro-small-innovations statistics/metro-small-innovations
海尔创客 = outcomes/maker-improvements statistics/haier-maker-improvements
市北区有多少工匠 = statistics/shibei-craftsmen districts/shibei
市北 工作室 = statistics/shibei-studios studios/wang-yanfang districts/shibei
市北区工匠 王艳芳 = craftsmen/wang-yanfang studios/wang-yanfang
广兴里 = districts/shibei
西海岸补贴 = policies/xihaian-training-subsidy districts/xihaian
青岛有多少技能人才 = statistics/skilled-talent
技能人才数量 = statistics/skilled-talent
高技能人才占比 = statistics/highly-skilled-share
高技能人才多少 = statistics/highly-skilled-talent
青岛有多少大国工匠 = statistics/national-craftsmen
齐鲁工匠人数 = statistics/qilu-craftsmen
全国技术能手有多少人 = statistics/national-technical-experts
工会驿站有多少 = statistics/union-stations services/union-stations
24小时驿站 = statistics/smart-stations services/union-stations
户外劳动者歇脚 = statistics/union-stations services/union-stations
发明专利数 = statistics/patents-2024 statistics/drive-axle-invention-patents
全员创新企业 数量 = statistics/innovation-firms statistics/shibei-innovation-firms
创新工作室 个数 = statistics/innovation-studios statistics/innovation-studios-all-levels statistics/shibei-studios
创新成果 经济效益 = statistics/cumulative-benefit statistics/direct-benefit
劳动竞赛 75万 = statistics/campaign-2023-participants competitions/innovation-campaign-2023
免费体检 = services/health-checks statistics/health-checks-yearly
外卖员体检 = statistics/health-checks-yearly services/health-checks
职工心理 = services/mental-health services/mind-platform policies/mental-health-standard statistics/mental-health-funding statistics/mental-health-staff
心理咨询 线上 = services/mind-platform statistics/mental-health-sessions services/mental-health
互助保障怎么报销 = services/mutual-aid statistics/mutual-aid-paid
困难职工 自测 = services/workers-in-need statistics/need-self-tests
孩子放学没人管 托管 = services/childcare-rooms services/childcare-centre statistics/childcare-stations
妈妈小屋 = services/childcare-rooms statistics/mother-rooms
托育 = services/childcare-centre services/childcare-rooms statistics/childcare-funding
职工公寓 = services/huigongjia-apartments proposals/housing-priority
租房补贴 = proposals/housing-priority
公租房 = proposals/housing-priority
劳动仲裁 法律援助 = services/legal-aid
工友创业 = services/startup-alliance competitions/startup-contest statistics/startup-alliance-members statistics/startup-workers statistics/startup-alliance-supported statistics/startup-alliance-jobs
创业夜校 = services/startup-training
电商培训 = academies/ecommerce-training-base services/startup-training
专升本 学费 = policies/study-dream statistics/study-dream-workers statistics/study-dream-funding
求学圆梦 = policies/study-dream statistics/study-dream-workers statistics/study-dream-funding
工匠学院联盟 = academies/craftsman-academy-league statistics/league-colleges statistics/league-firms
工匠学院有几个 = statistics/municipal-academies statistics/provincial-academies statistics/county-academies academies/craftsman-academy-matrix pages/academies
实训基地 = academies/provincial-training-bases statistics/training-bases-provincial statistics/training-base-capacity
上合组织技能大赛 = competitions/sco-skills-contest-33 statistics/sco-contest-countries
绝活秀 = competitions/skill-show-2023 statistics/skill-show-acts statistics/skill-show-categories
全员创新竞赛奖金 = competitions/all-staff-innovation-contest policies/contest-innovation-grants policies/innovation-contest-rules statistics/innovation-grant-firm statistics/innovation-grant-studio
五位一体 = policies/five-in-one-innovation pages/innovation-system
劳模 VIP = policies/vip-channel
劳模看病绿色通道 = policies/medical-green-channel
区块链 = policies/blockchain-service
新八级工 = craftsmen/guo-lei craftsmen/liu-yi proposals/career-pathways proposals/skill-linked-pay
产改五年规划 = policies/five-year-plan
产改地方立法 = proposals/local-legislation policies/workforce-promotion-regulation craftsmen/liu-yi
产业工人条例草案 = policies/workforce-promotion-regulation proposals/craftsman-day-in-regulation
工匠精神进课堂 = proposals/craftsmanship-in-curriculum craftsmen/guo-lei
工资集体协商 = proposals/wage-bargaining craftsmen/liu-yi
15分钟生活圈 = proposals/park-amenities craftsmen/li-wenlong
三级梯次培育 = policies/three-tier-ladder pages/ladders
怎么评青岛工匠 = policies/craftsman-cultivation-rules pages/ladders policies/three-tier-ladder policies/craftsman-project-opinion policies/honours-notice-2023
逄锦虎 = policies/self-evaluation
张恩刚 = policies/joint-conference services/legal-aid proposals/craftsman-day-activities pages/proposals
宋敏 = proposals/craftsman-day-in-regulation policies/workforce-promotion-regulation
陶金磊 = policies/study-dream
一匠五创 = policies/one-craftsman-five-innovations studios/wang-yanfang
世界海员日 = services/seafarers-day statistics/seafarer-day-countries
工人文化宫 = services/culture-palaces statistics/culture-palaces
数字从哪来 = pages/about-data
xu zhenchao = craftsmen/xu-zhenchao
guanyanan = craftsmen/guan-yanan
WANG JINGJING = craftsmen/wang-jingjing studios/wang-jingjing
wzj 青岛港 = craftsmen/wang-zhaojun
qingdaogang = craftsmen/guo-kai craftsmen/guo-lei outcomes/automated-terminal teams/liangang competitions/port-loader-contest outcomes/ore-unloading-record
許振超 = craftsmen/xu-zhenchao
張連鋼 = craftsmen/zhang-liangang
徐振超 = craftsmen/xu-zhenchao
管延按 = craftsmen/guan-yanan
王晶晶 = craftsmen/wang-jingjing studios/wang-jingjing
宁允站 = craftsmen/ning-yunzhan
振超 = craftsmen/xu-zhenchao
劳模 王京京 = craftsmen/wang-jingjing studios/wang-jingjing
`);

const weifang = parseQueries(`
潍坊大国工匠 = craftsmen/wang-shujun
大国工匠 = craftsmen/wang-shujun
职工科学家 = craftsmen/tang-haiwei outcomes/machinery-science-prize
机械工业科学技术奖 = craftsmen/tang-haiwei outcomes/machinery-science-prize
齐鲁大工匠 = craftsmen/tang-haiwei
齐鲁工匠 = craftsmen/wang-xinfu
种子工匠 青州供电 = craftsmen/ding-xueli
青州供电公司 = craftsmen/ding-xueli
豪迈 全国劳模 = craftsmen/wang-qinfeng
农民工 股权 = craftsmen/wang-qinfeng policies/haomai-equity statistics/haomai-equity-incentive
豪迈股权激励 = policies/haomai-equity statistics/haomai-equity-incentive craftsmen/wang-qinfeng
耶莉娅 = craftsmen/zhang-yanxiu
金牌工匠 服装 = craftsmen/zhang-yanxiu
寿光 种菜 = craftsmen/liu-mei academies/shouguang-vegetable-centre
寿光蔬菜种业 产品总监 = craftsmen/liu-mei
农业经理人 = craftsmen/liu-mei
园艺 = craftsmen/liu-mei
助农直播 = studios/smart-maker-media academies/shouguang-vegetable-centre
青州卷烟厂 = policies/qingzhou-cigarette-craftsmen
一甲工匠 = policies/qingzhou-cigarette-craftsmen pages/ladders
双三级 = policies/double-three-levels
1+X = policies/one-plus-x academies/qingzhou-craftsman-academy academies/qingzhou-craftsman-schools statistics/qingzhou-craftsman-schools
4+X 积分 = policies/four-plus-x
七位一体 = policies/seven-in-one
智匠之家 = academies/smart-craftsman-home policies/smart-home-opinion statistics/smart-home-departments
送技入企 = services/tech-visits statistics/tech-visits statistics/tech-problems-solved statistics/tech-visit-beneficiaries
解决了多少技术难题 = statistics/tech-problems-solved services/tech-visits
潍柴奖励 = policies/weichai-tech-reward statistics/weichai-tech-reward
科技功臣 = policies/weichai-tech-reward statistics/weichai-tech-reward
县级工匠有多少 = statistics/craftsmen-county
企业级工匠人数 = statistics/craftsmen-firm
潍坊工匠每年评多少人 = statistics/yearly-selection policies/weifang-craftsman-selection
技术革新项目 = statistics/innovation-projects
先进操作法 = statistics/operation-methods
十百千万 = competitions/ten-hundred-thousand
机器人 竞赛 = competitions/industrial-robot
劳模工匠学院 实训基地 = statistics/qingzhou-academy-bases academies/qingzhou-craftsman-academy
青州劳模工匠学院 = academies/qingzhou-craftsman-academy statistics/qingzhou-academy-bases statistics/qingzhou-academy-programs
爬坡模型 = pages/ladders policies/seven-in-one
四技服务 = services/tech-visits policies/four-plus-x statistics/tech-visits statistics/tech-problems-solved statistics/tech-visit-beneficiaries
抖音 = services/craftsman-lectures
潍城区 服装竞赛 = competitions/weicheng-clothing
wangshujun = craftsmen/wang-shujun
zhang yan xiu = craftsmen/zhang-yanxiu
湯海威 = craftsmen/tang-haiwei
王钦锋 = craftsmen/wang-qinfeng
丁雪丽 = craftsmen/ding-xueli
数据怎么来的 = pages/about-data
`);

/** By site, a folder under content/. */
export const naturalQueries: Readonly<Record<string, readonly NaturalQuery[]>> = { qingdao, weifang };
