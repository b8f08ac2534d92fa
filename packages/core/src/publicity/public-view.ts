/** What of a record the public may see. Everything public is made of this: page, search, API, report, open data. */
import type { DatasetDefinition, FieldDefinition, FieldRole, SubjectKind } from '../standards/index.ts';
import { redacted, withoutNumbers } from './redact.ts';

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
  const persons = { kind, names: personsNamed(definition, values) };
  return publicFieldsOf(definition, kind).flatMap((field): PublicField[] => {
    const value = values[field.code];
    if (value === undefined || value.length === 0) return [];
    return [{ code: field.code, label: field.name.zh, value: texts[field.code] ?? shownValue(field, value, persons) }];
  });
}

interface Persons {
  readonly kind: SubjectKind;
  readonly names: readonly string[];
}

function shownValue(field: FieldDefinition, value: ShownValue, persons: Persons): ShownValue {
  if (typeof value !== 'string') return value.map(withoutNumbers);
  if (field.role === 'subjectName') return withoutNumbers(nameWithoutOperator(value, persons));
  if (isNarrative(field)) return redacted(value, persons);
  return field.type === 'text' && !AS_IT_IS.has(field.role) ? withoutNumbers(value) : value;
}

/** The name of a record's subject as the public may see it. */
export function publicSubjectName(
  definition: DatasetDefinition,
  kind: SubjectKind,
  name: string,
  values: Readonly<Record<string, ShownValue>>,
): string {
  return nameWithoutOperator(name, { kind, names: personsNamed(definition, values) });
}

const SOLE_TRADER = /[（(]?个体工商户[）)]?/u;
const NAMELESS = /^[（(]?个体工商户/u;
/** Most characters of a person's name that stands where a trade name would. */
const LONGEST_NAME = 4;

/** A sole trader without a trade name is registered under its operator's: then the family name is all that is shown of it. */
function nameWithoutOperator(name: string, { kind, names }: Persons): string {
  if (kind !== 'soleTrader') return name;
  const own = name.replace(SOLE_TRADER, '').trim();
  const isOperator = names.includes(own) || (NAMELESS.test(name) && [...own].length <= LONGEST_NAME);
  return isOperator && own !== '' ? name.replace(own, () => `${[...own][0] ?? ''}某`) : name;
}

/** Texts that are published only after redaction. */
export function isNarrative({ type, role }: FieldDefinition): boolean {
  return role === 'remark' || (typeof type === 'string' ? type === 'longText' : Object.values(type).includes('longText'));
}

function personsNamed({ fields }: DatasetDefinition, values: Readonly<Record<string, ShownValue>>): string[] {
  const field = fields.find(({ role }) => role === 'legalRep');
  const name = field === undefined ? undefined : values[field.code];
  return typeof name === 'string' ? [name] : [];
}
