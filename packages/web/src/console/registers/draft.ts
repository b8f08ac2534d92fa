/** What somebody has entered and not yet sent, kept in the browser. */
import type { components } from '../../api/index.ts';

type Field = components['schemas']['FieldForm'];
export type Draft = Readonly<Record<string, string>>;

function placeOf(dataset: string, unit: string): string {
  return `xincheng.draft.${dataset}.${unit}`;
}

/** The draft of a dataset and unit, or an empty one. */
export function keptDraft(dataset: string, unit: string): Draft {
  return JSON.parse(localStorage.getItem(placeOf(dataset, unit)) ?? '{}') as Draft;
}

/** Keeps a draft; numbers of persons and the like are never written down here. */
export function keepDraft(dataset: string, unit: string, fields: readonly Field[], draft: Draft): void {
  const open = new Set(fields.filter(({ isSensitive }) => !isSensitive).map(({ code }) => code));
  localStorage.setItem(
    placeOf(dataset, unit),
    JSON.stringify(Object.fromEntries(Object.entries(draft).filter(([code]) => open.has(code)))),
  );
}

/** Forgets it. */
export function dropDraft(dataset: string, unit: string): void {
  localStorage.removeItem(placeOf(dataset, unit));
}
