/** The whole of what the YAML says, loaded and checked. */
import type { BulletinDefinition } from '../bulletins/index.ts';
import type { ConcealmentDefinition } from '../concealment/index.ts';
import type { AccountRules } from '../identity/index.ts';
import type { ExpectedSetDefinition, IndicatorDefinition, MonitoringTree } from '../indicators/types.ts';
import type { PlanProof } from '../plans/index.ts';
import type { AttachmentRules } from './attachments.ts';
import type { UnitContact } from './contacts.ts';
import type { ForwardTemplate } from './forwarding.ts';
import type { SupervisionRules } from './supervision.ts';
import type {
  CalendarYear,
  CheckDefinition,
  CodeListDefinition,
  DatasetDefinition,
  DeadlineDefinition,
  DistrictDefinition,
  Instrument,
  Jurisdiction,
  NoticeTemplate,
  PlacedCitation,
  Provision,
  TermSet,
  UnitDefinition,
  UnitGroup,
} from './types.ts';

/** Everything one installation is built on, loaded and checked. */
export interface StandardsPack {
  /** sha-256 over all files read, in path order: the pinned version. */
  readonly digest: string;
  /** Every place that cites an instrument, in the order of the files. */
  readonly citations: readonly PlacedCitation[];
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly jurisdictions: ReadonlyMap<string, Jurisdiction>;
  readonly codeLists: ReadonlyMap<string, CodeListDefinition>;
  readonly datasets: ReadonlyMap<string, DatasetDefinition>;
  readonly checks: ReadonlyMap<string, CheckDefinition>;
  readonly deadlines: ReadonlyMap<string, DeadlineDefinition>;
  readonly terms: ReadonlyMap<string, TermSet>;
  readonly notices: ReadonlyMap<string, NoticeTemplate>;
  readonly calendar: readonly CalendarYear[];
  readonly district: DistrictDefinition;
  readonly units: ReadonlyMap<string, UnitDefinition>;
  readonly groups: ReadonlyMap<string, UnitGroup>;
  readonly provisions: readonly Provision[];
  /** Null: the district looks for no concealment. */
  readonly concealment: ConcealmentDefinition | null;
  /** Null: the district issues no bulletin. */
  readonly bulletin: BulletinDefinition | null;
  /** By dataset: how it goes to the city platform. */
  readonly forwarding: ReadonlyMap<string, ForwardTemplate>;
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
  readonly expected: ReadonlyMap<string, ExpectedSetDefinition>;
  readonly monitoring: ReadonlyMap<string, MonitoringTree>;
  /** By unit. */
  readonly contacts: ReadonlyMap<string, UnitContact>;
  /** Null where nothing may be attached. */
  readonly attachments: AttachmentRules | null;
  /** Null where no tasks are followed. */
  readonly supervision: SupervisionRules | null;
  /** By plan: what proves its tasks. */
  readonly plans: ReadonlyMap<string, PlanProof>;
  /** The platform's own where the district says nothing. */
  readonly accounts: AccountRules;
}
