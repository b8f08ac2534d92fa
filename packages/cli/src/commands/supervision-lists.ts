/** Looking at the work around tasks: lists, one matter, reports owed, the paper of an order. */
import { writeFile } from 'node:fs/promises';
import { MATTER_STATE_WORDS, MATTER_WORDS } from '@xincheng/core/supervision';
import type { MatterKind } from '@xincheng/core/supervision';
import { isMissing, orderPdf, readMatter, readMatters, readOwedReports } from '@xincheng/usecases/supervision';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { standardsFor, withPlatform } from '../platform.ts';
import { actLines, matterLine } from '../supervision-lines.ts';
import { tableText } from '../table.ts';

export interface ListOptions {
  readonly kind?: MatterKind;
  readonly plan?: string;
  readonly unit?: string;
  readonly open?: boolean;
  readonly limit: number;
}

/** Lists matters. */
export async function list(environment: Environment, { kind, plan, unit, open = false, limit }: ListOptions): Promise<Answer> {
  const named = await standardsFor(environment, { unit });
  if (!named.ok) return named.error;
  const { standards, unitId } = named.value;
  return withPlatform(environment, { standards }, async (platform) => {
    const query = { kind: kind ?? null, plan: plan ?? null, number: null, unit: unitId, isOpen: open, before: null, limit };
    const found = await readMatters(platform, localContext(environment, []), query);
    const rows = found.map((one) => [
      MATTER_WORDS[one.kind],
      one.number === null ? one.planId : `${one.planId}/${one.number}`,
      platform.pack.units.get(one.unitId)?.name ?? one.unitId,
      one.period ?? one.document ?? '',
      MATTER_STATE_WORDS[one.state],
      one.dueOn ?? '',
      one.id,
    ]);
    const head = ['种类', '任务', '单位', '周期或文号', '状态', '期限', '编号'];
    return { exit: EXIT.done, text: rows.length === 0 ? '没有督办事项。' : tableText(head, rows), json: found };
  });
}

/** One matter with everything that was done in it. */
export function show(environment: Environment, id: string): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const found = await readMatter(platform, localContext(environment, []), id);
    if (!found.ok) return failure(EXIT.unusable, found.error);
    const text = [matterLine(platform, found.value), ...actLines(platform, found.value)].join('\n');
    return { exit: EXIT.done, text, json: found.value };
  });
}

/** Reports that are missing or late. */
export function owed(environment: Environment, plan: string): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const found = await readOwedReports(platform, localContext(environment, []), plan);
    if (!found.ok) return failure(EXIT.unusable, found.error);
    const rows = found.value
      .filter((one) => isMissing(one) || one.isLate)
      .map((one) => [
        one.number,
        platform.pack.units.get(one.unitId)?.name ?? one.unitId,
        one.period.id,
        one.dueOn ?? '',
        isMissing(one) ? '未报' : '已报',
        one.isLate ? '逾期' : '',
      ]);
    const head = ['任务', '单位', '周期', '期限', '', ''];
    return { exit: EXIT.done, text: rows.length === 0 ? '没有未报或迟报的。' : tableText(head, rows), json: found.value };
  });
}

/** Writes the paper of an order. */
export function paper(environment: Environment, id: string, { out }: { readonly out?: string }): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const pdf = await orderPdf(platform, localContext(environment, []), id);
    if (!pdf.ok) return failure(EXIT.unusable, pdf.error);
    const file = out ?? pdf.value.name;
    try {
      await writeFile(file, pdf.value.bytes);
    } catch (thrown) {
      const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
      return failure(EXIT.unusable, { code: 'not-written', message: `督办单没有写成（${file}，${code}）。请检查目标文件夹。` });
    }
    return { exit: EXIT.done, text: `督办单已写到 ${file}`, json: { file } };
  });
}
