/** Groups of fields become fields of the datasets that name them: behind this point nothing knows that they were shared. */
import type { DatasetDefinition, FieldDefinition, FieldGroup } from '@xincheng/core/standards';
import type { Places } from './draft.ts';
import type { Report } from './problem.ts';

/** The datasets with the fields of their groups, each before or after the dataset's own as the group says. */
export function expandGroups(
  datasets: readonly DatasetDefinition[],
  groups: ReadonlyMap<string, FieldGroup>,
  places: Places,
  report: Report,
): DatasetDefinition[] {
  return datasets.map((dataset) => (dataset.fieldGroups === undefined ? dataset : expanded(dataset, dataset.fieldGroups, groups, places, report)));
}

function expanded(
  dataset: DatasetDefinition,
  named: readonly string[],
  groups: ReadonlyMap<string, FieldGroup>,
  places: Places,
  report: Report,
): DatasetDefinition {
  const taken = new Set(dataset.fields.map(({ code }) => code));
  const shared = { before: [] as FieldDefinition[], after: [] as FieldDefinition[] };
  named.forEach((id, index) => {
    const group = groups.get(id);
    if (group === undefined) {
      report(dataset, ['fieldGroups', index], 'unknown-field-group', `字段组 ${id} 没有定义。`);
      return;
    }
    for (const field of group.fields) {
      if (taken.has(field.code)) report(dataset, ['fieldGroups', index], 'duplicate-field', `字段组 ${id} 的字段 ${field.code} 在数据集 ${dataset.id} 里已有。`);
      else shared[group.stands].push(field);
      taken.add(field.code);
    }
  });
  const { fieldGroups: _, ...rest } = dataset;
  const made: DatasetDefinition = { ...rest, fields: [...shared.before, ...dataset.fields, ...shared.after] };
  places.alias(made, dataset);
  places.alias(made.fields, dataset.fields);
  return made;
}
