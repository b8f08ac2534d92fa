/** The empty file of a dataset as departments fill it in. */
import type { CompiledField } from '@xincheng/core/intake';
import { SUBJECT_KINDS } from '@xincheng/core/standards';
import type { FieldType, Requirement, StandardsPack, SubjectKind } from '@xincheng/core/standards';
import { csvFileStart } from '../csv.ts';
import { templateWorkbook } from '../marking/index.ts';
import type { GuideLine, TemplateColumn } from '../marking/index.ts';
import type { RecordLayout } from '../records/layout.ts';

/** CSV with a byte order mark, so that spreadsheets read the Chinese: header row, and one example for each kind of subject. */
export function templateCsv({ dataset }: RecordLayout): string {
  const { fields, examples } = dataset.definition;
  const header = fields.map((field) => field.name.zh);
  const rows = examples.map(({ values }) => fields.map((field) => values[field.code] ?? ''));
  return csvFileStart([header, ...rows]);
}

const KIND_NAMES: Readonly<Record<SubjectKind, string>> = { legal: '法人', soleTrader: '个体工商户', natural: '自然人' };
const NEEDS: Readonly<Record<Requirement, string>> = {
  required: '必填',
  optional: '选填',
  blank: '留空',
  conditional: '条件必填',
};
const TYPES: Readonly<Record<FieldType, string>> = {
  text: '文本',
  longText: '长文本，不得含个人信息',
  code: '代码，选一项',
  codes: '代码，可多项，用英文分号隔开',
  uscc: '统一社会信用代码，18位',
  organisationCode: '组织机构代码，9位',
  registrationNo: '工商注册号，15位',
  personId: '证件号码，加密保存',
  phone: '电话，加密保存',
  day: '日期，如 2021-04-23',
  money: '金额',
  number: '数',
  integer: '整数',
};
const GUIDE_HEADERS = ['序号', '列名', '代码', ...Object.values(KIND_NAMES), '最长', '类型与取值', '填写说明', '示例', '把握'];
/** Longer lists are to be seen in the column's own choices. */
const LISTED_VALUES = 12;

/** The same as a workbook, part by part: names with guidance, choices and formats; examples and explanations on sheets of their own. */
export function templateXlsx(pack: StandardsPack, { dataset }: RecordLayout): AsyncGenerator<Uint8Array> {
  const { definition, fields } = dataset;
  return templateWorkbook({
    name: definition.name.zh,
    stamp: { dataset: definition.id, version: definition.version },
    columns: fields.map(columnOf),
    examples: definition.examples.map(({ kind, values }) => ({
      title: `${KIND_NAMES[kind]}（示例）`,
      cells: fields.map((field) => values[field.definition.code] ?? ''),
    })),
    facts: factsOf(pack, { dataset }),
    guideHeaders: GUIDE_HEADERS,
    guide: fields.map(guideLine),
  });
}

function columnOf(field: CompiledField): TemplateColumn {
  const { definition, codes } = field;
  return {
    name: definition.name.zh,
    need: needOf(field),
    type: columnType(field),
    choices:
      codes === undefined
        ? null
        : {
            values: codes.definition.values.map(({ value }) => value),
            isStrict: field.types[0] === 'code' && codes.suffix === null,
          },
    guidance: definition.guidance?.zh ?? typeOf(field),
  };
}

/** What any kind of subject requires is required, for the row's kind is not known when the header is read. */
function needOf({ requirements }: CompiledField): TemplateColumn['need'] {
  if (requirements.every((requirement) => requirement === 'required')) return 'required';
  return requirements.some((requirement) => requirement === 'required' || requirement === 'conditional')
    ? 'conditional'
    : 'optional';
}

/** Codes are text: a spreadsheet makes numbers of them otherwise, and eighteen digits do not survive that. */
function columnType({ types }: CompiledField): TemplateColumn['type'] {
  if (types.every((type) => type === 'day')) return 'day';
  return types.every((type) => type === 'money' || type === 'number' || type === 'integer') ? 'number' : 'text';
}

function guideLine(field: CompiledField): GuideLine {
  const { definition, index, requirements } = field;
  const { name, code, maxLength, guidance, example, certainty, note } = definition;
  return [
    String(index + 1),
    name.zh,
    code,
    ...SUBJECT_KINDS.map((_, kind) => NEEDS[requirements[kind] ?? 'optional']),
    maxLength === undefined ? '' : String(maxLength),
    typeOf(field),
    guidance?.zh ?? '',
    example ?? '',
    certainty === 'uncertain' ? `待核${note === undefined ? '' : `：${note}`}` : '',
  ];
}

function typeOf({ types, definition, codes }: CompiledField): string {
  const unit = definition.unit === undefined ? '' : definition.unit === 'wan-yuan' ? '（万元）' : '（元）';
  const kinds = [...new Set(types.slice(0, SUBJECT_KINDS.length))].map((type) => TYPES[type]).join('，或');
  if (codes === undefined) return kinds + unit;
  const values = codes.definition.values.map(({ value }) => value);
  const listed = values.slice(0, LISTED_VALUES).join('、');
  return `${kinds}：${listed}${values.length > LISTED_VALUES ? ` 等 ${String(values.length)} 项，见下拉列表` : ''}`;
}

function factsOf(pack: StandardsPack, { dataset }: Pick<RecordLayout, 'dataset'>): (readonly [string, string])[] {
  const { definition } = dataset;
  const deadline = pack.deadlines.get(definition.deadline ?? '');
  const basis = definition.catalog.basis.map(({ instrument, clause, certainty }) => {
    const title = pack.instruments.get(instrument)?.title.zh ?? instrument;
    return `《${title}》${clause ?? ''}${certainty === 'uncertain' ? '（待核）' : ''}`;
  });
  return [
    ['标准版本', `${definition.version}（自 ${definition.from} 起）`],
    ...basis.map((text, index) => [index === 0 ? '法律依据' : '', text] as const),
    ...(deadline?.values ?? [])
      .filter(({ to }) => to === undefined)
      .map(
        ({ jurisdiction, days, unit, certainty }) =>
          [
            '报送期限',
            `${pack.jurisdictions.get(jurisdiction)?.name.zh ?? jurisdiction}：${deadline?.name.zh ?? ''}，${String(days)} 个${unit === 'working-day' ? '工作日' : '自然日'}${certainty === 'uncertain' ? '（待核）' : ''}`,
          ] as const,
      ),
    [
      '填写办法',
      '在第一张表的列名下逐行填写；带 * 的列必填，深黄必填、浅黄在一定条件下必填、灰色选填。代码列已设为文本格式，请勿改成数字。',
    ],
    ['不会导入', '“填写示例”“填报说明”“代码表”只供查阅，不会被导入。'],
  ];
}
