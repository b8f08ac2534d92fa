/** A record as everybody may see it. Page, search, API, report and open data are all made here. */
import { addDays } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { publicSubjectName, publicValues } from '@xincheng/core/publicity';
import type { PublicField } from '@xincheng/core/publicity';
import { withTransaction } from '@xincheng/store/connection';
import { findPublic } from '@xincheng/store/publicity';
import type { PublicRow } from '@xincheng/store/publicity';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { openValues } from '../records/view.ts';
import { explain, termFacts } from './read-publicity.ts';
import { showingOf } from './showing.ts';

export interface PublicRecord {
  readonly recordId: string;
  readonly dataset: string;
  readonly datasetName: string;
  readonly subject: { readonly name: string; readonly uscc: string | null };
  readonly number: string;
  readonly decidedOn: string;
  readonly fields: readonly PublicField[];
  readonly shownUntil: string;
  readonly comesDownOn: string;
  readonly repairFrom: string | null;
  readonly explanation: readonly string[];
  readonly disputedSince: string | null;
  readonly statement: string | null;
}

/** Who reads for the public: nobody in particular, with no scope of any kind. */
export function publicIdentity(today: Day) {
  return { actor: 'public', scope: 'none', today } as const;
}

/** One record on show today, or null: what has ended, was repaired or withdrawn is not told from what never was. */
export async function readPublicRecord(platform: Platform, today: Day, recordId: string): Promise<PublicRecord | null> {
  const row = await withTransaction(platform.database.portal, publicIdentity(today), (client) => findPublic(client, recordId));
  return row === null ? null : presentPublic(platform, row);
}

/** The public view of a row of `public_record`. */
export function presentPublic(platform: Platform, row: PublicRow): PublicRecord {
  const layout = datasetOf(platform, row.dataset);
  const { definition } = layout.dataset;
  const showing = showingOf(platform, row, row.classId);
  const values = openValues(layout, row);
  const uscc = layout.subjectUscc < 0 ? undefined : values[definition.fields[layout.subjectUscc]?.code ?? ''];
  return {
    recordId: row.recordId,
    dataset: row.dataset,
    datasetName: definition.name.zh,
    subject: {
      name: publicSubjectName(definition, row.subjectKind, row.subjectName, values),
      uscc: typeof uscc === 'string' ? uscc : null,
    },
    number: row.number,
    decidedOn: row.decidedOn,
    fields: publicValues(definition, row.subjectKind, values, row.texts),
    shownUntil: row.shownUntil,
    comesDownOn: addDays(row.shownUntil as Day, 1),
    repairFrom: termFacts(showing).repairFrom,
    explanation: explain(platform, row.dataset, showing, row.decidedOn as Day, row.classId !== null),
    disputedSince: row.disputedSince,
    statement: row.statement,
  };
}
