/** A chart of one column: name, bar and number of each unit, the highest first. Names are text that keeps its size on a phone. */
import type { BulletinCell, BulletinRow } from '@xincheng/core/bulletins';
import type { Label } from '@xincheng/core/standards';
import { escapeText } from './escape.ts';
import { nameOf, usualPlace } from './names.ts';

const THOUSAND = 1000n;
/** Of hundred: what is next to nothing is still seen. */
const LEAST_BAR = 0.5;

/** The bars; empty where nobody has a number. Each bar has its number beside it, so that nothing hangs on a colour. */
export function barChart(title: string, at: number, rows: readonly BulletinRow[], language: keyof Label): string {
  const place = usualPlace(rows.map(({ name }) => name));
  const bars = rows
    .flatMap(({ name, cells }) => {
      const cell = cells[at];
      const share = cell === undefined ? null : shareOf(cell);
      return cell === undefined || share === null ? [] : [{ name, share, shown: cell.shown[language] }];
    })
    .sort((a, b) => b.share - a.share);
  if (bars.length === 0) return '';
  const lines = bars.map(({ name, share, shown }) => {
    const bar = `<rect class="${share < 1 ? 'below' : 'full'}" width="${Math.max(LEAST_BAR, share * 100).toFixed(1)}%" height="100%"/>`;
    return `<li><span>${nameOf(name, place)}</span><svg class="bar" aria-hidden="true">${bar}</svg><span class="value">${escapeText(shown)}</span></li>`;
  });
  return `<figure><figcaption>${escapeText(title)}</figcaption><ol class="bars">${lines.join('')}</ol></figure>`;
}

/** Between 0 and 1, floored: 99.99 % is no full bar. */
function shareOf({ numerator, denominator }: BulletinCell): number | null {
  if (numerator === null || denominator === null || denominator === '0') return null;
  return Math.min(1, Number((BigInt(numerator) * THOUSAND) / BigInt(denominator)) / Number(THOUSAND));
}
