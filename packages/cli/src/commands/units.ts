/** `xincheng units`: the district's units, as `--unit` takes them. */
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { standardsFor } from '../platform.ts';
import { tableText } from '../table.ts';
import { unitsLike } from '../units.ts';

/** Lists all, or those in whose names or codes the text stands. */
export async function units(environment: Environment, text: string): Promise<Answer> {
  const named = await standardsFor(environment, {});
  if (!named.ok) return named.error;
  const found = unitsLike(named.value.standards.pack, text);
  const table = tableText(
    ['编号', '统一社会信用代码', '名称'],
    found.map(({ id, uscc, name }) => [id, uscc, name]),
  );
  return {
    exit: EXIT.done,
    text: found.length === 0 ? `没有名称、编号或代码中有“${text}”的单位。` : table,
    json: found.map(({ id, uscc, name, aliases = [], kind }) => ({ id, uscc, name, aliases, kind })),
  };
}
