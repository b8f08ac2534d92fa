import { describe, expect, it } from 'vitest';
import { asDay } from '../calendar/index.ts';
import type { CheckDefinition, DatasetDefinition, StandardsPack } from '../standards/index.ts';
import { compileDataset, describeDataset, renderIssue, rowChecker } from './index.ts';
import type { CompiledDataset, Issue, UnitRegistry } from './index.ts';

/** An invented dataset that no line of code knows: the engine must be general. */
const STALL: DatasetDefinition = {
  id: 'market-stall',
  version: '1',
  from: asDay('2021-01-01'),
  name: { zh: '摊位', en: 'Market stall' },
  catalog: {
    item: 'x',
    basis: [{ instrument: 'law' }],
    publicity: 'public',
    sharing: 'shared',
    isNegative: false,
    retention: { zh: '长期', en: 'for good' },
  },
  categories: { 组织: 'legal', 个体: 'soleTrader', 个人: 'natural' },
  numberForm: 'plain',
  fields: [
    {
      code: 'MC',
      name: { zh: '名称', en: 'Name' },
      role: 'subjectName',
      type: 'text',
      maxLength: 5,
      require: 'required',
      certainty: 'choice',
    },
    {
      code: 'LB',
      name: { zh: '类别', en: 'Category' },
      role: 'subjectCategory',
      type: 'code',
      codeList: 'category',
      require: 'required',
      certainty: 'choice',
    },
    {
      code: 'DM',
      name: { zh: '代码', en: 'Code' },
      role: 'subjectUscc',
      certainty: 'choice',
      type: { legal: 'uscc', soleTrader: 'uscc', natural: 'personId' },
      require: { legal: 'required', soleTrader: 'required', natural: 'required' },
    },
    { code: 'BH', name: { zh: '编号', en: 'Number' }, role: 'number', type: 'text', require: 'required', certainty: 'choice' },
    {
      code: 'JG',
      name: { zh: '机关代码', en: 'Authority' },
      role: 'authorityUscc',
      type: 'uscc',
      require: 'required',
      certainty: 'choice',
    },
    { code: 'RQ', name: { zh: '日期', en: 'Day' }, role: 'decidedOn', type: 'day', require: 'required', certainty: 'choice' },
    { code: 'SL', name: { zh: '数量', en: 'Count' }, type: 'number', decimals: 1, require: 'optional', certainty: 'choice' },
    {
      code: 'LX',
      name: { zh: '货品', en: 'Goods' },
      type: 'codes',
      codeList: 'goods',
      maxLength: 8,
      require: 'optional',
      certainty: 'choice',
    },
    {
      code: 'JE',
      name: { zh: '金额(万元)', en: 'Amount' },
      type: 'money',
      unit: 'wan-yuan',
      decimals: 6,
      integerDigits: 12,
      require: 'conditional',
      requiredIf: "contains(LX, '烟火')",
      certainty: 'choice',
    },
    {
      code: 'ZJ',
      name: { zh: '租金(元)', en: 'Rent' },
      type: 'money',
      unit: 'yuan',
      decimals: 2,
      integerDigits: 4,
      require: 'optional',
      certainty: 'choice',
    },
    { code: 'BZ', name: { zh: '备注', en: 'Remark' }, type: 'text', maxLength: 3, require: 'optional', certainty: 'uncertain' },
    {
      code: 'NR',
      name: { zh: '说明', en: 'Text' },
      type: 'longText',
      require: { legal: 'optional', soleTrader: 'optional', natural: 'blank' },
      certainty: 'choice',
    },
  ],
  examples: [],
};

function check(
  id: string,
  clauses: CheckDefinition['clauses'],
  severity: CheckDefinition['severity'] = 'error',
): CheckDefinition {
  return {
    id,
    name: { zh: id, en: id },
    severity,
    dimension: 'validity',
    needs: 'row',
    basis: [],
    certainty: 'choice',
    clauses,
    examples: [],
  };
}

const said = { message: '“{label}”为“{value}”', expected: '{expected}', fix: '请改正' };
const CHECKS: readonly CheckDefinition[] = [
  check('T01', [{ kind: 'required', message: '第{row}行“{label}”不能为空', fix: '请填写' }]),
  check('T02', [{ kind: 'must-be-blank', ...said }]),
  check('T03', [{ kind: 'code', ...said }]),
  check('T04', [
    { id: 'letter', kind: 'uscc', ...said },
    { id: 'check', kind: 'uscc', ...said },
  ]),
  check('T05', [
    { kind: 'day', ...said },
    { id: 'future', assert: 'decidedOn <= today()', blame: 'decidedOn', ...said },
  ]),
  check('T06', [
    { kind: 'money', ...said },
    { id: 'too-many-decimals', kind: 'money', ...said, fix: '写成{expected}' },
  ]),
  check('T07', [{ kind: 'length', ...said }]),
  check('T15', [
    { kind: 'number', ...said },
    { id: 'too-many-decimals', kind: 'number', ...said },
  ]),
  check('T08', [{ kind: 'personal-data', ...said }]),
  check('T09', [{ kind: 'person-id', ...said }]),
  check('T10', [{ kind: 'normalised', ...said }], 'warning'),
  check('T11', [{ assert: 'JE <= 1000000', blame: 'JE', ...said }], 'confirm'),
  check('T12', [{ assert: 'not contains(NR, elsewhere)', blame: 'NR', ...said }]),
  check('T13', [
    { id: 'unknown', kind: 'unit-registry', ...said },
    { id: 'sender', kind: 'unit-registry', ...said },
  ]),
];

const PACK: Pick<StandardsPack, 'datasets' | 'codeLists' | 'checks' | 'instruments'> = {
  instruments: new Map(),
  datasets: new Map([[STALL.id, STALL]]),
  checks: new Map(CHECKS.map((one) => [one.id, one])),
  codeLists: new Map([
    [
      'category',
      {
        id: 'category',
        name: { zh: '', en: '' },
        basis: [],
        certainty: 'choice',
        values: ['组织', '个体', '个人'].map((value) => ({ value })),
      },
    ],
    [
      'goods',
      {
        id: 'goods',
        name: { zh: '', en: '' },
        basis: [],
        certainty: 'uncertain',
        values: [
          { value: '蔬菜', aliases: ['菜'] },
          { value: '烟火', to: asDay('2021-04-30') },
          { value: '花卉', from: asDay('2021-05-01') },
          { value: '别的', freeSuffix: true },
        ],
      },
    ],
  ]),
};

function compiled(): CompiledDataset {
  const result = compileDataset(PACK, STALL.id);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const GOOD = { MC: '示例店', LB: '组织', DM: '91370112MA0000015R', BH: 'A-1', JG: '11370112009000015N', RQ: '2021-04-23' };

function issuesOf(
  change: Record<string, string>,
  units: UnitRegistry | null = null,
): { issues: Issue[]; values: Record<string, unknown>; kind: string | null } {
  const dataset = compiled();
  const cells: Record<string, string> = { ...GOOD, ...change };
  const row = rowChecker(dataset, { today: '2021-05-08', regionCode: '370112', units })(
    STALL.fields.map(({ code }) => cells[code]),
  );
  return {
    issues: row.issues.map((issue) => renderIssue(dataset, issue, 12)),
    values: Object.fromEntries(STALL.fields.map(({ code }, index) => [code, row.values[index]])),
    kind: row.kind,
  };
}

function codesOf(change: Record<string, string>, units: UnitRegistry | null = null): string[] {
  return issuesOf(change, units).issues.map(({ code }) => code);
}

describe('checking a row of a dataset no code knows', () => {
  it('takes a good row as it is', () => {
    const { issues, values, kind } = issuesOf({});
    expect(issues).toEqual([]);
    expect(kind).toBe('legal');
    expect(values).toMatchObject({ RQ: '2021-04-23', LX: null, JE: null });
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['blank required', { MC: '  ' }, ['T01']],
    ['a word for nothing', { MC: '无' }, ['T01']],
    ['unknown category', { LB: '团体' }, ['T03']],
    ['a letter no code has', { DM: '91370112MA000001OR' }, ['T04.letter']],
    ['a wrong check character', { DM: '91370112MA0000015X' }, ['T04.check']],
    ['lower case, full width, spaces', { DM: ' ９１370112ma0000015r ' }, ['T10']],
    ['no such day', { RQ: '2021-02-29' }, ['T05']],
    ['tomorrow', { RQ: '2021-05-09' }, ['T05.future']],
    ['seven decimals', { JE: '0.1234567' }, ['T06.too-many-decimals']],
    ['a fortune waits', { JE: '101' }, ['T11']],
    ['too long', { MC: '一二三四五六' }, ['T07']],
    ['rare characters count once', { MC: '𠮷𠮷𠮷𠮷𠮷' }, []],
    ['an id number in the text', { NR: '经办人37011219900101001２电话略' }, ['T08']],
    ['a mobile number in the text', { NR: '电话13812345678' }, ['T08']],
    ['a long ordinary number', { NR: '编号20210423000001' }, []],
    ['a code by its alias, twice', { LX: '菜；蔬菜' }, []],
    ['a code not yet in force', { LX: '花卉' }, ['T03']],
    ['conditional and missing', { LX: '烟火' }, ['T01']],
    ['conditional and there', { LX: '烟火', JE: '0.5' }, []],
    ['free suffix', { LX: '别的－盆栽' }, []],
    ['a suffix behind a word that opens none', { LX: '其他－盆栽' }, ['T03']],
    ['free suffix, longer than the column', { LX: '别的-一二三四五六' }, ['T07']],
    ['codes that are longer together', { LX: '菜；菜；别的-一二三四' }, ['T07']],
    ['a number', { SL: '1,000.5' }, []],
    ['a number with more places', { SL: '0.25' }, ['T15.too-many-decimals']],
    ['a number with seven places', { SL: '0.1234567' }, ['T15.too-many-decimals']],
    ['no number', { SL: '0.2.5' }, ['T15']],
    ['a person', { LB: '个人', DM: '370112199001010012' }, []],
    ['a person with a wrong number', { LB: '个人', DM: '370112199001010013' }, ['T09']],
    ['a person with a text that must be blank', { LB: '个人', DM: '370112199001010012', NR: '说明' }, ['T02']],
  ])('%s', (_, change, codes) => {
    expect(codesOf(change)).toEqual(codes);
  });

  it('keeps money exact and lists in order', () => {
    expect(issuesOf({ LX: '蔬菜;别的-盆栽', JE: '１,234.567891' }).values).toMatchObject({
      LX: ['蔬菜', '别的-盆栽'],
      JE: 1_234_567_891n,
    });
  });

  it('names row, column, value and fix, and masks what is sensitive', () => {
    const [missing] = issuesOf({ MC: '' }).issues;
    expect(missing).toMatchObject({
      row: 12,
      column: 'MC',
      label: '名称',
      rule: 'T01',
      severity: 'error',
      message: '第12行“名称”不能为空',
      fix: '请填写',
    });
    const [person] = issuesOf({ LB: '个人', DM: '370112199001010013' }).issues;
    expect(person?.value).not.toContain('19900101');
    const [text] = issuesOf({ NR: '身份证370112199001010012' }).issues;
    expect(text?.message).not.toContain('370112199001010012');
  });

  it('shows a value in one line, without what would steer a terminal', () => {
    const [day] = issuesOf({ RQ: '2021\n\u001b[31m13\u202e月' }).issues;
    expect(day).toMatchObject({ code: 'T05', value: '2021 [31m13 月' });
  });

  it.each([
    ['ZJ', '1.234', '至多 2 位小数'],
    ['JE', '0.1234567', '至多 6 位小数'],
    ['ZJ', '12345', '至多 4 位整数'],
    ['ZJ', '面议', '一个数，如 0.50'],
    ['JE', '面议', '一个数，如 0.500000'],
  ])('says of the amount %s %s what this very field takes: %s', (code, value, expected) => {
    expect(issuesOf({ [code]: value }).issues).toMatchObject([{ expected }]);
  });

  it('puts the engine’s figure into the sentence that the rule has for it', () => {
    const said = CHECKS.map((one) =>
      one.id === 'T07'
        ? check('T07', [{ kind: 'length', message: '太长', expected: '至多{expected}个字', fix: '压缩到{expected}个字' }])
        : one,
    );
    const dataset = compileDataset({ ...PACK, checks: new Map(said.map((one) => [one.id, one])) }, STALL.id);
    const clause = dataset.ok ? dataset.value.fields[0]?.clauses['length'] : undefined;
    if (!dataset.ok || clause === undefined) throw new Error('not compiled');
    const issue = renderIssue(dataset.value, { clause, field: 0, value: '一二三四五六', expected: '5' }, 2);
    expect(issue).toMatchObject({ expected: '至多5个字', fix: '压缩到5个字' });
  });

  it('repeats in the remedy what the field takes', () => {
    expect(issuesOf({ ZJ: '1.234' }).issues).toMatchObject([{ fix: '写成至多 2 位小数' }]);
  });

  it.each([
    ['a demand of an uncertain field', { BZ: '四个字了' }, true],
    ['a value of an uncertain list', { LX: '花卉' }, true],
    ['a demand of a field that is sure', { MC: '一二三四五六' }, false],
    ['a rule that is sure', { RQ: '2021-05-09' }, false],
  ])('says 待核 beside what is uncertain: %s', (_, change, isUncertain) => {
    expect(issuesOf(change).issues.map(({ message }) => message.endsWith('（待核）'))).toEqual([isUncertain]);
  });

  it('says 待核 beside a rule that is itself uncertain', () => {
    const doubted = CHECKS.map((one) => (one.id === 'T05' ? { ...one, certainty: 'uncertain' as const } : one));
    const dataset = compileDataset({ ...PACK, checks: new Map(doubted.map((one) => [one.id, one])) }, STALL.id);
    if (!dataset.ok) throw new Error('not compiled');
    const clause = dataset.value.asserts.find(({ check: { id } }) => id === 'T05');
    if (clause === undefined) throw new Error('no clause');
    const { message } = renderIssue(dataset.value, { clause, field: clause.blame, value: '2021-05-09' }, 2);
    expect(message).toBe('“日期”为“2021-05-09”（待核）');
  });

  it('asks the unit registry only when it has one', () => {
    const units = { namesByUscc: new Map([['12370112009000023E', new Set(['某中心'])]]), sender: '12370112009000023E' };
    expect(codesOf({}, null)).toEqual([]);
    expect(codesOf({}, units)).toEqual(['T13.unknown']);
  });

  it('leaves out clauses that speak of fields the dataset lacks, and describes the rest', () => {
    const form = describeDataset(compiled());
    expect(form.checks.map(({ code }) => code)).not.toContain('T12');
    expect(form.fields.find(({ code }) => code === 'DM')).toMatchObject({ isSensitive: true, isPublic: false });
    expect(form.fields.find(({ code }) => code === 'NR')?.requirements).toEqual({
      legal: 'optional',
      soleTrader: 'optional',
      natural: 'blank',
    });
  });

  it('refuses a pack whose expression is wrong, naming the check', () => {
    const broken = { ...PACK, checks: new Map([['T99', check('T99', [{ assert: 'MC = 1', ...said }])]]) };
    const result = compileDataset(broken, STALL.id);
    expect(result.ok ? [] : result.error).toMatchObject([{ where: 'T99', code: 'expression' }]);
  });
});
