/** What a form knows of its fields from the dataset's YAML: which kind of subject, which stand in pairs, which make the key. */
import type { components } from '../../api/index.ts';
import type { Cells, Draft, Row } from './draft.ts';

type Schemas = components['schemas'];
type Form = Pick<Schemas['DatasetForm'], 'fields' | 'categories'>;
type Field = Schemas['FieldForm'];
type Unit = Pick<Schemas['Unit'], 'id' | 'name' | 'uscc'>;
export type Kind = keyof Field['types'];

/** Roles of a field, the first one first. */
export function rolesOf({ role, alsoRoles }: Pick<Field, 'role' | 'alsoRoles'>): readonly string[] {
  return role === null ? alsoRoles : [role, ...alsoRoles];
}

/** Whom a row is about, by its category; an organisation until one is chosen. */
export function kindOf({ fields, categories }: Form, cells: Cells): Kind {
  const category = fields.find((field) => rolesOf(field).includes('subjectCategory'));
  return categories[cells[category?.code ?? ''] ?? ''] ?? 'legal';
}

/** Fields that such a row has; one that is to be left blank is shown only while something stands in it. */
export function fieldsFor({ fields, categories }: Form, cells: Cells): readonly Field[] {
  const kind = kindOf({ fields, categories }, cells);
  return fields.filter(({ code, requirements }) => requirements[kind] !== 'blank' || (cells[code] ?? '') !== '');
}

/** Names of units and the role of the code that belongs to each. */
const CODE_OF_NAME: Readonly<Record<string, string>> = { authorityName: 'authorityUscc', sourceName: 'sourceUscc' };

/** True when a field names a unit. */
export function namesUnit(field: Pick<Field, 'role' | 'alsoRoles'>): boolean {
  return rolesOf(field).some((role) => role in CODE_OF_NAME);
}

/** What choosing a unit in a field writes: its name there, and its code in the fields that belong to it. */
export function unitCells(fields: readonly Field[], chosen: Field, unit: Unit): Cells {
  const wanted = new Set(rolesOf(chosen).map((role) => CODE_OF_NAME[role]));
  const codes = fields.filter((field) => rolesOf(field).some((role) => wanted.has(role)));
  return Object.fromEntries([[chosen.code, unit.name], ...codes.map(({ code }) => [code, unit.uscc] as const)]);
}

/** What a new row says from the start: who sends it, and who decided. */
export function prefilled(fields: readonly Field[], sender: Unit | undefined): Cells {
  if (sender === undefined) return {};
  return Object.assign({}, ...fields.filter(namesUnit).map((field) => unitCells(fields, field, sender))) as Cells;
}

const KEY_ROLES = [
  'number',
  'parentNumber',
  'authorityUscc',
  'subjectUscc',
  'subjectRegistrationNo',
  'personId',
  'subjectName',
  'subjectCategory',
];
/** A name is part of the key only where nothing else tells the subject. */
const NAMED_BY_CODE = ['subjectUscc', 'personId'];

/** Whether a change makes another record of it: then it must say which one it replaces. */
export function isKeyChanged({ fields }: Pick<Form, 'fields'>, held: Cells, cells: Cells): boolean {
  const hasCode = fields.some((field) => rolesOf(field).some((role) => NAMED_BY_CODE.includes(role)) && cells[field.code]);
  const roles = hasCode ? KEY_ROLES.filter((role) => role !== 'subjectName') : KEY_ROLES;
  return fields.some(
    (field) => rolesOf(field).some((role) => roles.includes(role)) && (held[field.code] ?? '') !== (cells[field.code] ?? ''),
  );
}

/** The cells of a child row with those of its parent that it repeats. */
export function withInherited(child: Pick<Form, 'fields'>, parent: Cells, cells: Cells): Cells {
  const repeated = child.fields.flatMap(({ code }) => (parent[code] === undefined ? [] : [[code, parent[code]] as const]));
  return { ...Object.fromEntries(repeated), ...cells };
}

/** Fields of a child that its own row is asked for: the others are its parent's. */
export function ownFields(child: Pick<Form, 'fields'>, parent: Pick<Form, 'fields'>): readonly Field[] {
  const above = new Set(parent.fields.map(({ code }) => code));
  return child.fields.filter(({ code }) => !above.has(code));
}

interface Pushed {
  readonly basedOn?: NonNullable<Row['base']>;
  readonly replaces?: string;
  readonly [code: string]: unknown;
}

/** A draft as it is sent: what was left as it was under the record is not sent again. */
export function toPush(
  form: Form,
  children: readonly Schemas['DatasetForm'][],
  held: Draft | null,
  draft: Draft,
): Pushed & { readonly children?: Readonly<Record<string, readonly Pushed[]>> } {
  const heldRows = new Map(
    [held?.row, ...Object.values(held?.children ?? {}).flat()].flatMap((row) => (row === undefined ? [] : [[row.key, row]])),
  );
  const isMoved = held !== null && isKeyChanged(form, held.row.cells, draft.row.cells);
  const below = children.flatMap((child): [string, Pushed[]][] => {
    const rows = (draft.children[child.id] ?? []).filter((row) => isMoved || !isSame(heldRows.get(row.key), row));
    const name = child.id.split('.').at(-1) ?? child.id;
    return rows.length === 0 ? [] : [[name, rows.map((row) => pushed(child, heldRows.get(row.key), row, isMoved))]];
  });
  const own = pushed(form, held?.row, draft.row, false);
  return below.length === 0 ? own : { ...own, children: Object.fromEntries(below) };
}

function pushed(form: Pick<Form, 'fields'>, held: Row | undefined, { cells, base }: Row, isMoved: boolean): Pushed {
  const filled = Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''));
  if (base === null) return filled;
  const isOther = isMoved || isKeyChanged(form, held?.cells ?? {}, cells);
  return { ...filled, basedOn: base, ...(isOther ? { replaces: base.record } : {}) };
}

function isSame(held: Row | undefined, { cells }: Row): boolean {
  if (held === undefined) return false;
  const codes = new Set([...Object.keys(held.cells), ...Object.keys(cells)]);
  return [...codes].every((code) => (held.cells[code] ?? '') === (cells[code] ?? ''));
}
