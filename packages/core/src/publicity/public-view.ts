/** What of a record the public may see. Everything public is made of this: page, search, API, report, open data. */
import type { DatasetDefinition, FieldDefinition, FieldRole, SubjectKind } from '../standards/index.ts';
import { redacted, withoutNames, withoutNumbers } from './redact.ts';

/** Roles that are never public, whatever the YAML says. */
const NEVER: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>([
  'personId',
  'personIdType',
  'legalRepId',
  'legalRepIdType',
]);
/** A sole trader's operator is a person: the trade name and the code are public, the operator's name is not. */
const NEVER_OF_SOLE_TRADERS: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>([
  'legalRep',
  'certificateName',
  'certificateNo',
  // They may have been its operator's.
  'subjectFormerNames',
]);
/** Codes and numbers that are public as they are; anything else short is searched for numbers of persons. */
const AS_IT_IS: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>([
  'number',
  'parentNumber',
  'certificateNo',
  'subjectUscc',
  'authorityUscc',
  'sourceUscc',
  'subjectRegistrationNo',
  'subjectOrganisationCode',
]);
const SEALED: readonly FieldDefinition['type'][] = ['personId', 'phone'];

/** A value as it is shown: one text, or several. */
export type ShownValue = string | readonly string[];

export interface PublicField {
  readonly code: string;
  readonly label: string;
  readonly value: ShownValue;
}

/** Texts written by hand in place of a narrative, by field code. */
export type PublicTexts = Readonly<Record<string, string>>;

/** Fields that records about this kind of subject may show; none about persons. */
export function publicFieldsOf({ fields }: DatasetDefinition, kind: SubjectKind): readonly FieldDefinition[] {
  return kind === 'natural' ? [] : fields.filter((field) => isPublic(field, kind));
}

function isPublic({ isPublic: isSaid = true, sensitive = false, role, type }: FieldDefinition, kind: SubjectKind): boolean {
  const typeOfKind = typeof type === 'string' ? type : type[kind];
  const isSaidOfKind = typeof isSaid === 'boolean' ? isSaid : kind !== 'natural' && isSaid[kind];
  if (!isSaidOfKind || sensitive || SEALED.includes(typeOfKind) || NEVER.has(role)) return false;
  return kind !== 'soleTrader' || !NEVER_OF_SOLE_TRADERS.has(role);
}

/**
 * The public values of a record: `values` as they are read inside. Narratives are redacted, or given in the words written for the
 * public. The name of whoever stands for the firm is public in its own field and nowhere else.
 */
export function publicValues(
  definition: DatasetDefinition,
  kind: SubjectKind,
  values: Readonly<Record<string, ShownValue>>,
  texts: PublicTexts,
): readonly PublicField[] {
  const own = values[definition.fields.find(({ role }) => role === 'subjectName')?.code ?? ''];
  const persons = personsOf(definition, kind, typeof own === 'string' ? own : '', values);
  return publicFieldsOf(definition, kind).flatMap((field): PublicField[] => {
    const value = values[field.code];
    if (value === undefined || value.length === 0) return [];
    return [{ code: field.code, label: field.name.zh, value: texts[field.code] ?? shownValue(field, value, persons) }];
  });
}

interface Persons {
  readonly kind: SubjectKind;
  /** Without spaces. */
  readonly names: readonly string[];
}

function shownValue(field: FieldDefinition, value: ShownValue, persons: Persons): ShownValue {
  if (typeof value !== 'string') return value.map(withoutNumbers);
  if (field.role === 'subjectName') return withoutNumbers(nameWithoutOperator(value, persons));
  if (isNarrative(field)) return redacted(value, persons);
  if (field.type !== 'text' || AS_IT_IS.has(field.role)) return value;
  // The title of a decision about a shop under its operator's name bears that name too.
  return withoutNumbers(persons.kind === 'soleTrader' ? withoutNames(value, persons.names) : value);
}

/** The name of a record's subject as the public may see it. */
export function publicSubjectName(
  definition: DatasetDefinition,
  kind: SubjectKind,
  name: string,
  values: Readonly<Record<string, ShownValue>>,
): string {
  return nameWithoutOperator(name, personsOf(definition, kind, name, values));
}

const SOLE_TRADER = /[（(]?个体工商户[）)]?/u;
const NAMELESS = /^[（(]?个体工商户/u;
/** Most characters of a person's name that stands where a trade name would. */
const LONGEST_NAME = 4;

/** A sole trader without a trade name is registered under its operator's: then the family name is all that is shown of it. */
function nameWithoutOperator(name: string, { kind, names }: Persons): string {
  if (kind !== 'soleTrader' || !names.includes(bareName(name))) return name;
  const own = name.replace(SOLE_TRADER, '').trim();
  const hidden = `${[...own][0] ?? ''}某`;
  return name.includes(own) ? name.replace(own, () => hidden) : hidden;
}

/**
 * Persons whose names a record is known to bear: who stands for the firm; and the operator of a shop that has no other name. Where nobody
 * says who the operator is, a name as short as a person's is taken for one: rather a shop too little than a person too much.
 */
function personsOf(
  { fields }: DatasetDefinition,
  kind: SubjectKind,
  subjectName: string,
  values: Readonly<Record<string, ShownValue>>,
): Persons {
  const named = values[fields.find(({ role }) => role === 'legalRep')?.code ?? ''];
  const names = typeof named === 'string' ? [withoutSpaces(named)].filter((name) => name !== '') : [];
  const own = bareName(subjectName);
  const mayBePerson = own !== '' && [...own].length <= LONGEST_NAME && (names.length === 0 || NAMELESS.test(subjectName));
  return { kind, names: kind === 'soleTrader' && mayBePerson ? [...names, own] : names };
}

function bareName(name: string): string {
  return withoutSpaces(name.replace(SOLE_TRADER, ''));
}

/** Names of two characters are padded in tables. */
function withoutSpaces(name: string): string {
  return name.replace(/\s+/gu, '');
}

/** Texts that are published only after redaction. */
export function isNarrative({ type, role }: FieldDefinition): boolean {
  return role === 'remark' || (typeof type === 'string' ? type === 'longText' : Object.values(type).includes('longText'));
}
