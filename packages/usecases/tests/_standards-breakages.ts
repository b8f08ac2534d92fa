/** One breakage after another: the sound pack with one thing wrong, and the place and code that must be told. */
import { SOUND } from './_standards-pack.ts';
import type { PackText } from './_standards-pack.ts';

export function textOf(files: PackText, path: string): string {
  const text = files[path];
  if (typeof text !== 'string') throw new Error(`no text ${path}`);
  return text;
}

/** The sound pack with one piece of text replaced; the piece must be there exactly once. */
export function swap(path: string, from: string, to: string): PackText {
  const text = textOf(SOUND, path);
  if (text.split(from).length !== 2) throw new Error(`${path}: ${from} is not there exactly once`);
  return { ...SOUND, [path]: text.replace(from, () => to) };
}

function without(path: string): PackText {
  return Object.fromEntries(Object.entries(SOUND).filter(([name]) => name !== path));
}

export function lineOf(text: string, needle: string): number {
  if (text.split(needle).length !== 2) throw new Error(`${needle} is not there exactly once`);
  return text.slice(0, text.indexOf(needle)).split('\n').length;
}

const LICENCE = 'standards/datasets/licence.yaml';
export const R01 = 'standards/checks/R01.yaml';
const R02 = 'standards/checks/R02.yaml';
const FORWARD = 'standards/deadlines/licence.forward.yaml';
const CODES = 'standards/codes/category.yaml';
const YEAR = 'standards/calendar/2021.yaml';
export const UNITS = 'district/units.yaml';
const GROUPS = 'district/groups.yaml';
const PROVISIONS = 'district/provisions.yaml';
export const DISTRICT = 'district/district.yaml';
const INSTRUMENTS = 'standards/instruments.yaml';

export interface Breakage {
  readonly name: string;
  readonly code: string;
  readonly files: PackText;
  readonly file: string;
  /** Text that stands once in the broken file, on the line to be named; absent: line 1. */
  readonly at?: string;
}

/** A breakage by replacing text; the file broken is the file named. */
function broken(name: string, code: string, file: string, from: string, to: string, at: string): Breakage {
  return { name, code, files: swap(file, from, to), file, at };
}

export const LOCAL = 'district/deadlines/licence.forward.yaml';
export const LOCAL_TEXT = `id: licence.forward
name: { zh: 上传, en: Forward }
starts: decidedOn
values:
  - { jurisdiction: test, unit: natural-day, days: 15, rolls: false, from: 2021-01-01, basis: { instrument: law-1 }, certainty: seen }
`;
const NAMED_TWICE = '    aliases: [信用代码]';
const MONEY = '    requiredIf: filled(BZ)';

export const BREAKAGES: readonly Breakage[] = [
  // Files
  { name: 'no instruments', code: 'missing-file', files: without(INSTRUMENTS), file: INSTRUMENTS },
  { name: 'no units', code: 'missing-file', files: without(UNITS), file: UNITS },
  {
    name: 'a file in a misspelt folder',
    code: 'unknown-file',
    files: { ...SOUND, 'standards/dataset/x.yaml': 'id: x\n' },
    file: 'standards/dataset/x.yaml',
  },
  {
    name: 'a file called .yml',
    code: 'unknown-file',
    files: { ...SOUND, 'standards/codes/x.yml': 'id: x\n' },
    file: 'standards/codes/x.yml',
  },
  {
    name: 'a code list under another name',
    code: 'file-name',
    files: { ...without(CODES), 'standards/codes/kind.yaml': textOf(SOUND, CODES) },
    file: 'standards/codes/kind.yaml',
    at: 'id: category',
  },
  {
    name: 'a file in GB18030',
    code: 'not-utf8',
    files: { ...SOUND, [DISTRICT]: Buffer.concat([Buffer.from('id: test\nname: '), Buffer.from([0xb2, 0xe2, 0xca, 0xd4])]) },
    file: DISTRICT,
    at: 'name: ',
  },
  {
    name: 'a folder called like a file',
    code: 'unreadable',
    files: { ...SOUND, 'standards/codes/kind.yaml/readme.txt': '' },
    file: 'standards/codes/kind.yaml',
  },
  { name: 'an empty file', code: 'empty', files: { ...SOUND, [DISTRICT]: '# nothing\n' }, file: DISTRICT },
  broken('a bracket left open', 'syntax', R02, 'datasets: [licence]', 'datasets: [licence', 'clauses:'),
  broken('two documents', 'syntax', YEAR, 'holidays:\n', '---\nholidays:\n', '---'),
  broken('a tag', 'syntax', DISTRICT, 'id: test', 'id: !secret test', 'id: !secret'),
  broken('a key that is a list', 'syntax', DISTRICT, 'isDemo: true', '[isDemo]: true', '[isDemo]'),
  broken('an anchor', 'alias', FORWARD, 'days: 7', 'days: &seven 7', '&seven'),
  // Shape
  broken('a key twice', 'duplicate-key', UNITS, '  name: 区乙中心', '  name: 区乙中心\n  name: 区丙中心', '区丙中心'),
  broken('an unknown key', 'unknown-key', LICENCE, '    role: remark', '    roles: remark', 'roles: remark'),
  broken('an unknown key of a child', 'unknown-key', LICENCE, '        unit: yuan', '        units: yuan', 'units: yuan'),
  broken('a key left out', 'missing-key', R01, 'severity: error\n', '', 'id: R01'),
  broken('a number for a text', 'wrong-type', LICENCE, 'version: "1"', 'version: 1', 'version: 1'),
  broken('a text for a list', 'wrong-type', R02, 'datasets: [licence]', 'datasets: licence', 'datasets: licence'),
  broken('a type that is none', 'wrong-value', LICENCE, '    type: longText', '    type: long', 'type: long\n'),
  broken('a requirement by kind that is none', 'wrong-value', LICENCE, 'natural: blank }', 'natural: empty }', 'natural: empty'),
  broken('a requirement that leaves a kind out', 'missing-key', LICENCE, ', natural: blank }', ' }', 'soleTrader: required }'),
  broken('a blank text', 'wrong-value', R01, 'fix: 请填写{label}', 'fix: " "', 'fix: " "'),
  broken('a day that does not exist', 'wrong-day', LICENCE, 'from: 2021-01-01', 'from: 2021-02-30', '2021-02-30'),
  broken('a day in another form', 'wrong-day', UNITS, '  kind: institution', '  from: 2021/1/1\n  kind: institution', '2021/1/1'),
  broken('a code with a wrong check character', 'uscc', UNITS, '12370112009000023E', '12370112009000023F', '12370112009000023F'),
  broken(
    'a dataset without a basis',
    'no-basis',
    LICENCE,
    '  basis:\n    - { instrument: law-1, clause: 第一条 }',
    '  basis: []',
    '  basis: []',
  ),
  broken('a year without a paper', 'no-paper', YEAR, 'papers:\n  - { instrument: law-1 }', 'papers: []', 'papers: []'),
  broken(
    'a check without clauses',
    'empty-list',
    R02,
    textOf(SOUND, R02).slice(textOf(SOUND, R02).indexOf('clauses:'), textOf(SOUND, R02).indexOf('examples:')),
    'clauses: []\n',
    'clauses: []',
  ),
  // References and names
  broken('an id twice', 'duplicate-id', UNITS, '- id: t-b', '- id: t-a', '- id: t-a\n  name: 区乙中心'),
  broken('a group that is a unit', 'duplicate-id', GROUPS, '- id: inner', '- id: t-b', '- id: t-b'),
  broken('a name twice', 'duplicate-name', GROUPS, '  name: 各中心', '  name: 各中心\n  aliases: [甲局]', '[甲局]'),
  broken(
    'a code twice',
    'duplicate-uscc',
    UNITS,
    '12370112009000023E',
    '11370112009000015N\n  note: second',
    '11370112009000015N\n  note: second',
  ),
  broken('an instrument that is none', 'unknown-instrument', LICENCE, 'law-1, clause', 'law-2, clause', 'law-2'),
  broken(
    'an instrument that is none behind a deadline',
    'unknown-instrument',
    FORWARD,
    'law-1 }\n    certainty: seen\n  - ',
    'law-2 }\n    certainty: seen\n  - ',
    'law-2',
  ),
  broken('a code list that is none', 'unknown-code-list', LICENCE, 'codeList: category', 'codeList: kind', 'codeList: kind'),
  broken(
    'a deadline that is none',
    'unknown-deadline',
    LICENCE,
    'deadline: licence.forward',
    'deadline: licence.send',
    'deadline: licence.send',
  ),
  {
    name: 'a deadline without a value here',
    code: 'no-deadline-value',
    files: swap(DISTRICT, '[test, national]', '[test]'),
    file: LICENCE,
    at: 'deadline: licence.forward',
  },
  broken(
    'a check for a dataset that is none',
    'unknown-dataset',
    R02,
    'datasets: [licence]',
    'datasets: [licence, permit]',
    'datasets: [licence, permit]',
  ),
  broken('a provision of a dataset that is none', 'unknown-dataset', PROVISIONS, 'licence.payment', 'licence.fee', 'licence.fee'),
  broken('also a check that is none', 'unknown-check', R01, 'also: [R02]', 'also: [R03]', 'also: [R03]'),
  broken('a provision of a unit that is none', 'unknown-unit', PROVISIONS, 'unit: t-a', 'unit: t-c', 'unit: t-c'),
  broken('a member that is none', 'unknown-member', GROUPS, '[t-b]', '[t-c]', '[t-c]'),
  broken('a member twice', 'duplicate-member', GROUPS, '[t-b]', '[t-b, t-b]', '[t-b, t-b]'),
  broken('a group inside itself', 'group-cycle', GROUPS, '[t-b]', '[t-b, all]', '[t-b, all]'),
  broken('a child that is none', 'unknown-child', LICENCE, 'child: payment', 'child: fee', 'child: fee'),
  broken('a sum that is none', 'unknown-field', LICENCE, 'sum: FKJE', 'sum: FK', 'sum: FK '),
  broken('a child without its number', 'unknown-field', LICENCE, 'number: FKBH', 'number: FKB', 'number: FKB\n'),
  broken(
    'an example of a field that is none',
    'unknown-field',
    LICENCE,
    '      JG: 示例局',
    '      JGMC: 示例局',
    'JGMC: 示例局',
  ),
  broken('a change to a field that is none', 'unknown-field', R02, 'set: { RQ:', 'set: { RQI:', 'set: { RQI:'),
  // Fields
  broken('a field twice', 'duplicate-field', LICENCE, '  - code: BZ', '  - code: JE', '  - code: JE\n    name: { zh: 备注'),
  broken(
    'a child field that the parent has',
    'duplicate-field',
    LICENCE,
    '      - code: FKJE',
    '      - code: WH',
    '      - code: WH',
  ),
  broken(
    'a role twice',
    'duplicate-role',
    LICENCE,
    '    role: remark',
    '    role: subjectName',
    'role: subjectName\n    type: longText',
  ),
  broken(
    'a header of two fields',
    'duplicate-header',
    LICENCE,
    NAMED_TWICE,
    '    aliases: [文号, 代码]',
    '{ zh: 文号, en: Number }',
  ),
  broken('no deciding day', 'missing-role', LICENCE, '    role: decidedOn\n', '', 'fields:\n  - code: XM'),
  broken('the role of children', 'reserved-role', LICENCE, '    role: remark', '    role: parentNumber', 'role: parentNumber'),
  broken(
    'a deciding day that is a text',
    'role-type',
    LICENCE,
    '    role: decidedOn\n    type: day',
    '    role: decidedOn\n    type: code\n    codeList: category',
    'type: code\n    codeList: category\n    require: required\n    certainty: known\n  - code: JE',
  ),
  broken(
    'a number that may be left out',
    'role-optional',
    LICENCE,
    '    maxLength: 64\n    require: required',
    '    maxLength: 64\n    require: optional',
    'require: optional\n    certainty: known\n  - code: RQ',
  ),
  broken('a field called like a role', 'reserved-word', LICENCE, '  - code: BZ', '  - code: validUntil', 'code: validUntil'),
  broken('a condition that is not there', 'condition-missing', LICENCE, `${MONEY}\n`, '', 'require: conditional'),
  broken(
    'a condition nobody asks for',
    'condition-unused',
    LICENCE,
    '    maxLength: 4000\n',
    '    maxLength: 4000\n    requiredIf: filled(XM)\n',
    'requiredIf: filled(XM)',
  ),
  broken('a code without a list', 'code-list-missing', LICENCE, '    codeList: category\n', '', 'type: code'),
  broken(
    'a list without a code',
    'code-list-unused',
    LICENCE,
    '    maxLength: 4000',
    '    maxLength: 4000\n    codeList: category',
    'codeList: category\n    require: optional',
  ),
  broken('a text without end', 'length', LICENCE, '    maxLength: 4000\n', '', 'type: longText'),
  broken(
    'an amount with a longest text',
    'length',
    LICENCE,
    '    unit: wan-yuan\n',
    '    unit: wan-yuan\n    maxLength: 10\n',
    'maxLength: 10\n',
  ),
  broken('no room for a code', 'length', LICENCE, 'maxLength: 18', 'maxLength: 9', 'maxLength: 9'),
  broken('an amount without a unit', 'money-unit', LICENCE, '    unit: wan-yuan\n', '', 'type: money\n    decimals'),
  broken(
    'a text with places',
    'digits-unused',
    LICENCE,
    '    maxLength: 4000',
    '    maxLength: 4000\n    decimals: 2',
    'decimals: 2',
  ),
  broken(
    'a sealed field that is public',
    'public-sensitive',
    LICENCE,
    '    maxLength: 4000',
    '    maxLength: 4000\n    sensitive: true\n    isPublic: true',
    'isPublic: true',
  ),
  broken('a sum over texts', 'rollup-type', LICENCE, 'sum: FKJE', 'sum: FKBH', 'sum: FKBH'),
  // Examples
  broken(
    'an example of a kind that is none',
    'example-kind',
    LICENCE,
    '法人: legal',
    '法人: soleTrader',
    'kind: legal\n    values:\n      XM',
  ),
  broken(
    'an example that lacks a field',
    'example-incomplete',
    LICENCE,
    '      XM: 济南测试甲科技有限公司\n',
    '',
    'values:\n      LB',
  ),
  broken(
    'an example that fills what must be blank',
    'example-not-blank',
    LICENCE,
    '- kind: legal\n    values:\n      XM',
    '- kind: natural\n    values:\n      XM',
    'DM: 91370112MA0000015R',
  ),
  // Checks
  broken('a clause that looks for nothing', 'clause-kind', R01, '  - kind: required\n    message', '  - message', '- message'),
  broken('a clause that looks for two things', 'clause-kind', R02, '    assert:', '    kind: day\n    assert:', 'assert:'),
  broken(
    'a clause twice',
    'duplicate-clause',
    R02,
    'examples:\n',
    '  - id: future\n    kind: day\n    message: 错\n    fix: 改\nexamples:\n',
    'id: future\n    kind: day',
  ),
  broken('a blame that is nothing', 'unknown-blame', R02, 'blame: decidedOn', 'blame: decideOn', 'blame: decideOn'),
  broken('a name that is nothing', 'unknown-name', R02, 'assert: decidedOn', 'assert: decideOn', 'assert: decideOn'),
  broken(
    'a clause that no dataset fits',
    'applies-nowhere',
    R02,
    'assert: decidedOn',
    'assert: validUntil',
    'assert: validUntil',
  ),
  broken('a placeholder that is none', 'unknown-placeholder', R02, '{value}', '{values}', '{values}'),
  broken('a code that no clause gives', 'unknown-code', R02, 'code: R02.future', 'code: R02.past', 'code: R02.past'),
  broken(
    'an example of another dataset',
    'unknown-dataset',
    R02,
    '{ dataset: licence,',
    '{ dataset: licence.payment,',
    'licence.payment',
  ),
  broken('an assert that does not parse', 'expression', R02, '<= today()', '<= today(', 'today('),
  broken(
    'an assert that needs more than the row',
    'assert-needs',
    R02,
    '    blame: decidedOn',
    '    needs: history\n    blame: decidedOn',
    'needs: history',
  ),
  {
    name: 'a check of asserts that needs more than the row',
    code: 'assert-needs',
    files: swap(R02, 'needs: row', 'needs: batch'),
    file: R02,
    at: 'assert: decidedOn',
  },
  {
    name: 'a cell that no check speaks of',
    code: 'no-clause',
    files: swap(R01, 'kind: money,', 'kind: number,'),
    file: LICENCE,
    at: 'code: JE',
  },
  {
    name: 'a finding of the import that no check words',
    code: 'no-clause',
    files: swap(R01, 'kind: parent, needs: history', 'kind: parent, needs: row'),
    file: LICENCE,
    at: 'id: payment',
  },
  broken('an assert of the wrong type', 'expression', R02, '<= today()', '<= 5', '<= 5'),
  broken('a condition with an unknown name', 'expression', LICENCE, 'filled(BZ)', 'filled(BEIZHU)', 'filled(BEIZHU)'),
  broken('a condition that is no condition', 'expression', LICENCE, 'filled(BZ)', 'length(BZ)', 'length(BZ)'),
  // Time
  broken(
    'an instrument that ends before it begins',
    'reversed',
    INSTRUMENTS,
    '  from: 2004-07-01',
    '  from: 2004-07-01\n  to: 2004-06-30',
    'to: 2004-06-30',
  ),
  broken(
    'a provision that ends before it begins',
    'reversed',
    PROVISIONS,
    '  reason: statutory',
    '  to: 2020-01-01\n  reason: statutory',
    'to: 2020-01-01',
  ),
  broken('two values of a deadline on one day', 'overlap', FORWARD, 'to: 2020-12-31', 'to: 2021-01-01', '    from: 2021-01-01'),
  broken('a code with two meanings on one day', 'overlap', CODES, 'to: 2021-12-31', 'to: 2022-01-01', 'value: 公民'),
  broken(
    'a provision twice',
    'overlap',
    PROVISIONS,
    '- unit: all\n  dataset: licence.payment',
    '- unit: t-a\n  dataset: licence',
    'unit: t-a\n  dataset: licence\n  since: 2021-01-01\n  reason: expected',
  ),
  {
    name: 'a local deadline that starts elsewhere',
    code: 'starts-differ',
    files: { ...SOUND, [LOCAL]: LOCAL_TEXT.replace('decidedOn', 'appliedOn') },
    file: LOCAL,
    at: 'starts: appliedOn',
  },
  broken('a day in two holidays', 'overlap', YEAR, 'from: 2021-05-01, to', 'from: 2021-01-03, to', 'name: 劳动节'),
  broken('a holiday that ends before it begins', 'reversed', YEAR, 'to: 2021-05-05', 'to: 2021-04-05', 'name: 劳动节'),
  broken(
    'a holiday of another year',
    'far-day',
    YEAR,
    'from: 2021-01-01, to: 2021-01-03',
    'from: 2020-01-01, to: 2020-01-03',
    'name: 元旦',
  ),
  broken('a day both off and on', 'make-up-in-holiday', YEAR, '2021-04-25', '2021-05-02', '2021-05-02'),
  broken('a make-up day in the week', 'make-up-not-weekend', YEAR, '2021-04-25', '2021-04-26', '2021-04-26'),
  broken(
    'a make-up day for nothing',
    'make-up-for-unknown',
    YEAR,
    '2021-04-25, for: 劳动节',
    '2021-04-25, for: 清明节',
    'for: 清明节',
  ),
  {
    name: 'a year that is missing',
    code: 'year-gap',
    files: {
      ...without('standards/calendar/2022.yaml'),
      'standards/calendar/2023.yaml': textOf(SOUND, 'standards/calendar/2022.yaml').replaceAll('2022', '2023'),
    },
    file: 'standards/calendar/2023.yaml',
    at: 'year: 2023',
  },
  {
    name: 'a day off that the year before works',
    code: 'make-up-in-holiday',
    files: {
      ...swap('standards/calendar/2022.yaml', 'from: 2022-01-01', 'from: 2021-12-25'),
      [YEAR]: `${textOf(SOUND, YEAR)}  - { day: 2021-12-26, for: 元旦 }\n`,
    },
    file: YEAR,
    at: '2021-12-26',
  },
];
