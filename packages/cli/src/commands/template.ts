/** `xincheng template --dataset licence`: the empty file of a dataset. */
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { templateCsv, templateXlsx } from '@xincheng/usecases/intake';
import { datasetOf } from '@xincheng/usecases/platform';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { standardsFor } from '../platform.ts';

export interface TemplateOptions {
  readonly dataset: string;
  /** A workbook or CSV, by its extension. */
  readonly out?: string;
}

/** Writes the template to a file, or prints it. */
export async function template(environment: Environment, { dataset, out }: TemplateOptions): Promise<Answer> {
  const named = await standardsFor(environment, { dataset });
  if (!named.ok) return named.error;
  const layout = datasetOf(named.value.standards, dataset);
  const csv = templateCsv(layout);
  const columns = layout.dataset.fields.map(({ definition }) => definition.code);
  if (out === undefined) return { exit: EXIT.done, text: csv.trimEnd(), json: { dataset, columns, csv } };
  try {
    await writeFile(out, extname(out).toLowerCase() === '.xlsx' ? templateXlsx(named.value.standards.pack, layout) : csv);
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown)) throw thrown;
    return failure(EXIT.unusable, {
      code: 'not-written',
      message: `模板没有写成（${out}，${String(thrown.code)}），请检查目标目录和磁盘空间。`,
    });
  }
  return { exit: EXIT.done, text: `模板已写入 ${out}（${String(columns.length)} 列）`, json: { dataset, columns, out } };
}
