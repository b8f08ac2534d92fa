/** Values of a code list that a row may carry on its day. */
import { dayNumber } from '@xincheng/core/calendar';
import type { CodeListDefinition, CodeValue, SubjectKind } from '@xincheng/core/standards';

/** The values in force on a day for a kind of subject. A value with `freeSuffix` is left out: it wants a word behind it. */
export function codesInForce(list: CodeListDefinition, kind: SubjectKind): (day: number) => readonly string[] {
  const usable = list.values.filter(
    (value) => (value.kinds === undefined || value.kinds.includes(kind)) && value.freeSuffix !== true,
  );
  const turns = [...new Set(usable.flatMap(turningDays))].sort((a, b) => a - b);
  const known = new Map<number, readonly string[]>();
  return (day) => {
    const period = turns.findLastIndex((turn) => turn <= day);
    let values = known.get(period);
    if (values === undefined) {
      values = [...new Set(usable.filter((value) => isInForce(value, day)).map(({ value }) => value))];
      known.set(period, values);
    }
    return values;
  };
}

/** Days on which a value begins to be in force or no longer is. */
function turningDays({ from, to }: CodeValue): number[] {
  return [...(from === undefined ? [] : [dayNumber(from)]), ...(to === undefined ? [] : [dayNumber(to) + 1])];
}

function isInForce({ from, to }: CodeValue, day: number): boolean {
  return (from === undefined || dayNumber(from) <= day) && (to === undefined || day <= dayNumber(to));
}
