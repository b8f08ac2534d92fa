/** One field: its parts agree with its type. */
import { FIELD_ROLES, isSealed, rolesOf } from '@xincheng/core/standards';
import type { FieldDefinition, FieldRole, FieldType } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

/** Roles that only one type can play. */
const TYPE_OF_ROLE: Readonly<Partial<Record<FieldRole, FieldType>>> = {
  subjectUscc: 'uscc', subjectFormerUscc: 'uscc', subjectStanding: 'code', subjectStandingOn: 'day', authorityUscc: 'uscc', sourceUscc: 'uscc', subjectRegistrationNo: 'registrationNo', subjectOrganisationCode: 'organisationCode',
  decidedOn: 'day', validFrom: 'day', validUntil: 'day', personId: 'personId',
};
/** Shortest room that a value of fixed form needs. */
const SHORTEST: Readonly<Partial<Record<FieldType, number>>> = { uscc: 18, personId: 18, organisationCode: 9, registrationNo: 15 };
/** Types whose values are never measured in characters. */
const COUNTED: ReadonlySet<FieldType> = new Set<FieldType>(['money', 'number', 'integer', 'day']);
/** Words of the expression language: a field so called could never be named in one. */
const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'if', 'true', 'false']);
/** A field may be called like the role it plays, never like one it does not. */
const ROLE_NAMES: ReadonlySet<string> = new Set(FIELD_ROLES);

/** Reports what does not fit in a field. */
export function checkField(pack: PackContent, field: FieldDefinition, report: Report): void {
  const types = typeof field.type === 'string' ? [field.type] : Object.values(field.type);
  const isRoleOfOther = ROLE_NAMES.has(field.code) && !rolesOf(field).some((role) => role === field.code);
  if (KEYWORDS.has(field.code) || isRoleOfOther) report(field, ['code'], 'reserved-word', `${field.code} 在表达式里另有所指，不能作字段代码。`);
  for (const role of rolesOf(field)) {
    const roleType = TYPE_OF_ROLE[role];
    if (roleType !== undefined && !types.includes(roleType)) report(field, ['type'], 'role-type', `承担 ${role} 的字段类型应是 ${roleType}。`);
  }
  checkCondition(field, report);
  checkCodeList(pack, field, types, report);
  if (field.cites !== undefined && field.type !== 'text') report(field, ['cites'], 'cites', '只有文字字段（text）可以引用依据。');
  checkNumbers(field, types, report);
  checkLength(field, types, report);
  const { isPublic = false } = field;
  const isSaidPublic = typeof isPublic === 'boolean' ? isPublic : isPublic.legal || isPublic.soleTrader;
  if (isSealed(field) && isSaidPublic) report(field, ['isPublic'], 'public-sensitive', '敏感字段不得公开。');
}

function checkCondition(field: FieldDefinition, report: Report): void {
  const isConditional = (typeof field.require === 'string' ? [field.require] : Object.values(field.require)).includes('conditional');
  if (isConditional && field.requiredIf === undefined) report(field, ['require'], 'condition-missing', '条件必填的字段要写 requiredIf。');
  if (!isConditional && field.requiredIf !== undefined) report(field, ['requiredIf'], 'condition-unused', '写了 requiredIf，但没有哪类主体是 conditional。');
}

function checkCodeList(pack: PackContent, field: FieldDefinition, types: readonly FieldType[], report: Report): void {
  const isCoded = types.includes('code') || types.includes('codes');
  if (field.codeList === undefined) {
    if (isCoded) report(field, ['type'], 'code-list-missing', '代码字段要写 codeList。');
    return;
  }
  if (!isCoded) report(field, ['codeList'], 'code-list-unused', '写了 codeList，但类型不是 code 或 codes。');
  const list = pack.codeLists.get(field.codeList);
  if (list === undefined) report(field, ['codeList'], 'unknown-code-list', `代码表 ${field.codeList} 没有定义。`);
  const longest = Math.max(0, ...(list?.values ?? []).map(({ value }) => value.length));
  if (field.maxLength !== undefined && longest > field.maxLength) report(field, ['maxLength'], 'length', `代码表里最长的值有 ${String(longest)} 个字，放不进 ${String(field.maxLength)} 个字。`);
}

function checkNumbers(field: FieldDefinition, types: readonly FieldType[], report: Report): void {
  const isMoney = types.includes('money');
  if (isMoney && field.unit === undefined) report(field, ['type'], 'money-unit', '金额字段要写单位 unit。');
  if (!isMoney && field.unit !== undefined) report(field, ['unit'], 'money-unit', '只有金额字段有单位 unit。');
  const isNumber = isMoney || types.includes('number');
  for (const key of ['decimals', 'integerDigits'] as const) {
    if (!isNumber && field[key] !== undefined) report(field, [key], 'digits-unused', `只有金额和数有 ${key}。`);
  }
}

function checkLength(field: FieldDefinition, types: readonly FieldType[], report: Report): void {
  const isFree = types.includes('text') || types.includes('longText');
  if (isFree && field.maxLength === undefined) report(field, ['type'], 'length', '文字字段要写最大长度 maxLength。');
  const isCounted = types.every((type) => COUNTED.has(type));
  if (isCounted && field.maxLength !== undefined) report(field, ['maxLength'], 'length', '数、金额和日期不按字数限制，不写 maxLength。');
  const shortest = Math.max(0, ...types.map((type) => SHORTEST[type] ?? 0));
  if (field.maxLength !== undefined && field.maxLength < shortest) report(field, ['maxLength'], 'length', `maxLength 至少要 ${String(shortest)}，否则放不下一个完整的值。`);
  if (field.maxLength !== undefined && field.example !== undefined && field.example.length > field.maxLength) report(field, ['example'], 'length', `示例比 maxLength（${String(field.maxLength)}）长。`);
}
