/** From findings to sentences: what the sender reads. */
import { isSealed, SEALED_TYPES } from '../standards/index.ts';
import type { CheckClause, ClauseKind, FieldRole, Severity, SubjectKind } from '../standards/index.ts';
import { maskName, maskValue, moneyDigits } from '../records/index.ts';
import { SHOWN_VALUE_LENGTH } from './check-row.ts';
import type { RowIssue } from './check-row.ts';
import type { CompiledDataset, CompiledField } from './dataset.ts';
import { hidePersonalData } from './personal-data.ts';
import type { SetCheck } from './set-checks.ts';

/** An issue as it is stored, shown and sent back. `value` is masked where the field is sensitive. */
export interface Issue {
  /** Row as a spreadsheet shows it, counted from 1, header rows included. */
  readonly row: number;
  /** Field code; null for the row as a whole. */
  readonly column: string | null;
  readonly label: string | null;
  readonly value: string;
  readonly expected: string | null;
  /** Id of the check, e.g. `R09`. */
  readonly rule: string;
  /** The clause, e.g. `R09.future`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
}

/** Engine findings that stand in `expected` as a word, in Chinese. */
const PERSONAL_DATA_WORDS: Readonly<Record<string, string>> = {
  'citizen-id': '不含公民身份号码',
  phone: '不含手机号码',
  'bank-card': '不含银行卡号',
};

/** How an amount is written in this very field. */
function moneyWords({ definition }: CompiledField): Readonly<Record<string, string>> {
  const { after, before } = moneyDigits(definition.unit ?? 'yuan', definition.decimals, definition.integerDigits);
  return {
    'not-a-number': `一个数，如 ${after === 0 ? '5' : `0.5${'0'.repeat(after - 1)}`}`,
    negative: '不小于 0 的数',
    'too-many-decimals': `至多 ${String(after)} 位小数`,
    'too-many-digits': `至多 ${String(before)} 位整数`,
  };
}

/** The engine says a bare figure, the clause the sentence around it. */
function isTemplate({ expected }: CheckClause): boolean {
  return expected?.includes('{expected}') === true;
}

function expectedText(field: CompiledField | null, { clause: { clause }, expected }: RowIssue): string | null {
  if (expected === undefined) return clause.expected ?? null;
  if (clause.kind === 'money' && field !== null) return moneyWords(field)[expected] ?? expected;
  return PERSONAL_DATA_WORDS[expected] ?? expected;
}

const MARK_OF_UNCERTAINTY = '（待核）';

/** What a field's own certainty is about: whether it must be filled, how long it is, which values it takes. */
const DEMANDS_OF_FIELDS: ReadonlySet<ClauseKind | undefined> = new Set<ClauseKind>([
  'required',
  'must-be-blank',
  'length',
  'code',
]);

/** True where the rule, the field's demand or its list of values is still to be checked against the official text. */
function isUncertain(field: CompiledField | null, { check, clause }: RowIssue['clause']): boolean {
  if (check.certainty === 'uncertain') return true;
  if (field === null || !DEMANDS_OF_FIELDS.has(clause.kind)) return false;
  return (
    field.definition.certainty === 'uncertain' || (clause.kind === 'code' && field.codes?.definition.certainty === 'uncertain')
  );
}

/** Makes the sentence of a finding in a row about that kind of subject. */
export function renderIssue(dataset: CompiledDataset, found: RowIssue, row: number, kind: SubjectKind | null = null): Issue {
  const field = found.field < 0 ? null : (dataset.fields[found.field] ?? null);
  const { clause, check, code, severity } = found.clause;
  const value = shownValue(field, found, kind);
  const expected = expectedText(field, found);
  const label = field?.definition.name.zh ?? null;
  const words = {
    row: String(row),
    column: field?.definition.code ?? '',
    label: label ?? '本行',
    value: value === '' ? '空白' : value,
    expected: expected ?? '',
  };
  return {
    row,
    column: field?.definition.code ?? null,
    label,
    value,
    expected: expected === null ? null : fill(isTemplate(clause) ? (clause.expected ?? '') : expected, words),
    rule: check.id,
    code,
    severity,
    message: `${fill(clause.message, words)}${isUncertain(field, found.clause) ? MARK_OF_UNCERTAINTY : ''}`,
    fix: fill(clause.fix, words),
  };
}

/** The words of a check over sets, in which the database puts {row}, {value} and {expected} itself. */
export interface SetCheckWords extends Pick<Issue, 'rule' | 'code' | 'severity' | 'message' | 'fix'> {
  readonly column: string;
  readonly label: string;
  readonly expected: string;
}

/** Says everything of a check over sets but the figures. */
export function setCheckWords({ clause: compiled, field }: SetCheck): SetCheckWords {
  const { clause, check, code, severity } = compiled;
  const { code: column, name } = field.definition;
  const words = { row: '{row}', column, label: name.zh, value: '{value}', expected: '{expected}' };
  return {
    column,
    label: name.zh,
    expected: fill(clause.expected ?? '{expected}', words),
    rule: check.id,
    code,
    severity,
    message: `${fill(clause.message, words)}${isUncertain(field, compiled) ? MARK_OF_UNCERTAINTY : ''}`,
    fix: fill(clause.fix, words),
  };
}

/** What is wrong and what to do, as two sentences: the same wherever a person reads them. */
export function issueSentence({ message, fix }: Pick<Issue, 'message' | 'fix'>): string {
  return [message, fix]
    .filter((part) => part !== '')
    .map((part) => (/[。！？]$/u.test(part) ? part : `${part}。`))
    .join('');
}

function fill(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{(row|column|label|value|expected)\}/gu, (_, word: string) => words[word] ?? '');
}

/** Roles that name the person a row is about. */
const NAMES: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>(['subjectName', 'legalRep']);

/** Line ends would break the sentence; control characters and marks of direction would change what a terminal shows. */
const UNSEEN = /[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu;

/** Names and numbers of persons are masked; a narrative in which one was found is not repeated at all. */
function shownValue(field: CompiledField | null, found: RowIssue, kind: SubjectKind | null): string {
  if (found.clause.clause.kind === 'personal-data') return '（含个人信息，不重复）';
  if (field !== null && isSensitive(field)) return maskValue(found.value);
  if (kind === 'natural' && NAMES.has(field?.definition.role))
    return maskName(found.value, 'public').slice(0, SHOWN_VALUE_LENGTH);
  const text = hidePersonalData(found.value).replace(UNSEEN, ' ');
  return text.length > SHOWN_VALUE_LENGTH ? `${text.slice(0, SHOWN_VALUE_LENGTH)}…` : text;
}

/** True for fields whose value is sealed before it reaches the database, for rows of this kind (all kinds when absent). */
export function isSensitive(field: CompiledField, kindIndex?: number): boolean {
  if (kindIndex === undefined) return isSealed(field.definition);
  if (field.definition.sensitive === true) return true;
  const type = field.types[kindIndex];
  return type !== undefined && SEALED_TYPES.has(type);
}
