/** Attachments: rows that are only ever added. */
import type { AttachmentKind } from '@xincheng/core/standards';
import type pg from 'pg';

/** One attached file. */
export interface AttachmentRow {
  readonly id: string;
  readonly ownerKind: string;
  readonly ownerId: string;
  readonly ownerVersion: number | null;
  readonly unitId: string;
  readonly fileName: string;
  readonly kind: AttachmentKind;
  readonly bytes: bigint;
  readonly sha256: string;
  readonly scan: 'clean' | 'not-scanned';
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly keepUntil: string;
  readonly keepBasis: string;
  /** Units that may open it beside its own. */
  readonly shownTo: readonly string[];
  /** Cases in which it was named: their parties may open it. */
  readonly shownIn: readonly string[];
}

const COLUMNS = `id, owner_kind as "ownerKind", owner_id as "ownerId", owner_version as "ownerVersion", unit_id as "unitId", file_name as "fileName",
  kind, bytes, sha256, scan, added_at as "addedAt", added_by as "addedBy", keep_until as "keepUntil", keep_basis as "keepBasis",
  shown_to as "shownTo", shown_in as "shownIn"`;

/** One that nobody was shown yet. */
export type NewAttachmentRow = Omit<AttachmentRow, 'shownTo' | 'shownIn'>;

/** Adds one; null when the same unit has attached the same file there before. */
export async function insertAttachment(client: pg.ClientBase, row: NewAttachmentRow): Promise<AttachmentRow | null> {
  const { rows } = await client.query<AttachmentRow>(
    `insert into attachment (id, owner_kind, owner_id, owner_version, unit_id, file_name, kind, bytes, sha256, scan, added_at, added_by, keep_until,
       keep_basis)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (owner_kind, owner_id, owner_version, unit_id, sha256) do nothing returning ${COLUMNS}`,
    [
      row.id,
      row.ownerKind,
      row.ownerId,
      row.ownerVersion,
      row.unitId,
      row.fileName,
      row.kind,
      row.bytes,
      row.sha256,
      row.scan,
      row.addedAt,
      row.addedBy,
      row.keepUntil,
      row.keepBasis,
    ],
  );
  return rows[0] ?? null;
}

/** The one that stands where this one would; null when there is none. */
export async function findSameAttachment(
  client: pg.ClientBase,
  { ownerKind, ownerId, ownerVersion, unitId, sha256 }: NewAttachmentRow,
): Promise<AttachmentRow | null> {
  const { rows } = await client.query<AttachmentRow>(
    `select ${COLUMNS} from attachment
     where owner_kind = $1 and owner_id = $2 and owner_version is not distinct from $3 and unit_id = $4 and sha256 = $5`,
    [ownerKind, ownerId, ownerVersion, unitId, sha256],
  );
  return rows[0] ?? null;
}

/** One by its id; null when there is none or it is another unit's. */
export async function findAttachment(client: pg.ClientBase, id: string): Promise<AttachmentRow | null> {
  const { rows } = await client.query<AttachmentRow>(`select ${COLUMNS} from attachment where id = $1`, [id]);
  return rows[0] ?? null;
}

/** All of one owner, in the order in which they came. */
export async function listAttachments(
  client: pg.ClientBase,
  ownerKind: string,
  ownerId: string,
): Promise<readonly AttachmentRow[]> {
  const { rows } = await client.query<AttachmentRow>(
    `select ${COLUMNS} from attachment where owner_kind = $1 and owner_id = $2 order by id`,
    [ownerKind, ownerId],
  );
  return rows;
}

/** Lets units, and the parties of the case in which they are named, open files that are not theirs; what they may open already stays. */
export async function showAttachments(
  client: pg.ClientBase,
  ids: readonly string[],
  { units, caseId }: { readonly units: readonly string[]; readonly caseId: string },
): Promise<void> {
  await client.query(
    `update attachment set shown_to = array(select distinct u from unnest(shown_to || $2::text[]) u order by u),
       shown_in = array(select distinct c from unnest(shown_in || $3::text) c order by c)
     where id = any ($1) and not (shown_to @> $2 and $3 = any (shown_in))`,
    [ids, units, caseId],
  );
}
