/** The standards of the repository with more indicators beside them, until as many are measured as are asked for. */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PERIODS = ['month', 'quarter', 'year', 'total'] as const;
const CONDITIONS = [
  "subjectKind = 'legal'",
  "state = 'published'",
  'receivedOn > dueOn',
  "filled(cityReceiptOn) and subjectKind != 'natural'",
  'cityReceiptOn <= dueOn',
] as const;

/** Copies them and adds `count` indicators of every period: rates, counts, and how many different subjects. */
export async function standardsWithMore(from: string, to: string, count: number): Promise<void> {
  await cp(from, to, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const period = PERIODS[index % PERIODS.length] ?? 'month';
    const where = `${CONDITIONS[index % CONDITIONS.length] ?? ''} and decidedOn >= d'2000-01-${String((index % 28) + 1).padStart(2, '0')}'`;
    const isDistinct = index % 7 === 6;
    const isCount = isDistinct || index % 3 === 0;
    const measure = (condition: string): string =>
      `{ source: record, datasets: [${isDistinct ? 'penalty' : 'licence, penalty'}], by: decidedOn${condition === '' ? '' : `, where: "${condition}"`}${isDistinct ? ', value: { distinct: subject }' : ''} }`;
    await writeFile(
      join(to, 'indicators', `measured-${String(index)}.yaml`),
      `id: measured-${String(index)}
version: "1"
name: { zh: 测试指标${String(index)}, en: Measured ${String(index)} }
says: { zh: 只用于测量, en: For the measurement alone }
basis: [{ instrument: platform-choice, certainty: choice }]
certainty: choice
period: ${isDistinct ? 'month' : period}
format: ${isCount ? 'count' : 'percent'}
numerator: ${measure(where)}
${isCount ? '' : `denominator: ${measure('')}\n`}`,
    );
  }
}
