/** A pack as small as a pack can be, written to a folder of its own; tests break one thing in it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files of a pack by path below its root. */
export type PackText = Readonly<Record<string, string | Uint8Array>>;

/** Clauses for everything else the engine can find in the small dataset. */
const WORDED = [
  ...['must-be-blank', 'length', 'personal-data', 'code', 'uscc', 'day', 'money'].map((kind) => [kind, 'row']),
  ...['row-shape', 'duplicate-in-batch', 'key-held', 'key-of-other-unit', 'same-number', 'replaces', 'parent'].map((kind) => [
    kind,
    'history',
  ]),
]
  .map(([kind = '', needs = '']) => `  - { kind: ${kind}, needs: ${needs}, message: 有误, fix: 改正 }\n`)
  .join('');

const LICENCE = `id: licence
version: "1"
from: 2021-01-01
name: { zh: 行政许可, en: Licence }
catalog:
  item: 行政许可
  basis:
    - { instrument: law-1, clause: 第一条 }
  publicity: public
  sharing: shared
  isNegative: false
  retention: { zh: 长期, en: long }
categories:
  法人: legal
  自然人: natural
numberForm: decision
deadline: licence.forward
fields:
  - code: XM
    name: { zh: 名称, en: Name }
    role: subjectName
    type: text
    maxLength: 200
    require: required
    certainty: known
  - code: LB
    name: { zh: 类别, en: Category }
    role: subjectCategory
    type: code
    codeList: category
    require: required
    certainty: known
  - code: DM
    name: { zh: 统一社会信用代码, en: Code }
    aliases: [信用代码]
    role: subjectUscc
    type: uscc
    maxLength: 18
    require: { legal: required, soleTrader: required, natural: blank }
    certainty: known
  - code: WH
    name: { zh: 文号, en: Number }
    role: number
    type: text
    maxLength: 64
    require: required
    certainty: known
  - code: RQ
    name: { zh: 决定日期, en: Day }
    role: decidedOn
    type: day
    require: required
    certainty: known
  - code: JE
    name: { zh: 金额, en: Amount }
    type: money
    unit: wan-yuan
    decimals: 6
    require: conditional
    requiredIf: filled(BZ)
    certainty: known
  - code: JG
    name: { zh: 机关, en: Authority }
    role: authorityName
    type: text
    maxLength: 200
    require: required
    certainty: known
  - code: JGDM
    name: { zh: 机关代码, en: Authority code }
    role: authorityUscc
    type: uscc
    require: required
    certainty: known
  - code: BZ
    name: { zh: 备注, en: Remark }
    role: remark
    type: longText
    maxLength: 4000
    require: optional
    certainty: known
children:
  - id: payment
    name: { zh: 付款, en: Payment }
    number: FKBH
    decidedOn: FKRQ
    fields:
      - code: FKBH
        name: { zh: 付款编号, en: Payment number }
        type: text
        maxLength: 20
        require: required
        certainty: choice
      - code: FKRQ
        name: { zh: 付款日期, en: Paid on }
        type: day
        require: required
        certainty: choice
      - code: FKJE
        name: { zh: 付款金额, en: Paid }
        type: money
        unit: yuan
        require: required
        certainty: choice
    examples:
      - kind: legal
        values: { FKBH: F1, FKRQ: 2021-05-01, FKJE: "5.00" }
rollups:
  - { id: paid, name: { zh: 已付, en: Paid }, child: payment, sum: FKJE }
examples:
  - kind: legal
    values:
      XM: 济南测试甲科技有限公司
      LB: 法人
      DM: 91370112MA0000015R
      WH: 济历城审〔2021〕1号
      RQ: 2021/04/23
      JG: 示例局
      JGDM: 11370112009000015N
`;

/** The sound pack. */
export const SOUND: PackText = {
  'standards/instruments.yaml': `- id: law-1
  issuer: 全国人民代表大会
  title: { zh: 甲法, en: Law one }
  from: 2004-07-01
  certainty: known
`,
  'standards/jurisdictions.yaml': `- id: national
  name: { zh: 全国, en: National }
- id: test
  name: { zh: 测试区, en: Test }
`,
  'standards/codes/category.yaml': `id: category
name: { zh: 类别, en: Category }
basis:
  - { instrument: law-1 }
certainty: known
values:
  - { value: 法人, aliases: [企业] }
  - { value: 自然人, to: 2021-12-31 }
  - { value: 公民, aliases: [自然人], from: 2022-01-01 }
`,
  'standards/datasets/licence.yaml': LICENCE,
  'standards/checks/R01.yaml': `id: R01
name: { zh: 必填, en: Required }
severity: error
dimension: completeness
needs: row
basis:
  - { instrument: law-1 }
certainty: known
also: [R02]
clauses:
  - kind: required
    message: 第{row}行{label}为空
    fix: 请填写{label}
${WORDED}examples:
  - { dataset: licence, kind: legal, set: { XM: "" }, fires: true, code: R01 }
`,
  'standards/checks/R02.yaml': `id: R02
name: { zh: 日期, en: Day }
severity: error
dimension: validity
needs: row
basis:
  - { instrument: law-1 }
certainty: known
datasets: [licence]
clauses:
  - id: future
    assert: decidedOn <= today()
    blame: decidedOn
    message: 日期{value}在今天之后
    fix: 请核对
examples:
  - { dataset: licence, kind: legal, set: { RQ: 2999-01-01 }, fires: true, code: R02.future }
`,
  'standards/deadlines/licence.forward.yaml': `id: licence.forward
name: { zh: 上传, en: Forward }
starts: decidedOn
values:
  - jurisdiction: national
    unit: working-day
    days: 7
    rolls: false
    from: 2018-07-25
    to: 2020-12-31
    basis: { instrument: law-1 }
    certainty: seen
  - jurisdiction: national
    unit: working-day
    days: 5
    rolls: false
    from: 2021-01-01
    basis: { instrument: law-1 }
    certainty: seen
`,
  'standards/calendar/2021.yaml': `year: 2021
papers:
  - { instrument: law-1 }
holidays:
  - { name: 元旦, from: 2021-01-01, to: 2021-01-03 }
  - { name: 劳动节, from: 2021-05-01, to: 2021-05-05 }
makeUpDays:
  - { day: 2021-04-25, for: 劳动节 }
  - { day: 2021-05-08, for: 劳动节 }
`,
  'standards/calendar/2022.yaml': `year: 2022
papers:
  - { instrument: law-1 }
holidays:
  - { name: 元旦, from: 2022-01-01, to: 2022-01-03 }
makeUpDays: []
`,
  'district/district.yaml': `id: test
name: { zh: 测试区, en: Test }
regionCode: "370112"
jurisdictions: [test, national]
isDemo: true
platformName: { zh: 信用测试, en: Credit Test }
creditOffice: t-a
`,
  'district/units.yaml': `- id: t-a
  name: 区甲局
  aliases: [甲局]
  kind: department
  uscc: 11370112009000015N
  isSyntheticCode: true
- id: t-b
  name: 区乙中心
  kind: institution
  uscc: 12370112009000023E
  isSyntheticCode: true
`,
  'district/groups.yaml': `- id: all
  name: 各部门
  members: [t-a, inner]
  certainty: uncertain
- id: inner
  name: 各中心
  members: [t-b]
  certainty: uncertain
`,
  'district/provisions.yaml': `- unit: t-a
  dataset: licence
  since: 2021-01-01
  reason: statutory
  basis: { instrument: law-1 }
- unit: all
  dataset: licence.payment
  since: 2021-01-01
  reason: expected
  basis: { instrument: law-1 }
`,
};

export interface WrittenPack {
  readonly root: string;
  readonly standardsDir: string;
  readonly districtDir: string;
  readonly remove: () => Promise<void>;
}

/** Writes a pack into a new folder below the system's temporary one. */
export async function writePack(files: PackText): Promise<WrittenPack> {
  const root = await mkdtemp(join(tmpdir(), 'xincheng-pack-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return {
    root,
    standardsDir: join(root, 'standards'),
    districtDir: join(root, 'district'),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
