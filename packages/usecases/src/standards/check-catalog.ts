/** Catalogue entries: what they say about a dataset must be borne out by its fields. */
import { isCalled } from '@xincheng/core/standards';
import type { DatasetDefinition, FieldRole } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

/**
 * Breach is recorded only on a document with legal effect (国办发〔2020〕49号, second part): a negative dataset therefore names in
 * every row the document's number, the authority that made it, and the day.
 */
const OF_DOCUMENT: readonly FieldRole[] = ['number', 'authorityName', 'authorityUscc', 'decidedOn'];

/** Reports catalogue entries that the dataset does not bear out. */
export function checkCatalog(pack: PackContent, report: Report): void {
  for (const dataset of pack.datasets.values()) {
    if (dataset.catalog.isNegative && dataset.parent === undefined) checkDocument(dataset, report);
  }
}

function checkDocument(dataset: DatasetDefinition, report: Report): void {
  const missing = OF_DOCUMENT.filter((role) => !dataset.fields.some((field) => isCalled(field, role) && field.require === 'required'));
  if (missing.length > 0) {
    report(dataset.catalog, ['isNegative'], 'no-document', `失信信息须以生效文书为据，数据集 ${dataset.id} 缺少必填的 ${missing.join('、')}。`);
  }
}
