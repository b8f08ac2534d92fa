/** Whatever a text says: reading it never throws, and every line of it is understood or told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDue } from './due.ts';
import { instrumentsIn, targetsIn } from './measures.ts';
import { chineseNumeral, numberOf } from './numerals.ts';
import { readPlan } from './read-plan.ts';
import type { PlanDraft } from './types.ts';
import { splitNames } from './unit-names.ts';

const SEED = 20211126;

/** Pieces that plans are made of, whole and broken. */
const PIECES = [
  '一、', '二、', '（一）', '(二)', '1.', '2、', '（1）', '①', '1.1 ', '第一章 ', '（牵头单位：', '责任单位：', '配合部门:', '完成时限：', '区财政局', '区教育局、',
  '各街道', '等有关单位', '牵头，', '配合', '负责', '2021年6月底前', '长期坚持', '）', ')', '。', '，', '；', '《办法》', '（国办发〔2020〕49号）', '95%以上', '三个工作日内',
  '加强管理', '推进工作', '附件：', '2021年4月1日', '序号\t任务\t责任单位', '1\t甲\t区财政局', ' ', '　', '\t', '|', '【', '】', '(', '〔', '\u200b', 'a', '和', '等', '会同',
]; // prettier-ignore

const line = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));

function tellsOf({ headings, areas, tasks, unread }: PlanDraft): Set<number> {
  const spans = [...headings, ...areas, ...tasks].map(({ lines }) => lines);
  const told = new Set(unread.map((one) => one.line));
  for (const span of spans) for (let at = span?.first ?? 1; at <= (span?.last ?? 0); at += 1) told.add(at);
  return told;
}

describe('any text', () => {
  it('is accounted for, line by line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: line }, fc.string({ unit: 'grapheme' })), { maxLength: 25 }),
        (lines) => {
          const draft = readPlan(lines);
          const told = tellsOf(draft);
          const silent = lines.flatMap((text, at) =>
            /[\p{L}\p{N}]/u.test(text) && !told.has(at + 1) ? [`${at + 1}: ${text}`] : [],
          );
          expect(silent).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it('gives every task a number of its own, in an area that is there', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const { areas, tasks } = readPlan(lines);
        expect(new Set(tasks.map(({ number }) => number)).size).toBe(tasks.length);
        expect(new Set(areas.map(({ number }) => number)).size).toBe(areas.length);
        const numbers = new Set(areas.map(({ number }) => number));
        expect(tasks.every(({ area }) => numbers.has(area))).toBe(true);
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('keeps every unit, whatever the order of the parts', () => {
    const names = fc.uniqueArray(
      fc.constantFrom('区财政局', '区工业和信息化局', '区委宣传部（文明办）', '各街道', '区人民法院', '区文化和旅游局'),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(names, names, fc.boolean(), (leads, responsible, isSwapped) => {
        const parts = [`牵头单位：${leads.join('、')}`, `责任单位：${responsible.join('、')}`];
        const words = `（${(isSwapped ? parts.reverse() : parts).join('，')}，完成时限：2021年6月30日前）`;
        const [task] = readPlan(['方案', `一、加强管理。${words}`]).tasks;
        expect(task).toMatchObject({ leads, responsible, supporting: [], due: '2021-06-30' });
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('takes time in proportion to its length, also where it is made to take long', () => {
    const hostile = [
      '（',
      '（牵头单位：',
      '等',
      '《',
      '1.1.',
      '一、（牵头单位：区财政局）\n',
      '1、',
      '区财政局和',
      '\n（一）\n',
    ].map((piece) => piece.repeat(Math.ceil(100_000 / piece.length)));
    const start = performance.now();
    for (const text of hostile) readPlan(['一、甲', ...text.split('\n')]);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('words about time', () => {
  it.each([
    ['2021年6月30日前', '2021-06-30'],
    ['2021 年 6 月底之前完成', '2021-06-30'],
    ['２０２１年底前', '2021-12-31'],
    ['2021年年底', '2021-12-31'],
    ['2021年内完成', '2021-12-31'],
    ['2024年2月底前', '2024-02-29'],
    ['2021年第三季度末前', '2021-09-30'],
    ['2021年上半年', '2021-06-30'],
    ['2021年5月上旬', '2021-05-10'],
    ['2021-07-01', '2021-07-01'],
    ['2021.7', '2021-07-31'],
    ['二〇二一年十月底前', '2021-10-31'],
    ['6月底前', '2021-06-30'],
    ['明年3月底', '2022-03-31'],
    ['2021年4月至6月', '2021-06-30'],
    ['长期坚持', 'standing'],
    ['持续推进', 'standing'],
    ['2021年10月前', 'unclear'],
    ['2021年第三季度前', 'unclear'],
    ['2021年5月中旬前', 'unclear'],
    ['2021年2月30日前', 'unclear'],
    ['每年12月底前', 'unclear'],
    ['2022年秋季开学前', 'unclear'],
    ['9999年底前', 'unclear'],
    ['9999.12', 'unclear'],
    ['0000年内', 'unclear'],
    ['2021年6月底前完成方案，9月底前完成建设', 'unclear'],
    ['区财政局', null],
  ])('%s', (words, expected) => {
    const read = readDue(words, 2021);
    expect(read === null ? null : read.kind === 'day' ? read.day : read.kind).toBe(expected);
  });

  it('need a year from somewhere', () => {
    expect(readDue('6月底前', null)).toEqual({ kind: 'unclear' });
  });
});

describe('lists of units', () => {
  it.each([
    ['郭店、鲍山、彩石、东风、全福街道等有关单位', '郭店街道 鲍山街道 彩石街道 东风街道 全福街道', true],
    ['区工业和信息化局、区文化和旅游局', '区工业和信息化局 区文化和旅游局', false],
    ['区发展改革局和区财政局', '区发展改革局 区财政局', false],
    ['区融媒体中心等各部门及各街道', '区融媒体中心 各部门 各街道', false],
    ['区委宣传部(文明办、网信办)', '区委宣传部（文明办、网信办）', false],
    ['各有关部门和单位', '各有关部门和单位', false],
    ['区市场监管局等12个部门', '区市场监管局', true],
  ])('%s', (list, names, isOpenEnded) => {
    expect(splitNames(list)).toEqual({ names: names.split(' '), isOpenEnded });
  });
});

describe('words that give out a task', () => {
  it.each([
    ['推进应用〔区卫生健康委负责〕', '|区卫生健康委||'],
    ['推进应用（国家税务总局白沙区税务局，2022年11月30日前）', '|国家税务总局白沙区税务局||2022-11-30'],
    ['推进应用。 责任单位：区信用中心  完成时限：2022.10', '|区信用中心||2022-10-31'],
    ['推进应用。牵头单位：区信用中心；配合单位：区教育、民政、人社局', '区信用中心||区教育局 民政局 人社局|'],
    ['推进应用（区交通运输局、公安交警大队配合，市轨道集团牵头）', '市轨道集团||区交通运输局 公安交警大队|'],
    ['推进应用（牵头单位：区委宣传部（文明办），责任单位：各街道', '区委宣传部（文明办）|各街道||'],
    ['推进（区财政局）应用（区民政局牵头，区司法局）', '区民政局|区司法局||'],
    ['落实《规划》（2021年）', undefined],
    ['推进应用（在人民银行备案的所有评级机构）', undefined],
    ['推进应用（以下简称区信用平台）', undefined],
  ])('%s', (words, expected) => {
    const [task] = readPlan(['方案', `一、${words}`]).tasks;
    const got =
      task && [task.leads, task.responsible, task.supporting].map((names) => names.join(' ')).join('|') + `|${task.due ?? ''}`;
    expect(got).toBe(expected);
  });

  it('names whose part it does not say are listed as responsible, and told', () => {
    const { tasks, unread } = readPlan(['方案', '一、推进应用（区财政局、区民政局）']);
    expect(tasks[0]?.responsible).toEqual(['区财政局', '区民政局']);
    expect(unread.map(({ reason }) => reason)).toEqual(['bracket-not-understood']);
  });
});

describe('targets and papers', () => {
  it.each([
    ['及时率达到95%以上', 'percent at-least 95'],
    ['占比不超过百分之五', 'percent at-most 5'],
    ['低于万分之三', 'per-100000 below 30'],
    ['培训不少于3次', 'count at-least 3'],
    ['十五个工作日内办结', 'working-days at-most 15'],
    ['2020年印发', ''],
  ])('%s', (text, expected) => {
    expect(
      targetsIn(text)
        .map(({ kind, is, value }) => `${kind} ${is} ${value ?? ''}`)
        .join(),
    ).toBe(expected);
  });

  it('are cited once, with their numbers', () => {
    expect(instrumentsIn('按照《甲办法》（鲁政发[2021]5号）和《甲办法》，执行国发〔2014〕21号文件。')).toEqual([
      { title: '甲办法', number: '鲁政发〔2021〕5号' },
      { title: '国发〔2014〕21号', number: '国发〔2014〕21号' },
    ]);
  });
});

describe('numerals', () => {
  it('turn round', () => {
    for (let value = 1; value < 100; value += 1) expect(numberOf(chineseNumeral(value))).toBe(value);
  });
});
