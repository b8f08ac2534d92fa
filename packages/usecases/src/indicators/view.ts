/** Indicators as people and programs read them: numbers as exact texts, names beside ids, floored words. */
import type { CellView, EntryView, IndicatorView, ReadingView } from '@xincheng/contract/api';
import { formatCell } from '@xincheng/core/indicators';
import type { Cell, IndicatorDefinition, IndicatorReading, IndicatorTarget, UnitCell } from '@xincheng/core/indicators';
import type { StandardsPack } from '@xincheng/core/standards';
import type { EntryBehind } from './behind.ts';

/** All definitions of a pack, in the order of their ids. */
export function listIndicators(pack: StandardsPack): readonly IndicatorView[] {
  return [...pack.indicators.values()].map((definition) => ({
    ...saidBy(pack, definition),
    periodKind: definition.period,
    isMeasured: definition.numerator !== undefined,
    targets: (definition.targets ?? []).map(viewTarget),
  }));
}

/** A reading with what its definition says. */
export function viewReading(pack: StandardsPack, reading: IndicatorReading): ReadingView {
  const definition = pack.indicators.get(reading.indicator);
  if (definition === undefined) throw new Error(`no indicator ${reading.indicator}`);
  const { period, target, isMet, frozenAt, restated } = reading;
  const numbers = ({ total, units }: Pick<IndicatorReading, 'total' | 'units'>) => ({
    total: viewCell(definition, total),
    units: units.map((cell) => viewUnit(pack, definition, cell)),
  });
  return {
    ...saidBy(pack, definition),
    version: reading.version,
    period,
    ...numbers(reading),
    target: target === null ? null : viewTarget(target),
    isMet,
    frozenAt: frozenAt?.toISOString() ?? null,
    restated: restated === null ? null : numbers(restated),
  };
}

/** An entry of an expected set. */
export function viewEntry(
  pack: StandardsPack,
  { unitId, item, period, expected, actual, met, state, word }: EntryBehind,
): EntryView {
  return {
    unit: unitId,
    name: nameOf(pack, unitId),
    item,
    period,
    expected: String(expected),
    actual: String(actual),
    met: String(met),
    state,
    reason: word?.reason ?? null,
  };
}

function saidBy(pack: StandardsPack, definition: IndicatorDefinition) {
  const { id, version, name, says, basis, certainty, note = null, format, better = null, needs = [] } = definition;
  const owner = definition.owner ?? pack.district.creditOffice;
  return { id, version, name, says, basis: basis.map((one) => ({ ...one })), certainty, note, owner, format, better, needs };
}

function viewCell({ format }: IndicatorDefinition, cell: Cell): CellView {
  return {
    numerator: cell.numerator === null ? null : String(cell.numerator),
    denominator: cell.denominator === null ? null : String(cell.denominator),
    absence: cell.absence,
    shown: formatCell(cell, format, 'zh'),
  };
}

function viewUnit(pack: StandardsPack, definition: IndicatorDefinition, { unitId, ...cell }: UnitCell) {
  return { unit: unitId, name: nameOf(pack, unitId), ...viewCell(definition, cell) };
}

function viewTarget({ is, value, from, to, basis }: IndicatorTarget) {
  return { is, value: value ?? null, from, to: to ?? null, basis: { ...basis } };
}

function nameOf({ units }: StandardsPack, unitId: string): string {
  return units.get(unitId)?.name ?? unitId;
}
