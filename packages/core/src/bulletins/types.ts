/** The monthly bulletin (月通报): what a district says it shall hold, and what one holds once it is issued. */
import type { Day } from '../calendar/index.ts';
import type { Absence, TargetBound, ValueFormat } from '../indicators/index.ts';
import type { Certainty, Citation, Label } from '../standards/index.ts';

/** A column: an indicator's value, or one of its two parts as a plain count. */
export interface BulletinColumn {
  readonly id: string;
  readonly name: Label;
  readonly indicator: string;
  readonly part: 'value' | 'numerator' | 'denominator';
  /** Drawn as bars, one chart a column. */
  readonly isCharted?: boolean;
}

/** What a column's cell of a unit has to be. */
export interface BulletinCondition {
  readonly column: string;
  readonly is: Exclude<TargetBound, 'rising'>;
  readonly value: string;
}

/** Who is praised and who is named. Never edit past rules: add dated ones. */
export interface BulletinRules {
  readonly from: Day;
  /** All have to hold, with data. */
  readonly praise: readonly BulletinCondition[];
  /** Each that holds is a reason; `{value}` is the cell as it is shown. */
  readonly name: readonly (BulletinCondition & { readonly reason: Label })[];
}

/** What a paragraph may be about, without which it is left out. */
export const BULLETIN_OCCASIONS = ['praised', 'named', 'before', 'alarms', 'correction'] as const;
export type BulletinOccasion = (typeof BULLETIN_OCCASIONS)[number];

export interface BulletinParagraph {
  readonly heading?: Label;
  readonly text: Label;
  readonly when?: BulletinOccasion;
}

/** `bulletin.yaml` of a district. */
export interface BulletinDefinition {
  readonly title: Label;
  readonly issuer: Label;
  /** `{year}` and `{number}` are filled in. */
  readonly serial: Label;
  readonly addressees: Label;
  readonly signature: Label;
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly columns: readonly BulletinColumn[];
  readonly rules: readonly BulletinRules[];
  readonly paragraphs: readonly BulletinParagraph[];
}

/** A cell as it was: whole numbers as texts, so that nothing is lost on the way. */
export interface BulletinCell {
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly absence: Absence | null;
  readonly shown: Label;
}

export interface BulletinRow {
  readonly unit: string;
  readonly name: string;
  /** In the order of the columns. */
  readonly cells: readonly BulletinCell[];
  readonly alarms: { readonly open: number; readonly overdue: number };
}

/** One paragraph as it reads. */
export interface BulletinText {
  readonly heading: Label | null;
  readonly text: Label;
}

/** The numbers of an indicator behind a bulletin, as they were frozen. */
export interface BulletinSource {
  readonly indicator: string;
  readonly version: string;
  readonly rowsHash: string;
  readonly frozenAt: string;
}

/** Everything a bulletin says; page and PDF are made of this alone. No person stands in it. */
export interface BulletinContent {
  readonly form: 1;
  readonly month: string;
  readonly title: Label;
  readonly issuer: Label;
  readonly addressees: Label;
  readonly signature: Label;
  /** Serial of the bulletin that this one corrects. */
  readonly corrects: Label | null;
  readonly columns: readonly (Pick<BulletinColumn, 'id' | 'name' | 'indicator' | 'part'> & {
    readonly format: ValueFormat;
    readonly isCharted: boolean;
  })[];
  readonly rows: readonly BulletinRow[];
  readonly total: readonly BulletinCell[];
  /** The totals of the month before; null where nothing was frozen then. */
  readonly before: readonly BulletinCell[] | null;
  readonly praised: readonly string[];
  readonly named: readonly { readonly unit: string; readonly name: string; readonly reasons: readonly Label[] }[];
  readonly paragraphs: readonly BulletinText[];
  readonly sources: readonly BulletinSource[];
  /** SHA-256 over the hashes of the row sets and every cell shown. */
  readonly rowsHash: string;
  readonly standards: string;
}

/** A bulletin once issued. */
export interface BulletinSnapshot extends BulletinContent {
  readonly serial: Label;
  readonly issuedOn: Day;
}
