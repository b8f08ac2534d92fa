/**
 * Phase one of checking: everything that can be said of a row by itself. Called a million times in an import,
 * so it allocates next to nothing for a good row; issues are rendered to sentences only at the edge.
 */
import { daySuggestedBySerial, halfWidth, isExponentNumber, parseDayText, parseMoney } from '../records/index.ts';
import {
  USCC_PLACEHOLDER,
  isCitizenId,
  isOrganisationCode,
  isRegistrationNo,
  isUscc,
  organisationPartHolds,
  subjectKindOfUscc,
  usccProblem,
} from '../subjects/index.ts';
import { numberFromText } from '../expression/index.ts';
import type { Frame, Surroundings, Value } from '../expression/index.ts';
import { SUBJECT_KINDS } from '../standards/index.ts';
import type { ClauseKind, CodeValue, FieldType, SubjectKind } from '../standards/index.ts';
import { UNKNOWN_KIND } from './dataset.ts';
import type { CompiledCodes } from './code-lists.ts';
import type { CompiledClause, CompiledDataset, CompiledField } from './dataset.ts';
import { findPersonalData } from './personal-data.ts';
import { codeForm, isBlankWord, trimmed } from './text.ts';

/** One finding in one row. The sentence is made by `renderIssue`. */
export interface RowIssue {
  readonly clause: CompiledClause;
  /** Index of the field, -1 for the row. */
  readonly field: number;
  /** What stands there, as filed. */
  readonly value: string;
  /** What was expected, where the engine knows better than the clause's own text. */
  readonly expected?: string;
}

/** A row after phase one. `values` are normalised and typed: money as fen, days as `YYYY-MM-DD`, several codes as a list. */
export interface CheckedRow {
  readonly kind: SubjectKind | null;
  readonly values: readonly Value[];
  readonly issues: readonly RowIssue[];
}

/** Units as the row checker needs them: names by code. Without it the registry clauses count as not run. */
export interface UnitRegistry {
  readonly namesByUscc: ReadonlyMap<string, ReadonlySet<string>>;
  /** The unit that sends: source columns must name it. */
  readonly sender: string | null;
}

export interface RowContext extends Surroundings {
  readonly units: UnitRegistry | null;
}

/** Longest run of characters of a rejected cell that an issue repeats. */
export const SHOWN_VALUE_LENGTH = 80;

/** Makes the row checker of a dataset. `cells` come in the order of the dataset's fields; a missing cell counts as blank. */
export function rowChecker(
  dataset: CompiledDataset,
  context: RowContext,
): (cells: readonly (string | undefined)[]) => CheckedRow {
  const reader = new RowReader(dataset, context);
  return (cells) => reader.check(cells);
}

const NO_ISSUES: readonly RowIssue[] = [];

class RowReader implements Frame {
  readonly surroundings: RowContext;
  values: Value[] = [];
  kind: SubjectKind | null = null;
  readonly #dataset: CompiledDataset;
  readonly #categoryIndex: number;
  readonly #usccIndex: number;
  readonly #dayIndex: number;
  readonly #blank: readonly null[];
  readonly #units: readonly UnitPair[];
  /** By field; undefined where a cell's reading depends on other cells. */
  readonly #memos: readonly (Memo | undefined)[];
  #issues: RowIssue[] = [];
  #faulty = new Set<number>();
  #kindIndex: number = UNKNOWN_KIND;
  #cells: readonly (string | undefined)[] = [];

  constructor(dataset: CompiledDataset, context: RowContext) {
    this.surroundings = context;
    this.#dataset = dataset;
    this.#categoryIndex = dataset.roles.get('subjectCategory') ?? -1;
    this.#usccIndex = dataset.roles.get('subjectUscc') ?? -1;
    this.#dayIndex = dataset.roles.get('decidedOn') ?? -1;
    this.#blank = dataset.fields.map(() => null);
    this.#units = unitPairs(dataset);
    this.#memos = dataset.fields.map((field) => (dependsOnOthers(field) ? undefined : { cell: '', kindIndex: -1, value: null }));
  }

  check(cells: readonly (string | undefined)[]): CheckedRow {
    const { order, assertsByKind } = this.#dataset;
    this.#cells = cells;
    this.values = this.#blank.slice();
    if (this.#issues.length > 0) this.#issues = [];
    if (this.#faulty.size > 0) this.#faulty.clear();
    this.#tellKind(cells);
    for (const field of order) this.#readField(field, cells[field.index]);
    this.#checkDemands();
    for (const clause of assertsByKind[this.#kindIndex] ?? []) this.#assert(clause);
    if (this.surroundings.units !== null) this.#checkUnits(this.surroundings.units);
    return { kind: this.kind, values: this.values, issues: this.#issues.length === 0 ? NO_ISSUES : this.#issues };
  }

  /** The kind decides types and requirements, so it is told before any other cell is read. */
  #tellKind(cells: readonly (string | undefined)[]): void {
    const kind = this.#categoryIndex >= 0 ? this.#kindByCategory(cells) : this.#kindByUscc(cells);
    this.kind = kind;
    this.#kindIndex = kind === null ? UNKNOWN_KIND : SUBJECT_KINDS.indexOf(kind);
  }

  #kindByCategory(cells: readonly (string | undefined)[]): SubjectKind | null {
    return this.#dataset.kinds.get(trimmed(cells[this.#categoryIndex] ?? '')) ?? null;
  }

  #kindByUscc(cells: readonly (string | undefined)[]): SubjectKind | null {
    if (this.#usccIndex < 0) return null;
    const uscc = codeForm(cells[this.#usccIndex] ?? '');
    return subjectKindOfUscc(uscc);
  }

  #readField(field: CompiledField, cell: string | undefined): void {
    if (cell === undefined || cell.length === 0) return;
    const { index } = field;
    // Authorities, kinds and states repeat from row to row: what was read without a finding is read the same again.
    const memo = this.#memos[index];
    if (memo !== undefined && memo.cell === cell && memo.kindIndex === this.#kindIndex) {
      this.values[index] = memo.value;
      return;
    }
    const text = trimmed(cell);
    if (isBlankWord(text)) return;
    const findings = this.#issues.length;
    const value = this.#readCell(field, text);
    this.values[index] = value;
    if (memo === undefined || this.#issues.length > findings) return;
    memo.cell = cell;
    memo.kindIndex = this.#kindIndex;
    memo.value = value;
  }

  #readCell(field: CompiledField, text: string): Value {
    const type = field.types[this.#kindIndex];
    if (type === undefined) throw new Error(`field ${field.definition.code} has no type for this kind`);
    if (isExponentNumber(text) && field.clauses['lost-digits'] !== undefined && !OF_NUMBERS.has(type)) {
      this.#find(field, 'lost-digits', text);
      return null;
    }
    switch (type) {
      case 'text':
      case 'longText':
      case 'phone':
        return this.#readText(field, text);
      case 'code':
        return this.#readCode(field, text);
      case 'codes':
        return this.#readCodes(field, text);
      case 'uscc':
        return this.#readUscc(field, text);
      case 'organisationCode':
        return this.#readShape(field, text, 'organisation-code', (code) => code.replaceAll('-', ''), isOrganisationCode);
      case 'registrationNo':
        return this.#readShape(field, text, 'registration-no', (code) => code, registrationNoHolds);
      case 'personId':
        return this.#readPersonId(field, text);
      case 'day':
        return this.#readDay(field, text);
      case 'money':
        return this.#readMoney(field, text);
      case 'number':
      case 'integer':
        return this.#readNumber(field, text);
    }
  }

  #find(field: CompiledField, kind: ClauseKind, value: string, expected?: string, variant?: string): void {
    const clause = variant === undefined ? field.clauses[kind] : (field.clauses[`${kind}.${variant}`] ?? field.clauses[kind]);
    if (clause === undefined) return;
    this.#add(clause, field.index, value, expected);
  }

  #add(clause: CompiledClause, field: number, value: string, expected?: string): void {
    this.#issues.push(expected === undefined ? { clause, field, value } : { clause, field, value, expected });
    if (clause.severity === 'error' && field >= 0) this.#faulty.add(field);
  }

  #readText(field: CompiledField, text: string): string | null {
    this.#checkLength(field, text);
    if (field.scan !== 'none') this.#scan(field, text);
    for (const { text: part, instruments } of field.cited?.(text) ?? []) {
      if (instruments.length === 0) this.#find(field, 'instrument', part);
    }
    return text;
  }

  #checkLength(field: CompiledField, text: string): void {
    if (text.length > field.maxLength && characters(text) > field.maxLength)
      this.#find(field, 'length', text, String(field.maxLength));
  }

  #scan(field: CompiledField, text: string): void {
    const found = findPersonalData(text, field.scan === 'narrative');
    if (found !== null) this.#find(field, 'personal-data', text, found.kind);
  }

  #readCode(field: CompiledField, text: string): string | null {
    const codes = field.codes;
    if (codes === undefined) return this.#readText(field, text);
    const value = this.#codeValue(field, codes, text);
    if (value === null) this.#find(field, 'code', text, this.#allowedCodes(codes));
    else this.#checkLength(field, value);
    return value;
  }

  #readCodes(field: CompiledField, text: string): Value {
    const codes = field.codes;
    if (codes === undefined) return [text];
    const values: string[] = [];
    for (const part of text.split(/[;；]/u)) {
      const item = trimmed(part);
      if (item.length === 0) continue;
      const value = this.#codeValue(field, codes, item);
      if (value === null) this.#find(field, 'code', item, this.#allowedCodes(codes));
      else if (!values.includes(value)) values.push(value);
    }
    const [first] = values;
    if (first !== undefined) this.#checkLength(field, values.length === 1 ? first : values.join(';'));
    return this.#faulty.has(field.index) || first === undefined ? null : values;
  }

  /** The list's own text for what was written, in force on the row's day and for its kind; null when there is none. */
  #codeValue(field: CompiledField, codes: CompiledCodes, text: string): string | null {
    const entries = codes.byText.get(text) ?? codes.byText.get(halfWidth(text));
    if (entries !== undefined) {
      for (const entry of entries) if (this.#isInForce(entry)) return entry.value;
      return null;
    }
    const match = codes.suffix?.exec(text);
    if (match === null || match === undefined) return null;
    this.#scan(field, text);
    return `${match[1] ?? ''}-${match[2] ?? ''}`;
  }

  #isInForce(entry: CodeValue): boolean {
    if (entry.kinds !== undefined && this.kind !== null && !entry.kinds.includes(this.kind)) return false;
    const day = this.values[this.#dayIndex];
    if (typeof day !== 'string') return true;
    return (entry.from === undefined || entry.from <= day) && (entry.to === undefined || day <= entry.to);
  }

  #allowedCodes(codes: CompiledCodes): string {
    return codes.definition.values
      .filter((entry) => this.#isInForce(entry))
      .map((entry) => entry.value)
      .join('、');
  }

  #readUscc(field: CompiledField, text: string): string | null {
    let code = text;
    if (!isUscc(text)) {
      code = codeForm(text);
      if (code === USCC_PLACEHOLDER && field.index === this.#usccIndex && this.kind === 'soleTrader') return code;
      if (!isUscc(code)) {
        this.#find(field, 'uscc', text, undefined, usccProblem(code)?.code);
        return null;
      }
      this.#find(field, 'normalised', text, code);
    }
    if (field.clauses['uscc-organisation-code'] !== undefined && !organisationPartHolds(code))
      this.#find(field, 'uscc-organisation-code', text);
    return code;
  }

  #readShape(
    field: CompiledField,
    text: string,
    kind: ClauseKind,
    clean: (code: string) => string,
    holds: (code: string) => boolean,
  ): string | null {
    const code = codeForm(text);
    const cleaned = clean(code);
    if (!holds(cleaned)) {
      this.#find(field, kind, text);
      return null;
    }
    if (code !== text) this.#find(field, 'normalised', text, cleaned);
    return cleaned;
  }

  /** An identity card carries a check character; other certificates are taken as written. */
  #readPersonId(field: CompiledField, text: string): string | null {
    const code = codeForm(text);
    const typeIndex = this.#dataset.roles.get(field.definition.role === 'legalRepId' ? 'legalRepIdType' : 'personIdType');
    const certificate = typeIndex === undefined ? null : this.values[typeIndex];
    const isIdentityCard =
      typeIndex === undefined ||
      (certificate === null
        ? /^[\dX]{15,18}$/u.test(code)
        : this.#dataset.fields[typeIndex]?.codes?.citizenIds.has(String(certificate)) === true);
    if (isIdentityCard && !isCitizenId(code)) {
      this.#find(field, 'person-id', text);
      return null;
    }
    if (code.length > field.maxLength) this.#find(field, 'length', text, String(field.maxLength));
    return code;
  }

  #readDay(field: CompiledField, text: string): string | null {
    const day = parseDayText(text);
    if (day.ok) return day.value;
    // Read without a word it would be a day nobody wrote: the file may count from 1904, and the number may be no day at all.
    const suggested = daySuggestedBySerial(text);
    if (suggested === null) this.#find(field, 'day', text);
    else this.#find(field, 'day', text, suggested, 'serial');
    return null;
  }

  #readMoney(field: CompiledField, text: string): bigint | null {
    const { unit, decimals, integerDigits } = field.definition;
    const fen = parseMoney(text, unit ?? 'yuan', decimals, integerDigits);
    if (fen.ok) return fen.value;
    this.#find(field, 'money', text, fen.error.code, fen.error.code);
    return null;
  }

  #readNumber(field: CompiledField, text: string): bigint | null {
    const plain = halfWidth(text).replaceAll(',', '');
    const number = numberFromText(plain);
    const isTooFine =
      number === null ? FINE_NUMBER.test(plain) : field.numberStep !== undefined && number % field.numberStep !== 0n;
    if (isTooFine) {
      this.#find(field, 'number', text, String(field.definition.decimals ?? MOST_DECIMALS), 'too-many-decimals');
      return null;
    }
    const isWhole = number === null || field.types[this.#kindIndex] !== 'integer' || number % 1_000_000n === 0n;
    if (number === null || !isWhole) {
      this.#find(field, 'number', text);
      return null;
    }
    const isTooLong = field.numberLimit !== undefined && (number >= field.numberLimit || number <= -field.numberLimit);
    if (isTooLong) this.#find(field, 'number', text, String(field.definition.integerDigits), 'too-many-digits');
    return isTooLong ? null : number;
  }

  #checkDemands(): void {
    const demands = this.#dataset.demands[this.#kindIndex];
    if (demands === undefined) throw new Error('a kind without demands');
    for (const field of demands.required)
      if (this.#isMissing(field) && !this.#compute(field)) this.#find(field, 'required', this.#cellOf(field));
    for (const field of demands.conditional) {
      if (this.#isMissing(field) && field.requiredIf?.run(this) === true) this.#find(field, 'required', this.#cellOf(field));
    }
    for (const field of demands.blank)
      if (this.values[field.index] !== null) this.#find(field, 'must-be-blank', this.#cellOf(field));
    for (const field of demands.blankIf) {
      if (this.values[field.index] !== null && field.blankIf?.run(this) === true)
        this.#find(field, 'must-be-blank', this.#cellOf(field));
    }
    for (const field of demands.computed) if (this.#isMissing(field)) this.#compute(field);
  }

  /** Fills what the file left blank; false where nothing can be told. */
  #compute(field: CompiledField): boolean {
    const value = field.computed?.run(this) ?? null;
    this.values[field.index] = value;
    return value !== null;
  }

  /** Blank, and not because what stood there could not be read. */
  #isMissing(field: CompiledField): boolean {
    return this.values[field.index] === null && (this.#faulty.size === 0 || !this.#faulty.has(field.index));
  }

  #cellOf(field: CompiledField): string {
    return trimmed(this.#cells[field.index] ?? '');
  }

  #assert(clause: CompiledClause): void {
    const { assert, blame } = clause;
    if (assert === undefined) return;
    for (const index of assert.falseNeeds) if (this.values[index] === null) return;
    if (assert.run(this) !== false) return;
    if (this.#faulty.size > 0 && assert.reads.some((index) => this.#faulty.has(index))) return;
    this.#add(clause, blame, trimmed(this.#cells[blame] ?? ''));
  }

  #checkUnits(units: UnitRegistry): void {
    for (const pair of this.#units) {
      const uscc = this.values[pair.uscc.index];
      if (typeof uscc !== 'string') continue;
      const name = pair.name === null ? null : (this.values[pair.name.index] ?? null);
      if (uscc === pair.goodUscc && name === pair.goodName) continue;
      const findings = this.#issues.length;
      const names = units.namesByUscc.get(uscc);
      if (names === undefined) this.#find(pair.uscc, 'unit-registry', uscc, undefined, 'unknown');
      else this.#checkUnitName(pair, names, uscc);
      if (pair.isSource && units.sender !== null && uscc !== units.sender)
        this.#find(pair.uscc, 'unit-registry', uscc, units.sender, 'sender');
      if (this.#issues.length > findings) continue;
      pair.goodUscc = uscc;
      pair.goodName = name;
    }
  }

  #checkUnitName(pair: UnitPair, names: ReadonlySet<string>, uscc: string): void {
    const name = pair.name === null ? null : this.values[pair.name.index];
    if (pair.name === null || typeof name !== 'string' || names.has(name)) return;
    this.#find(pair.name, 'unit-registry', name, [...names][0] ?? uscc, 'name');
  }
}

/** Types of fields in which a spreadsheet's number is a number. */
const OF_NUMBERS: ReadonlySet<FieldType> = new Set(['day', 'money', 'number', 'integer']);

/** More places than a number keeps. */
const FINE_NUMBER = /^-?\d{1,18}\.\d{7,}$/u;
const MOST_DECIMALS = 6;

/** The last cell of a field that was read without a finding. */
interface Memo {
  cell: string;
  kindIndex: number;
  value: Value;
}

/** Dated codes look at the row's day, certificate numbers at the certificate's kind. */
function dependsOnOthers(field: CompiledField): boolean {
  return field.codes?.isDated === true || field.types.includes('personId');
}

interface UnitPair {
  readonly uscc: CompiledField;
  readonly name: CompiledField | null;
  readonly isSource: boolean;
  /** The last pair found in order: most files name one authority. */
  goodUscc: string | null;
  goodName: Value;
}

function unitPairs(dataset: CompiledDataset): UnitPair[] {
  const pairs = [
    ['authorityUscc', 'authorityName', false],
    ['sourceUscc', 'sourceName', true],
  ] as const;
  return pairs.flatMap(([code, name, isSource]) => {
    const uscc = fieldOf(dataset, dataset.roles.get(code));
    // A field that is both is looked at once, as the source.
    const isSaidTwice = !isSource && uscc !== null && uscc.index === dataset.roles.get('sourceUscc');
    return uscc === null || isSaidTwice
      ? []
      : [{ uscc, name: fieldOf(dataset, dataset.roles.get(name)), isSource, goodUscc: null, goodName: null }];
  });
}

function fieldOf(dataset: CompiledDataset, index: number | undefined): CompiledField | null {
  return index === undefined ? null : (dataset.fields[index] ?? null);
}

/** Characters as a person counts them: a rare character outside the basic plane is one. */
function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Numbers from before 2007 have 13 digits and no check digit; other lengths are taken as filed by old registers, but no number of a person. */
function registrationNoHolds(code: string): boolean {
  return code.length === 15 ? isRegistrationNo(code) : !isCitizenId(code);
}
