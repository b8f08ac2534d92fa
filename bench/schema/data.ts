/** Licence-like rows, made from a seed: row `i` is the same in every run and needs no row before it. */
import { hash } from 'node:crypto';

/** One generated row: the 28 fields as a department files them, and the header the platform makes of them. */
export interface LicenceRow {
  readonly fields: readonly string[];
  readonly recordId: string;
  readonly subjectKey: string;
  readonly subjectName: string;
  readonly unitId: string;
  readonly authorityUscc: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly contentHash: string;
  readonly rowNo: number;
}

/** Codes of the 28 licence fields in the order of the national table (发改办财金〔2018〕424号). */
export const FIELD_CODES = [
  'XK_XDR_MC',
  'XK_XDR_LB',
  'XK_XDR_SHXYM',
  'XK_XDR_GSZC',
  'XK_XDR_ZZJG',
  'XK_XDR_SWDJ',
  'XK_XDR_SYDW',
  'XK_XDR_SHZZ',
  'XK_FRDB',
  'XK_FR_ZJLX',
  'XK_FR_ZJHM',
  'XK_XDR_ZJLX',
  'XK_XDR_ZJHM',
  'XK_XKWS',
  'XK_WSH',
  'XK_XKLB',
  'XK_XKZS',
  'XK_XKBH',
  'XK_NR',
  'XK_JDRQ',
  'XK_YXQZ',
  'XK_YXQZI',
  'XK_XKJG',
  'XK_XKJGDM',
  'XK_ZT',
  'XK_LYDW',
  'XK_LYDWDM',
  'BZ',
] as const;

/** Fields that stand in a header column and therefore not in a slim payload: name, code, number, day, authority's code. */
export const HEADER_FIELDS: ReadonlySet<string> = new Set(['XK_XDR_MC', 'XK_XDR_SHXYM', 'XK_WSH', 'XK_JDRQ', 'XK_XKJGDM']);

/** How many units file rows; the first ones file most, as in a real district. */
const UNIT_COUNT = 40;

const SEED = 20_261_123;
const ROWS_PER_SUBJECT = 4;
const PLACES = ['济南', '济南市历城区', '山东', '济南历城', '历城区洪楼', '济南东城', '山东省', '泉城'];
const TRADES = [
  '建筑工程',
  '餐饮管理',
  '商贸',
  '信息科技',
  '物业服务',
  '医疗器械',
  '运输',
  '食品',
  '环保科技',
  '教育咨询',
  '机械设备',
  '装饰工程',
  '电子商务',
  '生物技术',
  '房地产开发',
  '劳务',
  '农业发展',
  '文化传媒',
  '汽车销售',
  '安全技术',
];
const FORMS = ['有限公司', '有限公司', '有限公司', '有限责任公司', '股份有限公司', '有限公司历城分公司', '合作社'];
const BRAND =
  '鑫泰瑞华盛恒达宏远德信诚和顺通力源丰茂嘉润博雅众联海天明泽金鼎龙腾飞跃凯旋中正佳美康宁百川汇聚东方启航新锐创优永安立兴隆昌吉祥云峰林森木子雨辰星月光辉煌锦绣前程万里';
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志红文斌海燕';
const ITEMS = [
  '食品经营',
  '卫生',
  '建筑工程施工',
  '道路运输经营',
  '排水',
  '危险化学品经营',
  '特种设备使用',
  '医疗机构执业',
  '城市建筑垃圾处置',
  '占用挖掘城市道路',
];
const SCOPES = [
  '预包装食品销售(含冷藏冷冻食品),热食类食品制售,自制饮品制售',
  '建设规模与内容以批准的施工图设计文件为准,开工前应当办理质量安全监督手续',
  '普通货物运输,货物专用运输(集装箱),大型物件运输',
  '经审查,申请材料齐全,符合法定形式,准予行政许可,请依法依规开展活动',
  '向城镇污水管网及其附属设施排放污水,应当安装水质水量检测设备并保持正常运行',
];
const KINDS = ['普通', '普通', '普通', '核准', '登记', '认可', '特许'];

/** A small seeded generator; `seed` alone decides the sequence. */
function numbersFrom(seed: number): () => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick(from: readonly string[] | string, next: () => number): string {
  return from[Math.floor(next() * from.length)] ?? '';
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function dayFrom(dayNumber: number): string {
  return new Date(dayNumber * 86_400_000).toISOString().slice(0, 10);
}

/** The name of subject `index`, place first and the rest after it; a million different indexes give almost as many names. */
export function subjectNameParts(index: number): readonly [place: string, rest: string] {
  const next = numbersFrom(SEED + index * 7 + 3);
  let brand = '';
  for (let left = 2 + Math.floor(next() * 3); left > 0; left -= 1) brand += pick(BRAND, next);
  return [pick(PLACES, next), `${brand}${pick(TRADES, next)}${pick(FORMS, next)}`];
}

/** The whole name of subject `index`. */
export function subjectName(index: number): string {
  return subjectNameParts(index).join('');
}

function subjectCode(index: number): string {
  return `91370112MA${((index * 2_654_435_761) % 2_821_109_907_456).toString(36).toUpperCase().padStart(8, '0')}`;
}

function unitCode(index: number): string {
  return `11370112004190${digits(index, 3)}X`;
}

/** Half of the rows come from the first six units. */
function unitOf(next: () => number): number {
  return Math.floor(next() ** 2 * UNIT_COUNT);
}

/**
 * The record's id as the platform makes it: 60 bits of the hash of dataset, authority and number, then 62 bits of the hash of the
 * whole key, so that all records of one decision are neighbours in the primary key.
 */
function recordIdOf(authority: string, number: string, subject: string): string {
  const first = hash('sha256', `licence|${authority}|${number}`, 'hex');
  const last = hash('sha256', `licence|${authority}|${number}|${subject}`, 'hex');
  const variant = '89ab'[Number.parseInt(last.charAt(0), 16) & 3] ?? '8';
  return `${first.slice(0, 8)}-${first.slice(8, 12)}-8${first.slice(12, 15)}-${variant}${last.slice(1, 4)}-${last.slice(4, 16)}`;
}

/** The lowest and the highest id a record of the same decision may have. */
export function decisionRange(recordId: string): readonly [string, string] {
  return [`${recordId.slice(0, 19)}8000-000000000000`, `${recordId.slice(0, 19)}bfff-ffffffffffff`];
}

function uuidOf(text: string): string {
  const hex = hash('sha256', text, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Makes row `index` (from 0) of a data set that will have `total` rows. */
export function licenceRow(index: number, total: number): LicenceRow {
  const next = numbersFrom(SEED + index * 13);
  const subject = Math.floor((next() * total) / ROWS_PER_SUBJECT);
  const name = subjectName(subject);
  const code = subjectCode(subject);
  const unit = unitOf(next);
  const authority = unitCode(unit);
  const decided = 18_262 + Math.floor(next() * 2_500);
  const item = pick(ITEMS, next);
  const unitName = `济南市历城区${item}审批服务单位${digits(unit, 2)}`;
  const number = `济历审${item.slice(0, 2)}〔${dayFrom(decided).slice(0, 4)}〕第${digits(index, 7)}号`;
  const isTrader = next() < 0.12;
  const hasCertificate = next() < 0.7;
  const content = `许可${name}从事${item}活动:${pick(SCOPES, next)}。`;
  const fields = [
    name,
    isTrader ? '个体工商户' : '法人及非法人组织',
    code,
    isTrader ? digits(subject, 15) : '',
    '',
    '',
    '',
    '',
    `${pick(SURNAMES, next)}${pick(GIVEN, next)}${pick(GIVEN, next)}`,
    '',
    '',
    '',
    '',
    `${item}许可决定书`,
    number,
    pick(KINDS, next),
    hasCertificate ? `${item}许可证` : '',
    hasCertificate ? `JY${digits(index, 12)}` : '',
    content,
    dayFrom(decided),
    dayFrom(decided),
    dayFrom(decided + 1_826),
    unitName,
    authority,
    '1',
    unitName,
    authority,
    next() < 0.05 ? '补办,原证书遗失,已声明作废' : '',
  ];
  return {
    fields,
    recordId: recordIdOf(authority, number, code),
    subjectKey: code,
    subjectName: name,
    unitId: `unit-${digits(unit, 2)}`,
    authorityUscc: authority,
    number,
    decidedOn: dayFrom(decided),
    contentHash: uuidOf(fields.join('|')),
    rowNo: index + 1,
  };
}
