/**
 * Narratives for the public (PIPL art. 25 and 28, 国办发〔2020〕49号): numbers of persons, addresses below the street and names of
 * persons, where they can be told, are taken out. What this misses is taken out by hand (`publicText`).
 */
import { hidePersonalData } from '../intake/index.ts';

const HIDDEN = '***';
/** The commonest family names, of two characters first: before them a name is told only by the word that introduces it. */
const FAMILY_NAMES =
  '(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|王|李|张|刘|陈|杨|黄|赵|周|吴|徐|孙|马|朱|胡|郭|何|高|林|罗|郑|梁|谢|宋|唐|许|韩|冯|邓|曹|彭|曾|肖|萧|田|董|袁|潘|于|蒋|蔡|余|杜|叶|程|苏|魏|吕|丁|任|沈|姚|卢|姜|崔|钟|谭|陆|汪|范|金|石|廖|贾|夏|韦|付|傅|方|白|邹|孟|熊|秦|邱|江|尹|薛|闫|阎|段|雷|侯|龙|史|陶|黎|贺|顾|毛|郝|龚|邵|万|钱|严|覃|武|戴|莫|孔|向|汤)';
const GIVEN_NAME = '[\\p{Script=Han}]{1,2}';
/** Words behind which a person is named. */
const ROLES =
  '(?:法定代表人|法人代表|负责人|经营者|经营人|业主|股东|投诉人|举报人|消费者|顾客|客户|购买人|员工|职工|工人|店员|服务员|从业人员|证人|受害人|被害人|死者|伤者|患者|病人|家属|学生|儿童|幼儿|司机|驾驶员|乘客|居民|村民|自然人|公民|当事人员|委托代理人|委托人|代理人|联系人|工作人员)';
const INTRODUCED = new RegExp(
  `(${ROLES}(?:姓名)?(?:为|系|是|叫|名叫|：|:)?\\s*)(${FAMILY_NAMES})(${GIVEN_NAME}?)(?=[，。、；,;.（(\\s“”"]|等|的|在|于|从|向|与|和|及|到|反映|投诉|举报|受伤|死亡|购买|签字|$)`,
  'gu',
);
const ADDRESSED = new RegExp(
  `(?<![\\p{Script=Han}])(${FAMILY_NAMES})${GIVEN_NAME}(?=先生|女士|（[^）]{0,6}(?:身份证|男|女)|\\((?:身份证|男|女))`,
  'gu',
);

/** House numbers and what comes behind, as far as it is written in one piece. */
const HOUSE = '[\\d０-９一二三四五六七八九十百]+[-－—\\d０-９]*\\s*(?:号院|号楼|号|弄|栋|幢|座|单元|楼|层|室|户)';
const PLACED = new RegExp(
  `(?<=[省市区县旗街道镇乡村路])[\\p{Script=Han}A-Za-z]{0,16}?(?:${HOUSE}\\s*[\\p{Script=Han}A-Za-z]{0,6}?){1,5}(?<=号院|号楼|号|弄|栋|幢|座|单元|楼|层|室|户)`,
  'gu',
);
const TO_STREET = /^.*(?:街道(?:办事处)?|[镇乡])|^[^区县旗]*[区县旗]/u;
/** Numbers of documents and paragraphs end in 号 too. */
const DOCUMENT = /第\s*[\d０-９]+\s*号$|[字令文]\s*[\d０-９]+号$/u;
/** Fixed lines: an area code, then seven or eight digits. Mobile numbers are found with the other numbers of persons. */
const FIXED_LINE = /(?<!\d)0\d{2,3}[-－ ]?[1-9]\d{6,7}(?!\d)/gu;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const DIGITS_THAT_MATTER = /\d{4,}/u;

/** Persons known from the record's own fields. */
export interface KnownPersons {
  readonly names: readonly string[];
}

/** The text as the public may read it. */
export function redacted(text: string, { names }: KnownPersons = { names: [] }): string {
  let shown = withoutNames(hidePersonalData(text, 'public').replace(FIXED_LINE, HIDDEN).replace(EMAIL, HIDDEN), names);
  shown = shown.replace(INTRODUCED, (_, before: string, family: string, given: string) =>
    given === '某' || given === '某某' ? `${before}${family}${given}` : `${before}${family}某`,
  );
  shown = shown.replace(ADDRESSED, (_, family: string) => `${family}某`);
  return shown.replace(PLACED, hiddenPlace);
}

/** The family name is left of each of these names, also where it is written with spaces in it. */
export function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((shown, name) => {
    const [family = '', ...given] = [...name];
    if (given.length === 0) return shown;
    const written = [family, ...given].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join('\\s*');
    return shown.replace(new RegExp(written, 'gu'), `${family}某`);
  }, text);
}

/** Numbers alone, for short texts that are no narratives. */
export function withoutNumbers(text: string): string {
  return DIGITS_THAT_MATTER.test(text) ? hidePersonalData(text, 'public').replace(FIXED_LINE, HIDDEN) : text;
}

function hiddenPlace(place: string): string {
  if (DOCUMENT.test(place)) return place;
  return (TO_STREET.exec(place)?.[0] ?? '') + HIDDEN;
}
