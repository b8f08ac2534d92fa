/** Rolled-up sums of children in the unit their field is filed in. */
import { numberToText } from '@xincheng/core/expression';
import { formatMoney } from '@xincheng/core/records';
import type { RecordLayout } from './layout.ts';

/** Text of a sum: money in the field's unit, numbers as decimals. `sum` is what the payload holds: fen, or millionths. */
export function rollupText(child: RecordLayout, field: string, sum: string): string {
  const index = child.dataset.byCode.get(field);
  const definition = index === undefined ? undefined : child.dataset.fields[index]?.definition;
  if (definition === undefined) throw new Error(`rollup over unknown field ${field}`);
  return definition.type === 'money' ? formatMoney(BigInt(sum), definition.unit ?? 'yuan') : numberToText(BigInt(sum));
}
