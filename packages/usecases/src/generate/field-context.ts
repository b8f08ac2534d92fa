/** What is known of a field before a row of it is written: its example, and the examples around it. */
import { asDay, dayNumber } from '@xincheng/core/calendar';
import type { CompiledDataset, CompiledField } from '@xincheng/core/intake';
import { SUBJECT_KINDS } from '@xincheng/core/standards';
import type { CodeListDefinition, FieldRole, FieldType, Requirement, StandardsPack, SubjectKind } from '@xincheng/core/standards';
import { dayNumberOf } from './day-text.ts';
import { fenOf } from './money-text.ts';

/** An example row as cells in the order of the fields. */
export interface Example {
  readonly kind: SubjectKind;
  readonly cells: readonly string[];
}

export interface PlanContext {
  readonly pack: Pick<StandardsPack, 'codeLists' | 'units'>;
  readonly dataset: CompiledDataset;
  /** Kind of the rows planned, and its place among the kinds. */
  readonly kind: SubjectKind;
  readonly kindIndex: number;
  readonly example: Example;
  readonly examples: readonly Example[];
  /** First and last possible deciding day, as day numbers. */
  readonly firstDay: number;
  readonly today: number;
  /** Set before numbers so that two seeds never use the same. */
  readonly numberTag: string;
  /** The parent dataset, for a child. */
  readonly parent: CompiledDataset | null;
  /** Rows that hang on one parent. */
  readonly rowsOfParent: number;
}

/** Cells of the dataset's examples. Values are named by field code. */
export function examplesOf(dataset: CompiledDataset): Example[] {
  return dataset.definition.examples.map(({ kind, values }) => ({
    kind,
    cells: dataset.fields.map(({ definition }) => values[definition.code] ?? ''),
  }));
}

/** Type of the field for rows of the planned kind. */
export function typeOf(field: CompiledField, { kindIndex }: PlanContext): FieldType {
  return field.types[kindIndex] ?? 'text';
}

/** Whether rows of the planned kind must, may or must not have the field. */
export function requirementOf(field: CompiledField, { kindIndex }: PlanContext): Requirement {
  return field.requirements[kindIndex] ?? 'optional';
}

/** The kind's place among all kinds. */
export function indexOfKind(kind: SubjectKind): number {
  return SUBJECT_KINDS.indexOf(kind);
}

/** What the example says in this field. */
export function exampleCell(field: CompiledField, { example }: PlanContext): string {
  return example.cells[field.index] ?? '';
}

/** What the example says in the field of a role; blank where there is none. */
export function exampleOfRole(role: FieldRole, context: PlanContext): string {
  const index = context.dataset.roles.get(role);
  return index === undefined ? '' : (context.example.cells[index] ?? '');
}

/** The example's deciding day as a number, or null. */
export function exampleDay(context: PlanContext): number | null {
  return dayNumberOf(exampleOfRole('decidedOn', context));
}

/** The field's code list, if it has one. */
export function codeListOf(field: CompiledField, { pack }: PlanContext): CodeListDefinition | undefined {
  return field.definition.codeList === undefined ? undefined : pack.codeLists.get(field.definition.codeList);
}

/** A value to start from where a row must have one: the example's, that of another example, the definition's own, or one made up. */
export function sampleOf(field: CompiledField, context: PlanContext): string {
  const own = exampleCell(field, context);
  if (own !== '') return own;
  const sameKind = context.examples.filter(({ kind }) => kind === context.kind);
  const others = [...sameKind, ...context.examples].map(({ cells }) => cells[field.index] ?? '');
  return others.find((cell) => cell !== '') ?? field.definition.example ?? madeUp(field, context);
}

function madeUp(field: CompiledField, context: PlanContext): string {
  switch (typeOf(field, context)) {
    case 'money':
      return field.definition.unit === 'wan-yuan' ? '1.000000' : '10000.00';
    case 'number':
    case 'integer':
      return '1';
    case 'day':
      return '2021/06/30';
    case 'code':
    case 'codes':
      return codeListOf(field, context)?.values[0]?.value ?? '1';
    case 'phone':
      return '13900000000';
    case 'text':
    case 'longText':
    case 'uscc':
    case 'organisationCode':
    case 'registrationNo':
    case 'personId':
      return `${field.definition.name.zh}1`;
  }
}

/** The largest number that divides every amount of the example: amounts grown by it keep their proportions to the fen. */
export function commonFen(context: PlanContext): number {
  let common = 0;
  for (const field of context.dataset.fields) {
    if (typeOf(field, context) !== 'money') continue;
    common = greatestDivisor(common, fenOf(field.definition, exampleCell(field, context)) ?? 0);
  }
  return common;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** How many days after the deciding day the example's other days lie, each once, ascending. Ends of validity do not count: they may be to come. */
export function waitsOf(context: PlanContext): number[] {
  const decided = exampleDay(context);
  if (decided === null) return [];
  const waits = context.dataset.fields
    .filter((field) => typeOf(field, context) === 'day' && field.definition.role !== 'validUntil')
    .map((field) => (dayNumberOf(exampleCell(field, context)) ?? decided) - decided);
  return [...new Set(waits)].filter((wait) => wait > 0 && wait < FIRST_LONG_TERM - decided).sort((a, b) => a - b);
}

/** Days from here on mean "without end". */
export const FIRST_LONG_TERM = dayNumber(asDay('2099-01-01'));
