/** A row as filed, for a reader who is not its sender: whatever tells of a person is masked, as it is in a record. */
import { hidePersonalData, isSensitive, trimmed } from '@xincheng/core/intake';
import type { CompiledDataset } from '@xincheng/core/intake';
import { maskName, maskValue } from '@xincheng/core/records';
import { SUBJECT_KINDS } from '@xincheng/core/standards';
import type { FieldRole } from '@xincheng/core/standards';

const NAMES: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>(['subjectName', 'legalRep']);

/** Masks the cells of one row, which lie in the order of the dataset's fields. A row of unknown kind may be about a person. */
export function maskedCells(dataset: CompiledDataset, cells: readonly string[]): readonly string[] {
  const kind = dataset.kinds.get(trimmed(cells[dataset.roles.get('subjectCategory') ?? -1] ?? '')) ?? null;
  const kindIndex = kind === null ? undefined : SUBJECT_KINDS.indexOf(kind);
  const isPerson = kind === null || kind === 'natural';
  return dataset.fields.map((field) => {
    const cell = cells[field.index] ?? '';
    if (cell === '') return '';
    if (isSensitive(field, kindIndex)) return maskValue(trimmed(cell));
    if (isPerson && NAMES.has(field.definition.role)) return maskName(trimmed(cell), 'public');
    return hidePersonalData(cell);
  });
}
