/**
 * What the repeal of an instrument touches: the places of the pack that rest on it, the documents and measures that cite it, the records
 * that are collected under it alone. A citation counts when it is written out, by id, number or full title; narratives are not searched.
 */
import { instrumentFinder } from '@xincheng/core/instruments';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { Instrument, PlacedCitation, StandardsPack } from '@xincheng/core/standards';
import { citedTexts, countTouched, listTouched } from '@xincheng/store/instruments';
import type { CitingField, TouchCount, TouchedRow } from '@xincheng/store/instruments';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { logLook } from '../records/index.ts';
import { instrumentNamed } from './list-instruments.ts';
import type { InstrumentProblem } from './problem.ts';

export interface RepealImpact {
  readonly instrument: Instrument;
  /** Places of the pack that cite it: what has to be changed there. */
  readonly standards: readonly PlacedCitation[];
  /** Datasets that nothing else in force allows to be collected. */
  readonly onlyBasisOf: readonly string[];
  /** Records touched, each counted once, in the actor's scope. */
  readonly counts: readonly TouchCount[];
}

export type TouchedRecord = TouchedRow;

/** Stands for the platform's own choices: no law, so that nothing rests on it. */
const OWN_CHOICE = 'platform-choice';

/** What would be touched if the instrument were repealed today. */
export async function repealImpact(
  platform: Platform,
  context: ActContext,
  asked: { readonly instrument: string },
): Promise<Result<RepealImpact, InstrumentProblem>> {
  const named = instrumentNamed(platform.pack, asked.instrument);
  if (!named.ok) return named;
  const { id } = named.value;
  const onlyBasisOf = restingOnlyOn(platform.pack, id, context.today);
  const counts = await withTransaction(platform.database.app, readerOf(context.actor, 'standards.read'), async (client) =>
    countTouched(client, await citingFields(platform, client, id), onlyBasisOf),
  );
  const standards = platform.pack.citations.filter(({ instrument }) => instrument === id);
  return ok({ instrument: named.value, standards, onlyBasisOf, counts });
}

/** A page of the records touched, in the order of their ids. The look at those of natural persons is written down. */
export async function readTouched(
  platform: Platform,
  context: ActContext,
  asked: { readonly instrument: string; readonly after: string | null; readonly limit: number },
): Promise<Result<readonly TouchedRecord[], InstrumentProblem>> {
  const named = instrumentNamed(platform.pack, asked.instrument);
  if (!named.ok) return named;
  const { id } = named.value;
  return withTransaction(platform.database.app, readerOf(context.actor, 'record.read'), async (client) => {
    const fields = await citingFields(platform, client, id);
    const touched = await listTouched(client, fields, restingOnlyOn(platform.pack, id, context.today), asked);
    await logLook(client, context, touched);
    return ok(touched);
  });
}

/** Datasets, children among them, all of whose other bases are no longer in force or were never law. */
function restingOnlyOn({ datasets, instruments }: StandardsPack, id: string, today: string): string[] {
  const holds = (instrument: string): boolean => {
    const { to } = instruments.get(instrument) ?? {};
    return instrument !== OWN_CHOICE && (to === undefined || today <= to);
  };
  return [...datasets.values()]
    .filter(({ catalog: { basis } }) => basis.some(({ instrument }) => instrument === id))
    .filter(({ catalog: { basis } }) => basis.every(({ instrument }) => instrument === id || !holds(instrument)))
    .map((dataset) => dataset.id);
}

/** The fields that cite instruments, each with the texts held that mean this one. */
async function citingFields({ pack }: Platform, client: Client, id: string): Promise<CitingField[]> {
  const find = instrumentFinder(pack.instruments.values());
  const fields: CitingField[] = [];
  for (const { id: dataset, fields: all } of pack.datasets.values()) {
    for (const { code, cites } of all) {
      if (cites === undefined) continue;
      const held = await citedTexts(client, dataset, code);
      const texts = held.filter((text) => find(text).some(({ instruments }) => instruments.includes(id)));
      if (texts.length > 0) fields.push({ dataset, field: code, texts });
    }
  }
  return fields;
}
