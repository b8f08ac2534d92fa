export { absentCell, countCell, formatCell, isTargetMet, ratioCell, sumCells, targetOn } from './cell.ts';
export { compileMeasure, resolveMeasure } from './compile-measure.ts';
export type { CompiledMeasure, CompiledValue } from './compile-measure.ts';
export { absenceOf, entryState, expectedItems } from './expected.ts';
export type { EntryWord, ExpectedItem } from './expected.ts';
export { nextPeriod, periodAt, periodOf, previousPeriod } from './period.ts';
export { ABSENCES, DAY_COLUMNS, ENGINES, PERIOD_KINDS, ROW_OUTCOMES, TARGET_BOUNDS, VALUE_FORMATS } from './types.ts';
export type {
  Absence,
  ActMeasure,
  AsOf,
  Cell,
  CountedBy,
  DayColumn,
  Engine,
  ExpectedMeasure,
  ExpectedSetDefinition,
  IndicatorDefinition,
  IndicatorMeasure,
  IndicatorReading,
  IndicatorTarget,
  Measure,
  MonitoringGroup,
  MonitoringLeaf,
  MonitoringTree,
  Period,
  PeriodKind,
  RecordMeasure,
  RowMeasure,
  RowOutcome,
  TargetBound,
  UnitCell,
  ValueFormat,
} from './types.ts';
