/** What a task's own words make measurable, and the papers they cite. */
import { halfWidth } from '../records/index.ts';
import { numberOf } from './numerals.ts';
import type { CitedInstrument, PlanTarget } from './types.ts';

type Target = Omit<PlanTarget, 'words'>;

interface Pattern {
  readonly form: RegExp;
  /** Null for a figure that nothing is measured against. */
  readonly target: (groups: Readonly<Record<string, string | undefined>>) => Target | null;
}

const NUMBER = '(?<number>\\d+(?:\\.\\d+)?|[一二三四五六七八九十]{1,3})';
/** Words before a figure say which side of it is good; so do those behind it. */
const BOUND = '(?<bound>不低于|不少于|不小于|至少|达到?|高于|大于|超过|不超过|不高于|不大于|不多于|控制在|低于|小于|少于)?';

const PATTERNS: readonly Pattern[] = [
  {
    form: new RegExp(
      `${BOUND}(?:${NUMBER}%|百分之(?<chinese>[一二三四五六七八九十]{1,3}|百))(?<behind>以上|以下|以内|之内)?`,
      'gu',
    ),
    target: ({ bound, number, chinese, behind }) => {
      const value = chinese === '百' ? '100' : figure(chinese ?? number);
      return bound === undefined && behind === undefined && value !== '100'
        ? null
        : { kind: 'percent', is: sideOf(bound, behind), value };
    },
  },
  {
    form: new RegExp(
      `${BOUND}(?<base>千|万|十万|百万)分之(?<number>\\d+(?:\\.\\d+)?|[一二三四五六七八九十]{1,3})(?<behind>以上|以下|以内|之内)?`,
      'gu',
    ),
    target: ({ bound, base, number, behind }) => ({
      kind: 'per-100000',
      is: sideOf(bound, behind),
      value: perHundredThousand(base, figure(number)),
    }),
  },
  {
    form: new RegExp(`${NUMBER}个?(?<unit>自然日|工作日|日|天)(?:之内|以内|内)`, 'gu'),
    target: ({ number, unit }) => ({
      kind: unit === '工作日' ? 'working-days' : 'natural-days',
      is: 'at-most',
      value: figure(number),
    }),
  },
  {
    form: new RegExp(
      `(?<bound>不低于|不少于|至少|达到|超过|不超过|不多于)${NUMBER}(?:余|多)?(?<unit>万)?(?:次|项|个|家|篇|条|场|期|户|件|人次|人|批|例|亿元|元|笔|份|名|处|类)(?!工作日|自然日|月)`,
      'gu',
    ),
    target: ({ bound, number, unit }) => ({
      kind: 'count',
      is: sideOf(bound, undefined),
      value: figure(number) + (unit === undefined ? '' : '0000'),
    }),
  },
  {
    form: /清零|零存量|零增量|零发生|零新增|不发生[^,。;]{0,12}(?:事件|事故|案件)/gu,
    target: () => ({ kind: 'zero', is: 'equal', value: '0' }),
  },
  {
    form: /(?:大幅|快速|稳步|持续|显著|明显|逐年|逐月)(?:提高|提升|增长|增加|扩大|上升)|(?:提高|提升)[^,。;《》]{1,20}(?:比例|占比|比率)/gu,
    target: () => ({ kind: 'growth', is: 'above' }),
  },
];

/** Every measurable target, in the order of the words. */
export function targetsIn(text: string): PlanTarget[] {
  const plain = halfWidth(text);
  const found = PATTERNS.flatMap(({ form, target }) =>
    [...plain.matchAll(form)].flatMap((match) => {
      const read = target(match.groups ?? {});
      const words = clauseAround(text, match.index, match.index + match[0].length);
      return read === null ? [] : [{ at: match.index, target: { ...read, words } }];
    }),
  );
  return found.sort((one, other) => one.at - other.at).map(({ target }) => target);
}

function sideOf(bound: string | undefined, behind: string | undefined): PlanTarget['is'] {
  if (bound === '低于' || bound === '小于' || bound === '少于') return 'below';
  if (bound === '高于' || bound === '大于' || bound === '超过') return 'above';
  if (bound === '不超过' || bound === '不高于' || bound === '不大于' || bound === '不多于' || bound === '控制在')
    return 'at-most';
  return bound === undefined && (behind === '以下' || behind === '以内' || behind === '之内') ? 'at-most' : 'at-least';
}

function figure(number: string | undefined): string {
  const value = number ?? '';
  return /^\d/u.test(value) ? value : String(numberOf(value) ?? '');
}

const PER: Readonly<Record<string, number>> = { 千: 100, 万: 10, 十万: 1, 百万: 0.1 };

function perHundredThousand(base: string | undefined, number: string): string {
  return String(Number((Number(number) * (PER[base ?? ''] ?? 1)).toFixed(6)));
}

/** The clause a figure stands in, so that people see what it measures. */
function clauseAround(text: string, start: number, end: number): string {
  const before = Math.max(...['，', ',', '。', '；', ';', '\n'].map((sign) => text.lastIndexOf(sign, start - 1)));
  const behind = text.slice(end).search(/[，,。；;\n（(]/u);
  return text.slice(before + 1, behind < 0 ? text.length : end + behind).trim();
}

const DOCUMENT_NUMBER = '[^\\s()（）《》，。；]{1,20}[〔\\[［(（]\\d{4}[〕\\]］)）]第?\\d{1,5}号';
const TITLED = new RegExp(`《(?<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:\\s*[(（]\\s*(?<number>${DOCUMENT_NUMBER}))?`, 'gu');
const NUMBERED = new RegExp(DOCUMENT_NUMBER, 'gu');

/** Every paper cited, once, in the order of the words. One cited by number alone has it for a title. */
export function instrumentsIn(text: string): CitedInstrument[] {
  const found = new Map<string, CitedInstrument>();
  const numbers = new Set<string>();
  for (const { groups } of text.matchAll(TITLED)) {
    const title = (groups?.['title'] ?? '').replaceAll(/\s/gu, '');
    const number = groups?.['number'] === undefined ? undefined : tidyNumber(groups['number']);
    if (number !== undefined) numbers.add(number);
    if (title !== '' && found.get(title)?.number === undefined)
      found.set(title, number === undefined ? { title } : { title, number });
  }
  for (const [words] of text.replaceAll(TITLED, '').matchAll(NUMBERED)) {
    const number = tidyNumber(words).replace(/^.*?(?:按照|根据|依据|落实|执行|依照)/u, '');
    if (!numbers.has(number)) found.set(number, { title: number, number });
  }
  return [...found.values()];
}

function tidyNumber(number: string): string {
  return number.replaceAll(/[[［(（](\d{4})[\]］)）]/gu, '〔$1〕');
}
