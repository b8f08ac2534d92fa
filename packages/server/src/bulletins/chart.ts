/** A chart of one column as SVG: a bar and its number for each unit, the highest first. */
import type { BulletinCell, BulletinRow } from '@xincheng/core/bulletins';
import type { Label } from '@xincheng/core/standards';
import { escapeText } from './escape.ts';

const ROW = 26;
const NAME = 150;
const WIDTH = 560;
const BAR = 320;
const TENTHS = 1000n;

/** The bars; empty where nobody has a number. Each bar has its number beside it, so that nothing hangs on a colour. */
export function barChart(title: string, at: number, rows: readonly BulletinRow[], language: keyof Label): string {
  const bars = rows
    .flatMap(({ name, cells }) => {
      const cell = cells[at];
      const share = cell === undefined ? null : shareOf(cell);
      return cell === undefined || share === null ? [] : [{ name, share, shown: cell.shown[language] }];
    })
    .sort((a, b) => b.share - a.share);
  if (bars.length === 0) return '';
  const height = bars.length * ROW;
  const lines = bars.map(({ name, share, shown }, index) => {
    const middle = index * ROW + ROW / 2;
    const width = Math.max(2, share * BAR);
    return `<text x="${String(NAME - 8)}" y="${String(middle)}" text-anchor="end">${escapeText(name)}</text><rect class="${share < 1 ? 'below' : 'full'}" x="${String(NAME)}" y="${String(middle - 7)}" width="${width.toFixed(1)}" height="14" rx="2"/><text class="value" x="${(NAME + width + 8).toFixed(1)}" y="${String(middle)}">${escapeText(shown)}</text>`;
  });
  const label = escapeText(`${title}：${bars.map(({ name, shown }) => `${name} ${shown}`).join('；')}`);
  return `<figure><figcaption>${escapeText(title)}</figcaption><svg viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" aria-label="${label}">${lines.join('')}</svg></figure>`;
}

/** Between 0 and 1, as exact as a bar can be. */
function shareOf({ numerator, denominator }: BulletinCell): number | null {
  if (numerator === null || denominator === null || denominator === '0') return null;
  return Math.min(1, Number((BigInt(numerator) * TENTHS) / BigInt(denominator)) / Number(TENTHS));
}
