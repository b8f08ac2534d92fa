/** A dataset made ready to check rows: names resolved, requirements and code lists laid out by subject kind, asserts compiled. */
import { compileExpression, namesIn } from '../expression/index.ts';
import { compileCodes } from './code-lists.ts';
import type { CompiledCodes } from './code-lists.ts';
import { compileSetCheck, sideOf } from './set-checks.ts';
import type { SetCheck } from './set-checks.ts';
import type { Binding, Expression, ValueType } from '../expression/index.ts';
import { instrumentFinder } from '../instruments/index.ts';
import type { InstrumentFinder } from '../instruments/index.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { appliesTo, isAboutSender, rolesOf, SUBJECT_KINDS } from '../standards/index.ts';
import type {
  CheckClause,
  CheckDefinition,
  DatasetDefinition,
  FieldDefinition,
  FieldRole,
  FieldType,
  Needs,
  Requirement,
  Severity,
  StandardsPack,
  SubjectKind,
} from '../standards/index.ts';

/** One clause of one check as it applies to one dataset. */
export interface CompiledClause {
  /** Code of the issue: `R09`, or `R09.future` where a check has several clauses. */
  readonly code: string;
  readonly check: CheckDefinition;
  readonly clause: CheckClause;
  readonly severity: Severity;
  readonly needs: Needs;
  /** Field that is marked; -1: the row as a whole, or whichever field the engine finds. */
  readonly blame: number;
  readonly assert?: Expression;
}

export interface CompiledField {
  readonly index: number;
  readonly definition: FieldDefinition;
  /** By subject kind; the last entry serves rows whose kind is unknown. */
  readonly types: readonly FieldType[];
  readonly requirements: readonly Requirement[];
  readonly requiredIf?: Expression;
  readonly blankIf?: Expression;
  readonly computed?: Expression;
  readonly codes?: CompiledCodes;
  /** For a field that cites instruments. */
  readonly cited?: InstrumentFinder;
  readonly maxLength: number;
  /** For numbers: what they must stay below, in millionths. */
  readonly numberLimit?: bigint;
  /** For numbers: the smallest step they may be written in, in millionths. */
  readonly numberStep?: bigint;
  /** How numbers of persons are looked for: in narratives every kind, in other texts those of citizens, in numbers none. */
  readonly scan: 'narrative' | 'label' | 'none';
  /** By kind of finding, and by `kind.id` where a check words its variants apart (`uscc.letter`). */
  readonly clauses: Readonly<Partial<Record<string, CompiledClause>>>;
}

/** A record of the register that rows of a dataset name: the one they hang on, or one that a field refers to. */
export interface CompiledLink {
  readonly kind: 'parent' | 'reference';
  /** Dataset of that record, and its name. */
  readonly dataset: string;
  readonly label: string;
  /** How that dataset compares numbers. */
  readonly numberForm: DatasetDefinition['numberForm'];
  /** Field that holds the number. */
  readonly field: number;
  /** True where that record hangs on the row's own parent. */
  readonly isUnderParent: boolean;
  /** What becomes of a row whose record is not there. */
  readonly severity: Severity;
}

export interface CompiledDataset {
  readonly definition: DatasetDefinition;
  readonly fields: readonly CompiledField[];
  readonly roles: ReadonlyMap<FieldRole, number>;
  readonly byCode: ReadonlyMap<string, number>;
  /** The parent's link first, then one for each field that refers to a record. */
  readonly links: readonly CompiledLink[];
  /** Order in which cells are read: the category first, then the deciding day, then the rest. */
  readonly order: readonly CompiledField[];
  /** By subject kind, the last for rows of unknown kind: what to look at once the cells are read. */
  readonly demands: readonly Demands[];
  readonly asserts: readonly CompiledClause[];
  /** The same by subject kind, without those that hold for every row of the kind; the last for rows of unknown kind. */
  readonly assertsByKind: readonly (readonly CompiledClause[])[];
  /** Clauses that need more than the row, by kind. */
  readonly later: ReadonlyMap<string, CompiledClause>;
  /** Those that the database runs on the whole batch, once it is merged. */
  readonly sets: readonly SetCheck[];
  readonly kinds: ReadonlyMap<string, SubjectKind>;
}

/** Fields by what a kind of subject demands of them. */
export interface Demands {
  readonly required: readonly CompiledField[];
  readonly conditional: readonly CompiledField[];
  readonly blank: readonly CompiledField[];
  readonly blankIf: readonly CompiledField[];
  readonly computed: readonly CompiledField[];
}

/** What keeps a dataset from being compiled: a fault of the pack, found when it is loaded. */
export interface DatasetProblem {
  readonly dataset: string;
  /** Where in the pack: a check's id or a field's code. */
  readonly where: string;
  readonly code: 'expression' | 'unknown-dataset';
  readonly message: string;
}

/** Index used for rows whose subject kind could not be told. */
export const UNKNOWN_KIND = SUBJECT_KINDS.length;

const MILLION = 1_000_000n;
const MOST_DECIMALS = 6;

type PackPart = Pick<StandardsPack, 'datasets' | 'codeLists' | 'checks' | 'instruments'>;

/** Compiles one dataset of a pack. Every problem is listed, not only the first. */
export function compileDataset(pack: PackPart, id: string): Result<CompiledDataset, readonly DatasetProblem[]> {
  const definition = pack.datasets.get(id);
  if (definition === undefined) return err([{ dataset: id, where: id, code: 'unknown-dataset', message: `no dataset ${id}` }]);
  const problems: DatasetProblem[] = [];
  const names = namesOf(definition);
  const clauses = clausesOf(pack, definition, names, problems);
  const fields = definition.fields.map((field, index) => compileField(pack, definition, field, index, names, clauses, problems));
  const sets = setsOf(pack, definition, names, fields, clauses, problems);
  if (problems.length > 0) return err(problems);
  const asserts = clauses.filter((clause) => clause.assert !== undefined && clause.needs === 'row');
  return ok({
    definition,
    fields,
    roles: names.roles,
    byCode: names.byCode,
    links: linksOf(pack, definition, fields),
    order: readingOrder(fields, names.roles),
    demands: [...SUBJECT_KINDS.keys(), UNKNOWN_KIND].map((kindIndex) => demandsOf(fields, kindIndex)),
    asserts,
    assertsByKind: [...SUBJECT_KINDS.map((kind) => asserts.flatMap((clause) => assertOf(clause, kind, names))), asserts],
    later: new Map(clauses.filter((clause) => clause.assert === undefined && clause.needs !== 'row').flatMap(keyed)),
    sets,
    kinds: new Map(Object.entries(definition.categories ?? {})),
  });
}

/** What the names of a dataset's expressions mean: its field codes and its roles. */
export function bindingsOf(definition: DatasetDefinition): ReadonlyMap<string, Binding> {
  return namesOf(definition).bindings;
}

interface Names {
  readonly byCode: ReadonlyMap<string, number>;
  readonly roles: ReadonlyMap<FieldRole, number>;
  readonly bindings: ReadonlyMap<string, Binding>;
}

function namesOf(definition: DatasetDefinition): Names {
  const byCode = new Map<string, number>();
  const roles = new Map<FieldRole, number>();
  const bindings = new Map<string, Binding>();
  definition.fields.forEach((field, index) => {
    const binding = { type: valueType(field), index, isMoney: field.type === 'money' };
    byCode.set(field.code, index);
    bindings.set(field.code, binding);
    for (const role of rolesOf(field)) {
      roles.set(role, index);
      bindings.set(role, binding);
    }
  });
  return { byCode, roles, bindings };
}

function valueType(field: FieldDefinition): ValueType {
  switch (field.type) {
    case 'codes':
      return 'list';
    case 'day':
      return 'day';
    case 'money':
    case 'number':
    case 'integer':
      return 'number';
    default:
      return 'text';
  }
}

function clausesOf(pack: PackPart, definition: DatasetDefinition, names: Names, problems: DatasetProblem[]): CompiledClause[] {
  const compiled: CompiledClause[] = [];
  for (const check of pack.checks.values()) {
    if (!appliesTo(check, definition.id)) continue;
    for (const clause of check.clauses) {
      const one = compileClause(pack, check, clause, definition, names, problems);
      if (one !== null) compiled.push(one);
    }
  }
  return compiled;
}

/** Null when the clause speaks of a field or role that this dataset does not have: then it does not apply. */
function compileClause(
  pack: PackPart,
  check: CheckDefinition,
  clause: CheckClause,
  definition: DatasetDefinition,
  names: Names,
  problems: DatasetProblem[],
): CompiledClause | null {
  const marked = markedBy(pack, clause, definition);
  const condition = clause.assert ?? clause.previous;
  const spoken = [...(condition === undefined ? [] : namesIn(condition)), ...(marked === undefined ? [] : [marked])];
  if (clause.sum !== undefined && marked === undefined) return null;
  if (!spoken.every((name) => names.bindings.has(name))) return null;
  if (clause.kind === 'reference' && definition.fields.every(({ ref }) => ref === undefined)) return null;
  // The directory of units already holds the sender to its name and code.
  if (clause.kind === 'subject-registry' && isAboutSender(definition)) return null;
  const base = {
    code: clause.id === undefined ? check.id : `${check.id}.${clause.id}`,
    check,
    clause,
    severity: clause.severity ?? check.severity,
    needs: clause.needs ?? check.needs,
    blame: marked === undefined ? -1 : (names.bindings.get(marked)?.index ?? -1),
  };
  if (clause.assert === undefined) return base;
  const assert = compileExpression(clause.assert, names.bindings, 'bool');
  if (assert.ok) return { ...base, assert: assert.value };
  problems.push({
    dataset: definition.id,
    where: base.code,
    code: 'expression',
    message: `${clause.assert}: ${assert.error.message}`,
  });
  return null;
}

/** Name of the field that a clause marks; a sum marks the child's with the children and the parent's with the parent. */
function markedBy(pack: PackPart, { sum, blame }: CheckClause, definition: DatasetDefinition): string | undefined {
  if (sum === undefined) return blame;
  const side = sideOf(pack, sum, definition);
  return side === null ? undefined : side === 'child' ? sum.field : sum.parentField;
}

function setsOf(
  pack: PackPart,
  definition: DatasetDefinition,
  { bindings }: Names,
  fields: readonly CompiledField[],
  clauses: readonly CompiledClause[],
  problems: DatasetProblem[],
): SetCheck[] {
  const fieldOf = (name: string | number): CompiledField | undefined =>
    fields[typeof name === 'number' ? name : (bindings.get(name)?.index ?? -1)];
  return clauses.flatMap((clause) => {
    const set = compileSetCheck(pack, definition, clause, fieldOf);
    if (typeof set !== 'string') return set ?? [];
    const message = `${clause.clause.previous ?? ''}: ${set}`;
    problems.push({ dataset: definition.id, where: clause.code, code: 'expression', message });
    return [];
  });
}

/** Links to datasets that the pack does not have are left out: the loader refuses such a pack. */
function linksOf(pack: PackPart, { parent }: DatasetDefinition, fields: readonly CompiledField[]): CompiledLink[] {
  return fields
    .flatMap((field): CompiledLink[] => {
      const { role, ref } = field.definition;
      const kind = role === 'parentNumber' ? 'parent' : 'reference';
      const target = pack.datasets.get((kind === 'parent' ? parent : ref) ?? '');
      if (target === undefined) return [];
      const link: CompiledLink = {
        kind,
        dataset: target.id,
        label: target.name.zh,
        numberForm: target.numberForm,
        field: field.index,
        isUnderParent: kind === 'reference' && target.parent !== undefined && target.parent === parent,
        severity: field.clauses[kind]?.severity ?? 'error',
      };
      return [link];
    })
    .sort((a, b) => Number(a.kind !== 'parent') - Number(b.kind !== 'parent'));
}

/** The assert as it stands for rows of one kind; none where it cannot fail for them. */
function assertOf(clause: CompiledClause, kind: SubjectKind, { bindings }: Names): CompiledClause[] {
  if (clause.assert === undefined) return [];
  const assert = compileExpression(clause.assert.source, bindings, 'bool', kind);
  if (!assert.ok) throw new Error(`${clause.code} compiles for every kind but not for ${kind}`);
  const { constant } = assert.value;
  return constant === undefined || constant === false ? [{ ...clause, assert: assert.value }] : [];
}

function compileField(
  pack: PackPart,
  definition: DatasetDefinition,
  field: FieldDefinition,
  index: number,
  names: Names,
  clauses: readonly CompiledClause[],
  problems: DatasetProblem[],
): CompiledField {
  const expression = (source: string | undefined, type?: ValueType): Expression | undefined => {
    if (source === undefined) return undefined;
    const result = compileExpression(source, names.bindings, type);
    if (result.ok) return result.value;
    problems.push({
      dataset: definition.id,
      where: field.code,
      code: 'expression',
      message: `${source}: ${result.error.message}`,
    });
    return undefined;
  };
  const types = byKind<FieldType>(field.type, 'text');
  const codes = field.codeList === undefined ? undefined : compileCodes(pack.codeLists.get(field.codeList));
  const requiredIf = expression(field.requiredIf, 'bool');
  const blankIf = expression(field.blankIf, 'bool');
  const computed = expression(field.computed, valueType(field));
  return {
    index,
    definition: field,
    types,
    requirements: byKind<Requirement>(field.require, 'optional'),
    ...(requiredIf === undefined ? {} : { requiredIf }),
    ...(blankIf === undefined ? {} : { blankIf }),
    ...(computed === undefined ? {} : { computed }),
    ...(codes === undefined ? {} : { codes }),
    ...(field.cites === undefined ? {} : { cited: instrumentFinder(pack.instruments.values()) }),
    maxLength: field.maxLength ?? Number.MAX_SAFE_INTEGER,
    ...(field.integerDigits === undefined ? {} : { numberLimit: 10n ** BigInt(field.integerDigits) * MILLION }),
    ...(field.decimals === undefined ? {} : { numberStep: 10n ** BigInt(MOST_DECIMALS - field.decimals) }),
    scan: scanOf(field, types),
    clauses: fieldClauses(index, clauses),
  };
}

/** Numbers and what may be made of a region, a day and a serial number would be taken for a citizen's now and then. */
const NOT_SCANNED: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>(['number', 'parentNumber', 'certificateNo']);

function scanOf({ role }: FieldDefinition, types: readonly FieldType[]): CompiledField['scan'] {
  if (types.includes('longText') || role === 'remark') return 'narrative';
  return types.includes('text') && !NOT_SCANNED.has(role) ? 'label' : 'none';
}

/** A value per kind; rows of unknown kind get the common value where there is one. */
function byKind<T extends string>(value: T | Readonly<Record<SubjectKind, T>>, otherwise: T): readonly T[] {
  if (typeof value === 'string') return [...SUBJECT_KINDS.map(() => value), value];
  const values = SUBJECT_KINDS.map((kind) => value[kind]);
  return [...values, new Set(values).size === 1 ? (values[0] ?? otherwise) : otherwise];
}

/** A clause is found under its kind and, where it has an id, under `kind.id`. */
function keyed(clause: CompiledClause): [string, CompiledClause][] {
  const { kind, id } = clause.clause;
  if (kind === undefined) return [];
  return id === undefined
    ? [[kind, clause]]
    : [
        [kind, clause],
        [`${kind}.${id}`, clause],
      ];
}

/** For each kind of finding the clause that speaks of this very field, else the one that speaks of any. */
function fieldClauses(index: number, clauses: readonly CompiledClause[]): Partial<Record<string, CompiledClause>> {
  const chosen: Partial<Record<string, CompiledClause>> = {};
  for (const clause of clauses) {
    if (clause.blame !== -1 && clause.blame !== index) continue;
    for (const [key] of keyed(clause)) {
      const isCloser = clause.blame === index && chosen[key]?.blame !== index;
      if (chosen[key] === undefined || isCloser) chosen[key] = clause;
    }
  }
  return chosen;
}

function demandsOf(fields: readonly CompiledField[], kindIndex: number): Demands {
  const having = (requirement: Requirement): CompiledField[] =>
    fields.filter((field) => field.requirements[kindIndex] === requirement);
  return {
    required: having('required'),
    conditional: having('conditional').filter((field) => field.requiredIf !== undefined),
    blank: having('blank'),
    blankIf: fields.filter((field) => field.blankIf !== undefined && field.requirements[kindIndex] !== 'blank'),
    computed: fields.filter((field) => field.computed !== undefined),
  };
}

function readingOrder(fields: readonly CompiledField[], roles: ReadonlyMap<FieldRole, number>): CompiledField[] {
  const first = (['subjectCategory', 'subjectUscc', 'decidedOn', 'personIdType', 'legalRepIdType'] as const)
    .map((role) => roles.get(role))
    .filter((index) => index !== undefined);
  const rank = new Map(first.map((index, position) => [index, position]));
  return [...fields].sort((a, b) => (rank.get(a.index) ?? fields.length) - (rank.get(b.index) ?? fields.length));
}
