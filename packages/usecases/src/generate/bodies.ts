/** Kinds of organisations, how their codes begin, and how they are named. */
import type { Trade } from './vocabulary.ts';
import { BRAND_CHARACTERS, COMPANY_FORMS, COMPANY_TRADES } from './vocabulary.ts';

/** Chance that belongs to a subject. */
export interface Word {
  readonly below: (count: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
}

export interface Body {
  /** As registers call it. */
  readonly name: string;
  /** Department and category: the first two characters of its code. */
  readonly department: string;
  /** Every name begins with the district's, so that whatever marks it as invented stands in each. */
  readonly nameOf: (district: string, trade: Trade, word: Word) => string;
}

const TRADES_OF_ASSOCIATIONS = [
  '餐饮',
  '物流',
  '建筑装饰',
  '家政服务',
  '电子商务',
  '果蔬',
  '民营企业',
  '书画',
  '乒乓球',
  '老年体育',
] as const;
const PRIVATE_UNITS = ['幼儿园', '职业培训学校', '养老服务中心', '社会工作服务中心', '门诊部', '科技创新研究院'] as const;
const INSTITUTIONS = [
  '实验小学',
  '中学',
  '中心幼儿园',
  '社区卫生服务中心',
  '文化馆',
  '政务服务中心',
  '水利服务中心',
  '市政养护中心',
] as const;
const OFFICES = ['局', '办公室', '委员会'] as const;

const ENTERPRISE: Body = {
  name: '企业',
  department: '91',
  nameOf: (district, trade, word) => `${district}${brandOf(word)}${trade.word}${word.pick(COMPANY_FORMS)}`,
};

const COOPERATIVE: Body = {
  name: '农民专业合作社',
  department: '93',
  nameOf: (district, _, word) =>
    `${district}${brandOf(word)}${word.pick(['农产品', '果蔬', '粮食种植', '畜禽养殖', '农机'])}专业合作社`,
};

/** One in so many numbers each; the rest are enterprises. */
const OTHERS: readonly { readonly every: number; readonly at: number; readonly body: Body }[] = [
  { every: 25, at: 24, body: COOPERATIVE },
  {
    every: 100,
    at: 10,
    body: body(
      '社会团体',
      '51',
      (district, word) =>
        `${district}${brandOf(word)}${word.pick(TRADES_OF_ASSOCIATIONS)}${word.pick(['协会', '商会', '联合会'])}`,
    ),
  },
  {
    every: 100,
    at: 20,
    body: body('民办非企业单位', '52', (district, word) => `${district}${brandOf(word)}${word.pick(PRIVATE_UNITS)}`),
  },
  {
    every: 100,
    at: 30,
    body: body('事业单位', '12', (district, word) => `${district}${brandOf(word)}${word.pick(INSTITUTIONS)}`),
  },
  {
    every: 100,
    at: 40,
    body: body(
      '基层群众性自治组织',
      '54',
      (district, word) => `${district}${brandOf(word)}${word.pick(['村村民委员会', '社区居民委员会'])}`,
    ),
  },
  { every: 100, at: 50, body: body('农村集体经济组织', 'N2', (district, word) => `${district}${brandOf(word)}村股份经济合作社`) },
  { every: 200, at: 60, body: body('律师事务所', '31', (district, word) => `${district}${brandOf(word)}律师事务所`) },
  {
    every: 200,
    at: 160,
    body: body(
      '工会',
      '81',
      (district, word) => `${district}${brandOf(word)}${word.pick(COMPANY_TRADES).word}有限公司工会委员会`,
    ),
  },
  { every: 1000, at: 70, body: body('基金会', '53', (district, word) => `${district}${brandOf(word)}公益基金会`) },
  { every: 1000, at: 570, body: body('机关', '11', (district, word) => `${district}${brandOf(word)}管理${word.pick(OFFICES)}`) },
];

/** The kind of organisation of a number. */
export function bodyOf(n: number): Body {
  return OTHERS.find(({ every, at }) => n % every === at)?.body ?? ENTERPRISE;
}

/** A brand of two to four characters; the longer, the fewer share it. */
export function brandOf(word: Word): string {
  const count = 2 + Math.min(2, word.below(5));
  let brand = '';
  for (let at = 0; at < count; at += 1) brand += word.pick(BRAND_CHARACTERS);
  return brand;
}

function body(name: string, department: string, nameOf: (district: string, word: Word) => string): Body {
  return { name, department, nameOf: (district, _, word) => nameOf(district, word) };
}
