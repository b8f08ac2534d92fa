/** Lists of units as plans write them, taken apart into names. Who they are is found out elsewhere. */
import { halfWidth } from '../records/index.ts';

/** Names in the order of the document. */
export interface NameList {
  readonly names: readonly string[];
  /** The list ends in 等, 等有关单位. */
  readonly isOpenEnded: boolean;
}

/** What a unit's name or that of a class of units ends in. */
const ENDING =
  /(?:局|委|办|部|院|中心|街道|街|镇|乡|公司|大厅|部门|单位|政府|会|联|队|所|站|馆|集团|社|室|厅|署|机构|企业|学校|银行|分行|支行|央行|海关|大学|协|区|县|市|处|专班|小组|医院|电视台|平台)$/u;
const BRACKETS_BEHIND = /(?:\([^()]*\))+$/u;

/** Behind 等, words that name no class of their own. */
const AND_OTHERS =
  /^(?:(?:各|其他|区|市|县)?(?:有关|相关|各有关|各相关)|区直|市直|县直|成员|责任|其他)?(?:单位|部门|部门和单位|部门、单位|部门单位|单位和部门)?$/u;

/** Names whose ending is said once for several: 郭店、鲍山、全福街道. */
const SHARED = /(?:街道办事处|街道|镇|乡|局)$/u;
const LONGEST_SHARED = 6;

/** True for what ends as a name of a unit, or of a class of units, ends. */
export function looksLikeUnit(name: string): boolean {
  return ENDING.test(halfWidth(name).replace(BRACKETS_BEHIND, '').trim());
}

/** Takes a list apart. Brackets belong to the name they stand in; 和, 及 and 与 part names only where a name can end. */
export function splitNames(list: string): NameList {
  let isOpenEnded = false;
  const names: string[] = [];
  for (const item of splitAt(list, /[、,，;；\n]/u)) {
    const text = item
      .replaceAll(/\s/gu, '')
      .replace(/^由/u, '')
      .replace(/[。.:：]+$/u, '');
    const { name, others } = splitOthers(text);
    if (others !== null) isOpenEnded ||= AND_OTHERS.test(others);
    for (const part of [name, ...(others === null || AND_OTHERS.test(others) ? [] : [others])]) names.push(...splitAnd(part));
  }
  return { names: withSharedEndings(names.filter((name) => name !== '')).map(tidied), isOpenEnded };
}

/** 区财政局等有关单位 is a name and others. The 等 of 高等学校 is none: no name ends before it. */
function splitOthers(text: string): { readonly name: string; readonly others: string | null } {
  for (let at = text.indexOf('等'); at >= 0; at = text.indexOf('等', at + 1)) {
    const name = text.slice(0, at);
    const others = text.slice(at + 1).replace(/^\d+[个家]/u, '');
    if ((looksLikeUnit(name) || name === '' || others === '') && depthAt(text, at) === 0) return { name, others };
  }
  return { name: text, others: null };
}

/** 各部门及各街道 are two, 区工业和信息化局 is one: 区工业 is no name. 有关部门和单位 is one phrase. */
function splitAnd(text: string): string[] {
  for (const found of text.matchAll(/以及|[和及与]/gu)) {
    const before = text.slice(0, found.index);
    const behind = text.slice(found.index + found[0].length);
    if (depthAt(text, found.index) === 0 && looksLikeUnit(before) && behind.length > 2 && looksLikeUnit(behind))
      return [before, ...splitAnd(behind)];
  }
  return [text];
}

function withSharedEndings(names: readonly string[]): string[] {
  const whole: string[] = [];
  let ending = '';
  for (const name of [...names].reverse()) {
    const own = SHARED.exec(name)?.[0];
    if (own !== undefined) ending = own;
    else if (looksLikeUnit(name) || name.length > LONGEST_SHARED) ending = '';
    whole.unshift(own === undefined ? name + ending : name);
  }
  return whole;
}

/** Brackets in a name are of full width in the directory. */
function tidied(name: string): string {
  return name.replaceAll('(', '（').replaceAll(')', '）');
}

/** Parts of a text between separators that stand outside brackets. */
export function splitAt(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text) {
    depth += depthOf(sign);
    if (depth <= 0 && separator.test(sign)) {
      parts.push(part);
      part = '';
    } else part += sign;
    depth = Math.max(0, depth);
  }
  return [...parts, part];
}

function depthAt(text: string, end: number): number {
  let depth = 0;
  for (const sign of text.slice(0, end)) depth = Math.max(0, depth + depthOf(sign));
  return depth;
}

function depthOf(sign: string): number {
  if (sign === '(' || sign === '（') return 1;
  return sign === ')' || sign === '）' ? -1 : 0;
}
