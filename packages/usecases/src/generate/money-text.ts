/** Amounts in the ways files write them. */
import { parseMoney } from '@xincheng/core/records';
import type { FieldDefinition } from '@xincheng/core/standards';

const PLACES = { 'wan-yuan': 6, yuan: 2 } as const;

/** The fen an example's cell stands for, or null. */
export function fenOf(definition: FieldDefinition, cell: string): number | null {
  const fen = parseMoney(cell, definition.unit ?? 'yuan', definition.decimals, definition.integerDigits);
  return fen.ok && fen.value > 0n ? Number(fen.value) : null;
}

/** Writes fen in the field's unit, with as many decimals as the field has. */
export function moneyWriter(definition: FieldDefinition): (fen: number) => string {
  const places = PLACES[definition.unit ?? 'yuan'];
  const decimals = Math.min(places, definition.decimals ?? places);
  const whole = 10 ** places;
  return (fen) => {
    const rest = String(fen % whole)
      .padStart(places, '0')
      .slice(0, decimals);
    return decimals === 0 ? String(Math.floor(fen / whole)) : `${String(Math.floor(fen / whole))}.${rest}`;
  };
}

/** The smallest amount, in fen, that the field's decimals can write. */
export function smallestFen(definition: FieldDefinition): number {
  const places = PLACES[definition.unit ?? 'yuan'];
  return 10 ** (places - Math.min(places, definition.decimals ?? places));
}

/** An amount as sentences name it: 5000 or 36.50, of yuan. */
export function yuanText(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

const SIGNIFICANT = 100;

/** An amount from a tenth to ten times the usual one; large ones round, as decisions make them. */
export function lifelikeFen(usual: number, size: number, smallest: number): number {
  const fen = usual * 10 ** (size * 2 - 1);
  const step = Math.max(smallest, 10 ** Math.floor(Math.log10(Math.max(1, fen / SIGNIFICANT))));
  return Math.max(step, Math.round(fen / step) * step);
}
