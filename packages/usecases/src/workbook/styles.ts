/** Number formats by cell style. */
import { numberKind } from './number-format.ts';
import type { NumberKind } from './number-format.ts';
import { scanPart, unescaped } from './part.ts';
import type { Workbook } from './package.ts';

const NAMES = ['numFmt', 'cellXfs', 'xf'];
const [NUMBER_FORMAT, CELL_STYLES, STYLE] = [0, 1, 2];

/** What each style makes of a number, by the style's index; empty where the workbook has no styles. */
export async function numberKinds({ archive, styles }: Workbook): Promise<readonly NumberKind[]> {
  if (styles === null) return [];
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isInside = false;
  await scanPart(archive, styles, NAMES, (scanner) => ({
    open: (name) => {
      const id = (): number => Number(scanner().attribute('numFmtId') ?? '0');
      if (name === NUMBER_FORMAT) codes.set(id(), unescaped(scanner().attribute('formatCode')) ?? '');
      else if (name === CELL_STYLES) isInside = true;
      else if (name === STYLE && isInside) ids.push(id());
    },
    close: (name) => {
      if (name === CELL_STYLES) isInside = false;
    },
    text: () => undefined,
  }));
  return ids.map((id) => numberKind(id, codes.get(id)));
}
