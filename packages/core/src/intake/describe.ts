/** A dataset as a form, a template or an API client needs it: everything a sender must know, drawn from its YAML alone. */
import { SUBJECT_KINDS } from '../standards/index.ts';
import type {
  Certainty,
  Citation,
  CodeValue,
  FieldDefinition,
  FieldType,
  Label,
  Needs,
  Requirement,
  Rollup,
  Severity,
  SubjectKind,
} from '../standards/index.ts';
import type { CompiledClause, CompiledDataset, CompiledField } from './dataset.ts';
import { isSensitive } from './render.ts';

export interface FieldForm {
  readonly code: string;
  readonly name: Label;
  readonly aliases: readonly string[];
  readonly role: string | null;
  readonly alsoRoles: readonly string[];
  readonly types: Readonly<Record<SubjectKind, FieldType>>;
  readonly requirements: Readonly<Record<SubjectKind, Requirement>>;
  /** Expressions of the standards language; the same evaluator runs in the browser. */
  readonly requiredIf: string | null;
  readonly blankIf: string | null;
  readonly maxLength: number | null;
  readonly unit: 'wan-yuan' | 'yuan' | null;
  readonly codes: readonly CodeValue[];
  readonly hasFreeSuffix: boolean;
  /** Dataset of the record that the field names by its number. */
  readonly ref: string | null;
  /** What it cites, where it cites. */
  readonly cites: 'instrument' | null;
  readonly guidance: Label | null;
  readonly example: string | null;
  readonly isSensitive: boolean;
  readonly isPublic: boolean;
  readonly certainty: Certainty;
  readonly note: string | null;
}

export interface CheckForm {
  readonly code: string;
  readonly name: Label;
  readonly severity: Severity;
  readonly needs: Needs;
  readonly column: string | null;
  readonly message: string;
  readonly fix: string;
  readonly certainty: Certainty;
  readonly basis: readonly Citation[];
}

export interface DatasetForm {
  readonly id: string;
  readonly version: string;
  readonly name: Label;
  readonly catalog: CompiledDataset['definition']['catalog'];
  readonly deadline: string | null;
  readonly parent: string | null;
  readonly categories: Readonly<Record<string, SubjectKind>>;
  readonly fields: readonly FieldForm[];
  readonly checks: readonly CheckForm[];
  readonly children: readonly string[];
  readonly rollups: readonly Rollup[];
}

/** Describes a compiled dataset. */
export function describeDataset(dataset: CompiledDataset): DatasetForm {
  const { definition } = dataset;
  return {
    id: definition.id,
    version: definition.version,
    name: definition.name,
    catalog: definition.catalog,
    deadline: definition.deadline ?? null,
    parent: definition.parent ?? null,
    categories: definition.categories ?? {},
    fields: dataset.fields.map(describeField),
    checks: describeChecks(dataset),
    children: (definition.children ?? []).map((child) => `${definition.id}.${child.id}`),
    rollups: definition.rollups ?? [],
  };
}

function describeField(field: CompiledField): FieldForm {
  const { definition } = field;
  return {
    code: definition.code,
    name: definition.name,
    aliases: definition.aliases ?? [],
    role: definition.role ?? null,
    alsoRoles: definition.alsoRoles ?? [],
    types: perKind((index) => field.types[index] ?? 'text'),
    requirements: perKind((index) => field.requirements[index] ?? 'optional'),
    requiredIf: definition.requiredIf ?? null,
    blankIf: definition.blankIf ?? null,
    maxLength: definition.maxLength ?? null,
    unit: definition.unit ?? null,
    codes: field.codes?.definition.values ?? [],
    hasFreeSuffix: (field.codes?.suffix ?? null) !== null,
    ref: definition.ref ?? null,
    cites: definition.cites ?? null,
    guidance: definition.guidance ?? null,
    example: definition.example ?? null,
    isSensitive: isSensitive(field),
    isPublic: isPublicForSome(definition) && !isSensitive(field),
    certainty: definition.certainty,
    note: definition.note ?? null,
  };
}

function perKind<T>(of: (kindIndex: number) => T): Readonly<Record<SubjectKind, T>> {
  return {
    legal: of(SUBJECT_KINDS.indexOf('legal')),
    soleTrader: of(SUBJECT_KINDS.indexOf('soleTrader')),
    natural: of(SUBJECT_KINDS.indexOf('natural')),
  };
}

function describeChecks(dataset: CompiledDataset): CheckForm[] {
  const clauses = new Map<string, CompiledClause>();
  const add = (clause: CompiledClause | undefined): void => {
    if (clause !== undefined) clauses.set(clause.code, clause);
  };
  for (const field of dataset.fields) for (const clause of Object.values(field.clauses)) add(clause);
  for (const clause of dataset.asserts) add(clause);
  for (const clause of dataset.later.values()) add(clause);
  return [...clauses.values()]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, check, clause, severity, needs, blame }) => ({
      code,
      name: check.name,
      severity,
      needs,
      column: dataset.fields[blame]?.definition.code ?? null,
      message: clause.message,
      fix: clause.fix,
      certainty: check.certainty,
      basis: check.basis,
    }));
}

function isPublicForSome({ isPublic = true }: FieldDefinition): boolean {
  return typeof isPublic === 'boolean' ? isPublic : isPublic.legal || isPublic.soleTrader;
}
