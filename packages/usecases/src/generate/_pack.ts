/** A small invented pack for tests of the generator: one dataset with conditions, one with a child, nothing of any real standard. */
import { asDay } from '@xincheng/core/calendar';
import type {
  CheckClause,
  CheckDefinition,
  DatasetDefinition,
  FieldDefinition,
  Label,
  StandardsPack,
} from '@xincheng/core/standards';

export const TODAY = asDay('2022-03-01');

function label(zh: string): Label {
  return { zh, en: zh };
}

type Rest = Omit<FieldDefinition, 'code' | 'name' | 'certainty'>;

function field(code: string, zh: string, rest: Rest): FieldDefinition {
  return { code, name: label(zh), certainty: 'choice', ...rest };
}

const PERSONS_ONLY = { legal: 'blank', soleTrader: 'blank', natural: 'required' } as const;
const NOT_PERSONS = { legal: 'required', soleTrader: 'required', natural: 'blank' } as const;

const COMMON: readonly FieldDefinition[] = [
  field('MC', '名称', { role: 'subjectName', type: 'text', maxLength: 40, require: 'required' }),
  field('LB', '类别', { role: 'subjectCategory', type: 'code', codeList: 'category', require: 'required' }),
  field('DM', '代码', { role: 'subjectUscc', type: 'uscc', require: NOT_PERSONS }),
  field('ZCH', '注册号', {
    role: 'subjectRegistrationNo',
    type: 'registrationNo',
    require: { legal: 'optional', soleTrader: 'conditional', natural: 'blank' },
    requiredIf: 'isPlaceholder(subjectUscc)',
  }),
  field('FR', '法定代表人', { role: 'legalRep', type: 'text', require: NOT_PERSONS }),
  field('ZJLX', '证件类型', { role: 'personIdType', type: 'code', codeList: 'certificate', require: PERSONS_ONLY }),
  field('ZJHM', '证件号码', { role: 'personId', type: 'personId', maxLength: 18, require: PERSONS_ONLY }),
  field('WH', '文号', { role: 'number', type: 'text', maxLength: 64, require: 'required' }),
  field('JG', '机关', { role: 'authorityName', type: 'text', require: 'required' }),
  field('JGDM', '机关代码', { role: 'authorityUscc', type: 'uscc', require: 'required' }),
  field('LY', '来源', { role: 'sourceName', type: 'text', require: 'required' }),
  field('LYDM', '来源代码', { role: 'sourceUscc', type: 'uscc', require: 'required' }),
  field('RQ', '决定日期', { role: 'decidedOn', type: 'day', require: 'required' }),
];

const UNIT = { name: '某区甲局', uscc: '11370112009000015N' };
const OTHER = { name: '某区乙局', uscc: '1137011200900004X4' };
const legalSubject = { MC: '某区测试甲有限公司', LB: '单位', DM: '91370112MA0000015R', FR: '张测试' };
const shop = { MC: '某区测试便利店', LB: '个体', DM: '92370112MA0000023H', FR: '李测试' };
const person = { MC: '王测试', LB: '个人', ZJLX: '身份证', ZJHM: '370112199001010012' };
const parties = { JG: UNIT.name, JGDM: UNIT.uscc, LY: UNIT.name, LYDM: UNIT.uscc };

function dataset(
  rest: Pick<DatasetDefinition, 'id' | 'fields' | 'examples' | 'numberForm'> & Partial<DatasetDefinition>,
): DatasetDefinition {
  return {
    version: '1',
    from: asDay('2018-01-01'),
    name: label(rest.id),
    categories: { 单位: 'legal', 个体: 'soleTrader', 个人: 'natural' },
    catalog: { item: 'x', basis: [], publicity: 'public', sharing: 'shared', isNegative: true, retention: label('长期') },
    ...rest,
  };
}

const FINE_FIELDS = [
  ...COMMON,
  field('CL', '种类', { type: 'codes', codeList: 'measure', require: 'required' }),
  field('NR', '内容', { type: 'longText', maxLength: 400, require: 'required' }),
  field('JE', '罚款金额', {
    type: 'money',
    unit: 'wan-yuan',
    decimals: 6,
    require: 'conditional',
    requiredIf: "contains(CL, '罚款')",
  }),
  field('MS', '没收金额', {
    type: 'money',
    unit: 'wan-yuan',
    decimals: 6,
    require: 'conditional',
    requiredIf: "anyStartsWith(CL, '没收')",
    blankIf: "not anyStartsWith(CL, '没收')",
  }),
  field('XQ', '有效期', { role: 'validUntil', type: 'day', require: 'required' }),
  field('BZ', '备注', { role: 'remark', type: 'text', require: 'optional' }),
] satisfies readonly FieldDefinition[];

const fineEnd = {
  ...parties,
  WH: '某甲罚〔2021〕12号',
  RQ: '2021/04/30',
  CL: '罚款;没收违法所得',
  NR: '罚款5000元,没收违法所得36.50元',
  JE: '0.500000',
  MS: '0.003650',
  XQ: '2099/12/31',
};

const FINE = dataset({
  id: 'fine',
  numberForm: 'decision',
  fields: FINE_FIELDS,
  examples: [
    { kind: 'legal', values: { ...legalSubject, ...fineEnd, BZ: '对某区测试甲有限公司的决定于2021年4月30日作出' } },
    { kind: 'soleTrader', values: { ...shop, ...fineEnd } },
    { kind: 'natural', values: { ...person, ...fineEnd } },
  ],
});

const DEAL = dataset({
  id: 'deal',
  numberForm: 'plain',
  categories: { 单位: 'legal', 个体: 'soleTrader' },
  fields: [
    ...COMMON,
    field('ZE', '总额', { type: 'money', unit: 'yuan', decimals: 2, require: 'required' }),
    field('YF', '预付', { type: 'money', unit: 'yuan', decimals: 2, require: 'required' }),
    field('QS', '起始', { role: 'validFrom', type: 'day', require: 'required' }),
    field('JS', '结束', { role: 'validUntil', type: 'day', require: 'required' }),
    field('BA', '备案', { type: 'day', require: 'required' }),
  ],
  examples: [
    {
      kind: 'legal',
      values: {
        ...legalSubject,
        ...parties,
        WH: 'HT-2021-0001',
        RQ: '2021-03-01',
        ZE: '100000.00',
        YF: '30000.00',
        QS: '2021-03-05',
        JS: '2022-03-04',
        BA: '2021-04-01',
      },
    },
  ],
});

const STAGE = dataset({
  id: 'deal.stage',
  parent: 'deal',
  numberForm: 'plain',
  categories: DEAL.categories ?? {},
  fields: [
    ...COMMON.filter(({ role }) => role !== 'number'),
    field('HT', '合同编号', { role: 'parentNumber', type: 'text', require: 'required' }),
    field('XH', '序号', { role: 'number', type: 'text', require: 'required' }),
    field('KX', '款项', { type: 'money', unit: 'yuan', decimals: 2, require: 'required' }),
  ],
  examples: [
    { kind: 'legal', values: { ...legalSubject, ...parties, HT: 'HT-2021-0001', XH: '1', RQ: '2021-05-01', KX: '30000.00' } },
  ],
});

function check(id: string, clauses: CheckDefinition['clauses'], rest: Partial<CheckDefinition> = {}): CheckDefinition {
  return {
    id,
    name: label(id),
    severity: 'error',
    dimension: 'validity',
    needs: 'row',
    basis: [],
    certainty: 'choice',
    clauses,
    examples: [],
    ...rest,
  };
}

function clause(rest: Partial<CheckClause>): CheckClause {
  return { message: '{label}', fix: '改', ...rest };
}

const CHECKS = [
  check('REQ', [clause({ kind: 'required' }), clause({ kind: 'must-be-blank', id: 'blank' })], {
    examples: [
      { dataset: 'fine', kind: 'legal', set: { JE: '' }, fires: true },
      { dataset: 'deal', kind: 'legal', set: { WH: '' }, fires: true },
      { dataset: 'deal.stage', kind: 'legal', set: { KX: '' }, fires: true },
    ],
  }),
  check(
    'FORM',
    ['uscc', 'registration-no', 'person-id', 'day', 'money', 'length', 'code', 'personal-data', 'number'].map((kind) =>
      clause({ kind: kind as 'uscc', id: kind }),
    ),
    {
      examples: [
        { dataset: 'fine', kind: 'soleTrader', set: { DM: '92370112MA0000023X' }, fires: true, code: 'FORM.uscc' },
        { dataset: 'fine', kind: 'natural', set: { ZJHM: '370112199002300019' }, fires: true, code: 'FORM.person-id' },
        { dataset: 'deal', kind: 'legal', set: { decidedOn: '2021-02-30' }, fires: true, code: 'FORM.day' },
      ],
    },
  ),
  check('UNIT', [clause({ kind: 'unit-registry' })], {
    needs: 'registry',
    examples: [{ dataset: 'fine', kind: 'legal', set: { MC: '另一名称' }, fires: true, code: 'UNIT.elsewhere' }],
  }),
  check(
    'DAYS',
    [
      clause({ id: 'future', assert: 'decidedOn <= today()', blame: 'decidedOn' }),
      clause({ id: 'order', assert: 'validFrom <= validUntil', blame: 'validUntil' }),
    ],
    {
      also: ['NUMBER'],
      examples: [
        { dataset: 'fine', kind: 'legal', set: { RQ: '2022/03/02' }, fires: true, code: 'DAYS.future' },
        { dataset: 'deal', kind: 'legal', set: { JS: '2000-01-01' }, fires: true, code: 'DAYS.order' },
      ],
    },
  ),
  check('NUMBER', [clause({ assert: 'numberYear(number) = year(decidedOn)', blame: 'number' })], { severity: 'warning' }),
  // Fires on the very text of the example only: a row that varies does not do.
  check('YUAN', [clause({ assert: 'not mentionsYuan(NR, JE)', blame: 'JE' })], {
    severity: 'confirm',
    examples: [
      { dataset: 'fine', kind: 'legal', set: { JE: '5000' }, fires: true },
      { dataset: 'fine', kind: 'legal', set: { JE: '0.1' }, fires: false },
    ],
  }),
  // Ties fields of `deal` together so that they cannot vary apart.
  check(
    'SHARE',
    [clause({ assert: 'YF * 10 = ZE * 3', blame: 'YF' }), clause({ id: 'filed', assert: 'BA <= today()', blame: 'BA' })],
    { datasets: ['deal'] },
  ),
];

/** The pack. `fine` has dated codes, conditions and all kinds of subject; `deal` has sums that belong together and stages. */
export const PACK: Pick<
  StandardsPack,
  'datasets' | 'codeLists' | 'checks' | 'instruments' | 'units' | 'provisions' | 'district'
> = {
  datasets: new Map([FINE, DEAL, STAGE].map((one) => [one.id, one])),
  instruments: new Map(),
  codeLists: new Map(
    [
      { id: 'category', values: ['单位', '个体', '个人'].map((value) => ({ value })) },
      { id: 'certificate', values: [{ value: '身份证', numberedAs: 'citizen-id' as const }, { value: '护照' }] },
      {
        id: 'measure',
        values: [
          { value: '警告', to: asDay('2021-07-14') },
          { value: '警告、通报批评', from: asDay('2021-07-15') },
          { value: '罚款' },
          { value: '没收违法所得' },
          { value: '没收非法财物' },
          { value: '行政拘留', kinds: ['natural' as const] },
          { value: '其他', freeSuffix: true },
        ],
      },
    ].map((list) => [list.id, { name: label(list.id), basis: [], certainty: 'choice', ...list }]),
  ),
  checks: new Map(CHECKS.map((one) => [one.id, one])),
  units: new Map([
    ['a', { id: 'a', ...UNIT, kind: 'department', isSyntheticCode: true }],
    ['b', { id: 'b', ...OTHER, kind: 'department', isSyntheticCode: true }],
  ]),
  provisions: ['fine', 'deal'].flatMap((id) =>
    ['a', 'b'].map((unit) => ({
      unit,
      dataset: id,
      since: asDay('2020-01-01'),
      reason: 'statutory' as const,
      basis: { instrument: 'x' },
    })),
  ),
  district: {
    id: 'x',
    name: label('某区'),
    regionCode: '370112',
    jurisdictions: [],
    isDemo: true,
    platformName: label('x'),
    creditOffice: 'a',
  },
};
