/** Children of a dataset become datasets of their own, `<parent>.<child>`: the engine knows no second kind. */
import { rolesOf } from '@xincheng/core/standards';
import type { ChildDefinition, DatasetDefinition, ExampleRow, FieldDefinition, FieldRole } from '@xincheng/core/standards';
import type { Places } from './draft.ts';

/** What a child's row repeats of its parent: enough to find the parent, and to make the same subject key. */
const COPIED_ROLES: readonly FieldRole[] = [
  'subjectName', 'subjectCategory', 'subjectUscc', 'subjectRegistrationNo', 'personIdType', 'personId', 'number', 'authorityName', 'authorityUscc',
];
const ALWAYS_REQUIRED: readonly FieldRole[] = ['subjectName', 'subjectUscc', 'number', 'authorityName', 'authorityUscc'];

/** The datasets of a pack with every child beside its parent, in the order they were read. */
export function expandChildren(datasets: readonly DatasetDefinition[], places: Places): DatasetDefinition[] {
  return datasets.flatMap((parent) => [parent, ...(parent.children ?? []).map((child) => expandChild(parent, child, places))]);
}

function expandChild(parent: DatasetDefinition, child: ChildDefinition, places: Places): DatasetDefinition {
  const copied = parent.fields.filter((field) => rolesOf(field).some((role) => COPIED_ROLES.includes(role))).map((field) => copyField(field, places));
  const own = child.fields.map((field) => withOwnRole(field, child, places));
  const fields = [...copied, ...own];
  const dataset: DatasetDefinition = {
    id: `${parent.id}.${child.id}`,
    version: parent.version,
    from: parent.from,
    name: child.name,
    catalog: { ...parent.catalog, item: `${parent.catalog.item}·${child.name.zh}` },
    ...(parent.categories === undefined ? {} : { categories: parent.categories }),
    numberForm: 'plain',
    fields,
    examples: child.examples.map((example) => completeExample(example, parent, copied, places)),
    parent: parent.id,
  };
  places.alias(dataset, child);
  places.alias(dataset.fields, child.fields);
  places.alias(dataset.catalog, parent.catalog);
  return dataset;
}

/** The parent's own conditions may speak of fields the child has not, so what is computed there is not computed here. */
function copyField(field: FieldDefinition, places: Places): FieldDefinition {
  const { computed: _, ...rest } = field;
  const copy: FieldDefinition = { ...rest, ...(field.role === 'number' ? { role: 'parentNumber' } : {}), require: requirementOf(field) };
  places.alias(copy, field);
  return copy;
}

/** What is needed to find the parent is required; what only some kinds of subject have keeps its rules. */
function requirementOf(field: FieldDefinition): FieldDefinition['require'] {
  return field.require === 'optional' && rolesOf(field).some((role) => ALWAYS_REQUIRED.includes(role)) ? 'required' : field.require;
}

function withOwnRole(field: FieldDefinition, child: ChildDefinition, places: Places): FieldDefinition {
  const role = field.code === child.number ? 'number' : field.code === child.decidedOn ? 'decidedOn' : field.role;
  if (role === field.role || role === undefined) return field;
  const copy: FieldDefinition = { ...field, role };
  places.alias(copy, field);
  return copy;
}

/** A child's example stands under the parent's example of the same kind: what it leaves out of the copied fields is taken from there. */
function completeExample(example: ExampleRow, parent: DatasetDefinition, copied: readonly FieldDefinition[], places: Places): ExampleRow {
  const above = parent.examples.find(({ kind }) => kind === example.kind)?.values ?? {};
  const values: Record<string, string> = {};
  for (const { code } of copied) {
    const value = above[code];
    if (value !== undefined) values[code] = value;
  }
  const complete: ExampleRow = { ...example, values: { ...values, ...example.values } };
  places.alias(complete, example);
  places.alias(complete.values, example.values);
  return complete;
}
