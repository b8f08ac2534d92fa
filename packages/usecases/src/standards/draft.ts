/** The files of a pack as typed values, each of which still knows the line it came from. */
import {
  accountRulesSchema, bulletinSchema, calendarYearSchema, checkSchema, codeListSchema, concealmentSchema, datasetSchema, deadlineSchema, districtSchema, fieldGroupSchema, forwardTemplateSchema, groupsSchema, instrumentsSchema, jurisdictionsSchema, noticeSchema, provisionsSchema, termSetSchema, unitsSchema, expectedSetSchema, indicatorSchema, monitoringTreeSchema, attachmentRulesSchema, contactsSchema, planProofSchema, supervisionSchema,
} from '@xincheng/contract/standards';
import type { ExpectedSetDefinition, IndicatorDefinition, MonitoringTree } from '@xincheng/core/indicators';
import type { AccountRules } from '@xincheng/core/identity';
import type { PlanProof } from '@xincheng/core/plans';
import { assertNever, err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { BulletinDefinition } from '@xincheng/core/bulletins';
import type { ConcealmentDefinition } from '@xincheng/core/concealment';
import type {
  AttachmentRules, CalendarYear, CheckDefinition, CodeListDefinition, DatasetDefinition, DeadlineDefinition, DistrictDefinition, FieldGroup, ForwardTemplate,
  Instrument, Jurisdiction, NoticeTemplate, Provision, SupervisionRules, TermSet, UnitContact, UnitDefinition, UnitGroup,
} from '@xincheng/core/standards';
import type { z } from 'zod';
import { describeShape } from './describe-issue.ts';
import type { PackFile } from './files.ts';
import type { PackProblem, PackProblemCode } from './problem.ts';
import { readSource } from './source.ts';
import type { Source } from './source.ts';

type Path = readonly (string | number)[];

/** Everything read from the files, before the pieces are held against each other. */
export interface Draft {
  readonly instruments: Instrument[];
  readonly jurisdictions: Jurisdiction[];
  readonly codeLists: CodeListDefinition[];
  readonly fieldGroups: FieldGroup[];
  readonly datasets: DatasetDefinition[];
  readonly checks: CheckDefinition[];
  readonly deadlines: DeadlineDefinition[];
  readonly terms: TermSet[];
  readonly notices: NoticeTemplate[];
  readonly calendar: CalendarYear[];
  readonly districts: DistrictDefinition[];
  readonly units: UnitDefinition[];
  readonly groups: UnitGroup[];
  readonly provisions: Provision[];
  readonly concealment: ConcealmentDefinition[];
  readonly bulletins: BulletinDefinition[];
  readonly forwarding: ForwardTemplate[];
  readonly indicators: IndicatorDefinition[];
  readonly expected: ExpectedSetDefinition[];
  readonly monitoring: MonitoringTree[];
  readonly contacts: UnitContact[];
  readonly attachments: AttachmentRules[];
  readonly supervision: SupervisionRules[];
  readonly plans: PlanProof[];
  readonly accounts: AccountRules[];
}

/** Remembers for every object where it was read, so that a finding about it can name file, line and column. */
export class Places {
  readonly #origins = new WeakMap<object, { readonly source: Source; readonly path: Path }>();

  /** Registers a value and everything in it. */
  register(value: unknown, source: Source, path: Path = []): void {
    if (typeof value !== 'object' || value === null) return;
    this.#origins.set(value, { source, path });
    for (const [key, inner] of Object.entries(value)) this.register(inner, source, [...path, Array.isArray(value) ? Number(key) : key]);
  }

  /** Lets a made object be found where the one it was made from was read. */
  alias(made: object, original: object): void {
    const origin = this.#origins.get(original);
    if (origin === undefined) throw new Error('no place for the original');
    this.#origins.set(made, origin);
  }

  /** Where a value was read. */
  where(value: object): { readonly file: string; readonly line: number; readonly path: Path } {
    const origin = this.#origins.get(value);
    if (origin === undefined) throw new Error('no place for a value that was not read');
    const { file, line } = origin.source.at(origin.path);
    return { file, line, path: origin.path };
  }

  problem(owner: object, path: Path, code: PackProblemCode, reason: string): PackProblem {
    const origin = this.#origins.get(owner);
    if (origin === undefined) throw new Error(`no place for ${code}: ${reason}`);
    return { ...origin.source.at([...origin.path, ...path]), code, reason };
  }
}

/** Parses every file and checks its shape. */
export function draftOf(files: readonly PackFile[], places: Places): { draft: Draft; problems: PackProblem[] } {
  const draft: Draft = {
    instruments: [], jurisdictions: [], codeLists: [], fieldGroups: [], datasets: [], checks: [], deadlines: [], terms: [], notices: [], calendar: [], districts: [], units: [], groups: [], provisions: [], concealment: [], bulletins: [], forwarding: [], indicators: [], expected: [], monitoring: [], contacts: [], attachments: [], plans: [], supervision: [], accounts: [],
  };
  const problems = files.flatMap((file) => addFile(draft, file, places));
  return { draft, problems };
}

function addFile(draft: Draft, file: PackFile, places: Places): PackProblem[] {
  const source = readSource(file.file, file.bytes);
  if (source.problems.length > 0) return [...source.problems];
  const one = <T extends object>(into: T[], schema: z.ZodType<T>, idOf: (value: T) => string): PackProblem[] => {
    const parsed = parse(schema, source, places);
    if (!parsed.ok) return parsed.error;
    into.push(parsed.value);
    const named = file.path.slice(file.path.lastIndexOf('/') + 1, -'.yaml'.length);
    const id = idOf(parsed.value);
    return id === named ? [] : [{ ...source.at(['id']), code: 'file-name', reason: `文件名应与编号一致：编号 ${id}，文件名 ${named}.yaml。` }];
  };
  const many = <T extends object>(into: T[], schema: z.ZodType<readonly T[]>): PackProblem[] => {
    const parsed = parse(schema, source, places);
    if (!parsed.ok) return parsed.error;
    into.push(...parsed.value);
    return [];
  };
  switch (file.kind) {
    case 'instruments':
      return many(draft.instruments, instrumentsSchema);
    case 'jurisdictions':
      return many(draft.jurisdictions, jurisdictionsSchema);
    case 'code-list':
      return one(draft.codeLists, codeListSchema, ({ id }) => id);
    case 'fields':
      return one(draft.fieldGroups, fieldGroupSchema, ({ id }) => id);
    case 'dataset':
      return one(draft.datasets, datasetSchema, ({ id }) => id);
    case 'check':
      return one(draft.checks, checkSchema, ({ id }) => id);
    case 'deadline':
      return one(draft.deadlines, deadlineSchema, ({ id }) => id);
    case 'terms':
      return one(draft.terms, termSetSchema, ({ id }) => id);
    case 'notice':
      return one(draft.notices, noticeSchema, ({ id }) => id);
    case 'calendar-year':
      return one(draft.calendar, calendarYearSchema, ({ year }) => String(year));
    case 'district':
      return one(draft.districts, districtSchema, () => 'district');
    case 'units':
      return many(draft.units, unitsSchema);
    case 'groups':
      return many(draft.groups, groupsSchema);
    case 'provisions':
      return many(draft.provisions, provisionsSchema);
    case 'concealment':
      return one(draft.concealment, concealmentSchema, () => 'concealment');
    case 'bulletin':
      return one(draft.bulletins, bulletinSchema, () => 'bulletin');
    case 'forwarding':
      return one(draft.forwarding, forwardTemplateSchema, ({ id }) => id);
    case 'indicator':
      return one(draft.indicators, indicatorSchema, ({ id }) => id);
    case 'expected':
      return one(draft.expected, expectedSetSchema, ({ id }) => id);
    case 'monitoring':
      return one(draft.monitoring, monitoringTreeSchema, ({ id }) => id);
    case 'contacts':
      return many(draft.contacts, contactsSchema);
    case 'attachments':
      return one(draft.attachments, attachmentRulesSchema, () => 'attachments');
    case 'supervision':
      return one(draft.supervision, supervisionSchema, () => 'supervision');
    case 'accounts':
      return one(draft.accounts, accountRulesSchema, () => 'accounts');
    case 'plan':
      return one(draft.plans, planProofSchema, ({ id }) => id);
    default:
      return assertNever(file.kind);
  }
}

function parse<T extends object>(schema: z.ZodType<T>, source: Source, places: Places): Result<T, PackProblem[]> {
  const parsed = schema.safeParse(source.data);
  if (!parsed.success) return err(describeShape(parsed.error, source.data).map(({ path, code, reason }) => ({ ...source.at(path), code, reason })));
  places.register(parsed.data, source);
  return ok(parsed.data);
}
