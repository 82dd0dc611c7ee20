/** Surnames: which are common, which have two characters, and which are read otherwise than the dictionary has it. */

export const DOUBLE_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 上官 司马 诸葛 司徒 东方 独孤 南宫 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 端木 轩辕 万俟 呼延 西门 赫连 申屠 钟离 淳于 鲜于 ' +
    '单于 百里 澹台 亓官 濮阳 公冶 宗政 太叔 太史 仲孙 公羊 公西 左丘 东郭 南门 谷梁 拓跋 夹谷 颛孙 司空 司寇 闾丘 乐正 漆雕 段干 巫马 ' +
    '梁丘 东门 羊舌 微生 闻人 哥舒 完颜 纳兰 耶律 叱干 贺兰 屈突 第五'
  ).split(' '),
);

/** Readings as a surname, without tones; ü is v. Only where pinyin-pro reads otherwise. */
export const SURNAME_READINGS: Readonly<Record<string, string>> = {
  种: 'chong',
  么: 'yao',
  召: 'zhao',
  洗: 'xian',
  贠: 'yun',
  单于: 'chan yu',
};

/** Further readings that some bearers of a surname have, or that many take for it. */
export const OTHER_SURNAME_READINGS: Readonly<Record<string, readonly string[]>> = {
  单: ['chan'],
  覃: ['tan'],
  召: ['shao'],
  谌: ['shen'],
  郇: ['huan', 'xun'],
  隗: ['kui', 'wei'],
  莘: ['xin', 'shen'],
  翟: ['di'],
  缪: ['mou', 'miu'],
  宓: ['fu'],
  郗: ['chi'],
  柏: ['bo', 'bai'],
  薄: ['bao', 'bo'],
  贾: ['gu'],
  单于: ['shan yu'],
};

/** About a hundred common surnames of one character. */
const COMMON =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常';

export function isCommonSurname(character: string): boolean {
  return COMMON.includes(character);
}
