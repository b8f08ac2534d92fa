/**
 * The shape of what `standards/` and `districts/` say. YAML is checked against the zod schemas of
 * `contract`, which must produce exactly these types; the engine of `core` compiles them.
 */
import type { Day } from '../calendar/day.ts';
import type { NoticeChannel } from './contacts.ts';

/** Every text a person reads, Chinese first. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** How sure we are of a fact. Users see 待核 beside everything that is `uncertain`. */
export const CERTAINTIES = ['seen', 'known', 'choice', 'uncertain'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** A citation: always a row of `instruments.yaml`, never prose alone. */
export interface Citation {
  readonly instrument: string;
  readonly clause?: string;
  readonly certainty?: Certainty;
}

/** What kind of subject a row is about. Decides which fields are required, optional or blank. */
export const SUBJECT_KINDS = ['legal', 'soleTrader', 'natural'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const FIELD_TYPES = [
  'text', // one line
  'longText', // narrative: scanned for personal data, publishable only after redaction
  'code', // one value of a code list
  'codes', // several values of a code list joined by ;
  'uscc', // 统一社会信用代码 GB 32100
  'organisationCode', // GB 11714, nine characters
  'registrationNo', // 工商注册号 GS 15-2006
  'personId', // certificate number of a natural person: always sealed
  'phone', // sensitive: always sealed
  'day',
  'money', // kept as fen
  'number', // exact decimal, kept as text
  'integer',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export const REQUIREMENTS = ['required', 'optional', 'blank', 'conditional'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** What a field means to the engine; generic checks speak of roles, so that they hold for any dataset that has them. */
export const FIELD_ROLES = [
  'subjectName',
  'subjectCategory',
  'subjectUscc',
  'subjectRegistrationNo',
  'subjectOrganisationCode',
  'subjectFormerNames', // in the base register: names it had, joined by semicolons
  'subjectFormerUscc', // in the base register: the code it had before
  'subjectStanding', // in the base register: existing, deregistered, …
  'subjectStandingOn', // in the base register: the day since which it stands so
  'legalRep',
  'legalRepIdType',
  'legalRepId',
  'personIdType',
  'personId',
  'number', // the decision number, or whatever numbers the record within its authority
  'parentNumber', // in a child dataset: the number of the record it hangs on
  'numberTitle',
  'authorityName',
  'authorityUscc',
  'sourceName',
  'sourceUscc',
  'decidedOn',
  'validFrom',
  'validUntil',
  'certificateName',
  'certificateNo',
  'publication',
  'remark',
] as const;
export type FieldRole = (typeof FIELD_ROLES)[number];

export interface FieldDefinition {
  /** Code of the national or city template, e.g. `XK_XDR_MC`; unique within the dataset. */
  readonly code: string;
  readonly name: Label;
  /** Other headers under which departments send this column (older codes, shorter names). */
  readonly aliases?: readonly string[];
  readonly role?: FieldRole;
  /** Further roles of the same column: in a register that units keep of themselves, the sender is authority and subject too. */
  readonly alsoRoles?: readonly FieldRole[];
  /** One type, or a type by subject kind (a commitment's 承诺人代码 is a USCC or an id number). */
  readonly type: FieldType | Readonly<Record<SubjectKind, FieldType>>;
  /** Longest text in characters. */
  readonly maxLength?: number;
  readonly codeList?: string;
  /** The dataset of a record that this field names by its number: same authority, same subject, and same parent where both hang on one. */
  readonly ref?: string;
  /** It cites instruments, by id, number or full title, several separated by semicolons. One that the pack does not have is kept, with a word. */
  readonly cites?: 'instrument';
  /** For `money`: the unit in which files write it. 1 万元 = 1,000,000 fen. */
  readonly unit?: 'wan-yuan' | 'yuan';
  /** For `money` and `number`: most digits after and before the point. */
  readonly decimals?: number;
  readonly integerDigits?: number;
  readonly require: Requirement | Readonly<Record<SubjectKind, Requirement>>;
  /** With `conditional`: required exactly when this expression is true … */
  readonly requiredIf?: string;
  /** … and to be left blank when this one is. */
  readonly blankIf?: string;
  /** Not derivable from the type: sealed before it reaches the database, masked wherever shown. */
  readonly sensitive?: boolean;
  /** May appear on the public page of an organisation, or of which kind of organisation. Default true, never for sensitive fields. */
  readonly isPublic?: boolean | { readonly legal: boolean; readonly soleTrader: boolean };
  /** Kept for the record but filled by us: an expression computed when the file leaves it blank. */
  readonly computed?: string;
  /** One sentence for the person who fills it in. */
  readonly guidance?: Label;
  readonly example?: string;
  readonly certainty: Certainty;
  /** What exactly is unsure, or where it was seen. */
  readonly note?: string;
}

/** Where the fields of a group stand in a dataset: before its own fields, or after them. */
export const GROUP_PLACES = ['before', 'after'] as const;

/** Fields that datasets share, such as those of the counterpart; the loader puts them into every dataset that names the group. */
export interface FieldGroup {
  readonly id: string;
  readonly name: Label;
  readonly stands: (typeof GROUP_PLACES)[number];
  readonly fields: readonly FieldDefinition[];
}

/** How a child dataset (stage, payment) hangs on its parent. */
export interface ChildDefinition {
  /** Becomes the dataset `<parent>.<id>`. */
  readonly id: string;
  readonly name: Label;
  /** Field of the child that numbers it within its parent. */
  readonly number: string;
  /** Field of the child that dates it. */
  readonly decidedOn: string;
  readonly fields: readonly FieldDefinition[];
  readonly examples: readonly ExampleRow[];
}

export interface Rollup {
  readonly id: string;
  readonly name: Label;
  readonly child: string;
  readonly sum: string;
}

/** A complete row that passes every check: the seed of tests, templates and generators. */
export interface ExampleRow {
  readonly kind: SubjectKind;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * When and how long an organisation's record is on public show. A dataset without it is never published; a natural person's record
 * never is, whatever stands here.
 */
export interface ShownDefinition {
  /** Through the day a field names, by a set of terms of law (`terms/<id>.yaml`), or without end. */
  readonly until: 'always' | { readonly field: string } | { readonly terms: string };
  /** An expression over the record: shown only where it is true. */
  readonly onlyIf?: string;
}

export interface DatasetDefinition {
  readonly id: string;
  /** Version of this definition; an old record keeps the version under which it was made. */
  readonly version: string;
  readonly from: Day;
  readonly name: Label;
  /** Entry of the information catalogue: no dataset loads without a legal basis. */
  readonly catalog: {
    readonly item: string;
    readonly basis: readonly Citation[];
    readonly publicity: 'public' | 'conditional' | 'private';
    readonly sharing: 'shared' | 'conditional' | 'private';
    readonly isNegative: boolean;
    /** How long it is kept, in words, until the retention rules of a later version. */
    readonly retention: Label;
  };
  /** Subject kind by the text in the category field; without one the kind follows from the USCC. */
  readonly categories?: Readonly<Record<string, SubjectKind>>;
  /** Letters before 〔year〕 are normalised only in decision numbers; plain numbers are compared as they are. */
  readonly numberForm: 'decision' | 'plain';
  /** The base register: its accepted rows make subjects and change them, and other datasets are held against them. */
  readonly registers?: 'subject';
  /** The clock of reporting, a row of `standards/deadlines`. */
  readonly deadline?: string;
  readonly shown?: ShownDefinition;
  /** Groups whose fields the dataset has beside its own. Only as written: in a loaded pack they stand among `fields`. */
  readonly fieldGroups?: readonly string[];
  readonly fields: readonly FieldDefinition[];
  readonly children?: readonly ChildDefinition[];
  readonly rollups?: readonly Rollup[];
  readonly examples: readonly ExampleRow[];
  /** For a child dataset expanded by the loader: the dataset it hangs on. */
  readonly parent?: string;
}

export interface CodeListDefinition {
  readonly id: string;
  readonly name: Label;
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly values: readonly CodeValue[];
}

/** What a state of registration can say of a body: it lives and acts, or there is none any more. */
export const STANDINGS = ['living', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface CodeValue {
  readonly value: string;
  readonly name?: Label;
  readonly aliases?: readonly string[];
  /** In force for rows decided from / to these days; without them always. */
  readonly from?: Day;
  readonly to?: Day;
  /** Only rows about these kinds of subject may carry it. */
  readonly kinds?: readonly SubjectKind[];
  readonly group?: string;
  /** A word of one's own may stand behind it: `其他-<kind>`. */
  readonly freeSuffix?: boolean;
  /** For a kind of certificate: its number is a citizen's, with birthday and check character. */
  readonly numberedAs?: 'citizen-id';
  /** For a state of registration: what it says of the body. A state that says neither, such as revoked, has no word here. */
  readonly standing?: Standing;
  readonly note?: string;
}

/** How long the records of one class stay on show under one regime, in months from the day of the decision. */
export interface Term {
  /** Shortest time: repair is possible from the day after it. 0: from the day of the decision. */
  readonly minMonths: number;
  /** Longest time: publicity ends by itself with its last day. */
  readonly maxMonths: number;
  /** False: no repair ends publicity early. Default true. */
  readonly mayEndEarly?: boolean;
  /** False: not published at all. Default true. */
  readonly isShown?: boolean;
}

/** A rule that puts a record in a class. */
export interface ClassifyRule {
  /** An expression over field codes and roles of every dataset that uses the set. */
  readonly when: string;
  readonly class: string;
  readonly certainty: Certainty;
  readonly note?: string;
}

/** One set of rules of law with the days on which decisions fall under it. */
export interface Regime {
  readonly id: string;
  readonly name: Label;
  readonly from: Day;
  readonly to?: Day;
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly note?: string;
  /** By class. A class without an entry does not exist under this regime. */
  readonly terms: Readonly<Record<string, Term>>;
  /** Every rule that holds counts: of several classes the one with the longest term is taken. */
  readonly classify: readonly ClassifyRule[];
  /** The class where no rule holds. */
  readonly otherwise: string;
}

/** `terms/<id>.yaml`: how long records stay on show, by regime and class. */
export interface TermSet {
  readonly id: string;
  readonly name: Label;
  readonly classes: readonly { readonly id: string; readonly name: Label }[];
  /** In the order of time. Never edit a past one: add a dated one. */
  readonly regimes: readonly Regime[];
}

/** `notices/<id>.yaml`: a text that is filled from a record or an act. */
export interface NoticeTemplate {
  readonly id: string;
  readonly name: Label;
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly note?: string;
  readonly title: string;
  /** Words that may stand in braces. */
  readonly placeholders: readonly string[];
  /** Ways by which it is sent to a unit. Absent for a text that is only handed over with a decision. */
  readonly channels?: readonly NoticeChannel[];
  /** `early`: only where publicity can end early; `never-early`: only where it cannot. */
  readonly paragraphs: readonly { readonly text: string; readonly only?: 'early' | 'never-early' }[];
  /** What to hand in, by regime of terms. */
  readonly regimes: readonly { readonly id: string; readonly materials: string }[];
}

/** What a new regime means for records on show: the old term stays, the new one is taken, or whichever ends earlier. */
export const TRANSITIONS = ['old', 'new', 'favourable'] as const;
export type Transition = (typeof TRANSITIONS)[number];

export const SEVERITIES = ['error', 'confirm', 'warning'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const NEEDS = ['row', 'batch', 'registry', 'history'] as const;
export type Needs = (typeof NEEDS)[number];

export const DIMENSIONS = ['completeness', 'validity', 'consistency', 'uniqueness', 'timeliness', 'lawfulness'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What the engine itself can look for; everything else is an `assert` in the expression language. */
export const CLAUSE_KINDS = [
  'required', // a required field is blank
  'must-be-blank', // a field that must be blank is filled
  'length', // longer than maxLength
  'code', // not a value of the code list on the row's day
  'uscc', // shape, letters, check character; placeholder only for sole traders
  'uscc-organisation-code', // inner organisation code's check digit
  'organisation-code',
  'registration-no',
  'person-id',
  'day', // not a calendar day
  'money', // not a number, negative, too many digits
  'number',
  'normalised', // full width or lower case was put right
  'personal-data', // id number, mobile number, bank card in free text
  'unit-registry', // authority or source unit unknown, name and code disagree, or not the sender
  'subject-registry', // name and code against the base register
  'duplicate-in-batch',
  'key-held', // by a record of another day, or one that was withdrawn
  'key-of-other-unit',
  'same-number', // same number and authority, other subject
  'parent', // the record this row hangs on does not exist
  'reference', // the record that a field names (`ref`) does not exist
  'sum', // a field summed over the children of a record, against a field of that record
  'previous', // a changed row against the version it supersedes
  'replaces', // the record to be replaced does not exist, is another unit's, or was withdrawn
  'instrument', // a citation (`cites`) of an instrument that the pack does not have
  'lost-digits', // a spreadsheet made a number of a code
  'row-shape', // too few or too many cells, a cell that cannot be read (variants: too-few, too-many, …)
] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/** How a sum must stand to its bound. */
export const SUM_BOUNDS = ['at-most', 'at-least', 'equal'] as const;

/** A sum over everything that hangs on one record, what stands already and what the batch brings, against a field of that record. */
export interface SumRule {
  /** Dataset of the children, such as `contract.payment`. */
  readonly child: string;
  readonly field: string;
  readonly parentField: string;
  readonly is: (typeof SUM_BOUNDS)[number];
  /** Share of the parent's field by which the sum may miss it, `0.1` for a tenth; none when absent. */
  readonly tolerance?: string;
}

/**
 * One way in which a check can fail. Templates in `message`, `expected` and `fix` know
 * {row} {column} {label} {value} {expected}.
 */
export interface CheckClause {
  /** Stable tail of the issue code where a check has several clauses, e.g. `future` in `R09.future`. */
  readonly id?: string;
  readonly kind?: ClauseKind;
  /** Expression that must not be false. Null (something blank or unreadable) passes. */
  readonly assert?: string;
  /** For `sum`. It marks the child's field, or the parent's when the parent is what was sent. */
  readonly sum?: SumRule;
  /** For `previous`: an expression that must not be false, in which `before(name)` is the value of the version before. */
  readonly previous?: string;
  /** Field code or role that is marked. */
  readonly blame?: string;
  readonly severity?: Severity;
  readonly needs?: Needs;
  readonly message: string;
  readonly expected?: string;
  readonly fix: string;
}

export interface CheckDefinition {
  readonly id: string;
  readonly name: Label;
  readonly severity: Severity;
  readonly dimension: Dimension;
  readonly needs: Needs;
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly note?: string;
  /** Datasets to which it applies; absent: every dataset that has the fields and roles it speaks of. */
  readonly datasets?: readonly string[];
  /** Datasets to which it does not apply, though they have all it speaks of. */
  readonly except?: readonly string[];
  /** Checks that may rightly fire together with this one. */
  readonly also?: readonly string[];
  readonly clauses: readonly CheckClause[];
  readonly examples: readonly CheckExample[];
}

/** A change to the dataset's example row of that kind, and whether the check then fires. */
export interface CheckExample {
  readonly dataset: string;
  readonly kind: SubjectKind;
  readonly set: Readonly<Record<string, string>>;
  readonly fires: boolean;
  /** The code (`R09.future`) that must be among the issues when it fires. */
  readonly code?: string;
}

export interface Instrument {
  readonly id: string;
  readonly number?: string;
  readonly issuer: string;
  readonly title: Label;
  readonly from?: Day;
  readonly to?: Day;
  readonly certainty: Certainty;
  readonly note?: string;
}

export const DAY_UNITS = ['working-day', 'natural-day'] as const;
export type DayUnit = (typeof DAY_UNITS)[number];

export interface DeadlineDefinition {
  readonly id: string;
  readonly name: Label;
  /** Name of the event or field from which it runs: `decidedOn`, `acceptedOn`, … */
  readonly starts: string;
  readonly values: readonly DeadlineValue[];
}

/** Never edit a past value: add a dated one. */
export interface DeadlineValue {
  readonly jurisdiction: string;
  readonly unit: DayUnit;
  readonly days: number;
  /** Most days when the parties agreed on more (payment to small firms). */
  readonly mostDays?: number;
  /** Moves to the next working day when the last day is a rest day. */
  readonly rolls: boolean;
  readonly from: Day;
  readonly to?: Day;
  readonly basis: Citation;
  readonly certainty: Certainty;
  readonly note?: string;
}

export interface CalendarYear {
  readonly year: number;
  /** The State Council papers this year rests on; an empty list is refused. */
  readonly papers: readonly Citation[];
  readonly holidays: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
  readonly makeUpDays: readonly { readonly day: Day; readonly for: string }[];
}

export interface UnitDefinition {
  /** Short stable id used in files, routes and the command line, e.g. `lc-scjg`. */
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** The word its document numbers begin with (机关代字), e.g. 济历城审. */
  readonly documentWord?: string;
  readonly kind: 'department' | 'subdistrict' | 'party' | 'court' | 'city-branch' | 'institution' | 'utility' | 'state-owned-firm' | 'association';
  readonly uscc: string;
  /** True while the code is invented. */
  readonly isSyntheticCode: boolean;
  readonly from?: Day;
  readonly to?: Day;
  readonly note?: string;
}

export interface UnitGroup {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly members: readonly string[];
  readonly certainty: Certainty;
  readonly note?: string;
}

/** Who must provide what, since when. */
export interface Provision {
  readonly unit: string;
  readonly dataset: string;
  readonly since: Day;
  readonly to?: Day;
  readonly reason: 'statutory' | 'expected' | 'encouraged';
  readonly basis: Citation;
}

/** Where a value of law holds: the state, a province, a city, a district. */
export interface Jurisdiction {
  readonly id: string;
  readonly name: Label;
}

export interface DistrictDefinition {
  readonly id: string;
  readonly name: Label;
  readonly regionCode: string;
  /** The first that has a value governs. */
  readonly jurisdictions: readonly string[];
  /** Invented people and codes; opens the development token. Never true in a real district. */
  readonly isDemo: boolean;
  readonly platformName: Label;
  /** Unit that runs the platform and answers for what no other unit does. */
  readonly creditOffice: string;
  /** How many natural days after its end a period can still be put right before its numbers are frozen. Without it nothing is frozen by itself. */
  readonly correctionWindow?: readonly { readonly from: Day; readonly days: number; readonly certainty: Certainty; readonly note?: string }[];
  /** What a new regime of terms means for records already on show. Without it `favourable`. */
  readonly publicity?: { readonly transition: Transition };
}

/** A place of the pack that rests on an instrument. */
export interface PlacedCitation {
  readonly instrument: string;
  readonly clause: string | null;
  /** Kind of the file: `dataset`, `check`, `provisions`, … */
  readonly kind: string;
  /** Counted from the folder above `standards` and `districts`. */
  readonly file: string;
  readonly line: number;
  /** Keys and positions that lead to it within the file. */
  readonly path: string;
}
