/** The plans of a dataset: one for each example row, by kind of subject. */
import { dayNumber } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import type { CompiledDataset } from '@xincheng/core/intake';
import { SUBJECT_KINDS } from '@xincheng/core/standards';
import type { FieldRole, SubjectKind } from '@xincheng/core/standards';
import { examplesOf, indexOfKind, typeOf } from './field-context.ts';
import type { Example, PlanContext } from './field-context.ts';
import type { GenerateOptions } from './options.ts';
import { RowPlan } from './row-plan.ts';
import { settle } from './settle.ts';
import type { Trial } from './settle.ts';

export interface PlansInput {
  readonly pack: GenerateOptions['pack'];
  readonly dataset: CompiledDataset;
  readonly today: Day;
  readonly firstDay: number;
  readonly seed: number;
  /** The parent dataset and its kinds, for a child: its rows are about the subjects of their parents. */
  readonly parent: CompiledDataset | null;
  readonly parentKinds: readonly SubjectKind[] | null;
  readonly rowsOfParent: number;
}

export interface Plans {
  readonly of: (kind: SubjectKind) => readonly RowPlan[];
  readonly kinds: () => readonly SubjectKind[];
  /** Only those that pass the trial, varying as far as it lets them. */
  readonly settled: (trial: Trial) => Plans;
}

/** Plans for every kind the dataset has. A kind without an example borrows one and keeps what the kind may have. */
export function makePlans(input: PlansInput): Plans {
  const examples = examplesOf(input.dataset);
  const plans = (input.parentKinds ?? kindsOf(input.dataset)).flatMap((kind) => {
    const own = examples.filter((example) => example.kind === kind);
    const used = own.length > 0 ? own : examples.slice(0, 1).map((example) => borrowed(example, kind, input.dataset));
    return used.map((example) => planOf(input, kind, example, examples));
  });
  return plansOf(plans);
}

/** Plans like another that keep closer to the example: all but its days and what tells rows apart, then its days too. */
export function closerPlans(plan: RowPlan): RowPlan[] {
  const { roles, fields } = plan.context.dataset;
  const apart = new Set(TELLING_APART.flatMap((role) => roles.get(role) ?? []));
  const days = fields.filter((field) => typeOf(field, plan.context) === 'day').map(({ index }) => index);
  return [plan.holdingAllBut(new Set([...apart, ...days])), plan.holdingAllBut(apart)];
}

const TELLING_APART: readonly FieldRole[] = [
  'subjectName',
  'subjectUscc',
  'legalRep',
  'personId',
  'number',
  'parentNumber',
  'authorityName',
  'authorityUscc',
  'sourceName',
  'sourceUscc',
];

/** The seed of everyday use leaves numbers short. */
const PLAIN_SEED = 1;

function planOf(input: PlansInput, kind: SubjectKind, example: Example, examples: readonly Example[]): RowPlan {
  const context: PlanContext = {
    pack: input.pack,
    dataset: input.dataset,
    kind,
    kindIndex: indexOfKind(kind),
    example,
    examples,
    firstDay: input.firstDay,
    today: dayNumber(input.today),
    numberTag: input.seed === PLAIN_SEED ? '' : `${String(Math.abs(input.seed))}-`,
    parent: input.parent,
    rowsOfParent: input.rowsOfParent,
  };
  return new RowPlan(context, { today: input.today, regionCode: input.pack.district.regionCode });
}

function plansOf(plans: readonly RowPlan[]): Plans {
  const byKind = new Map(SUBJECT_KINDS.map((kind) => [kind, plans.filter((plan) => plan.context.kind === kind)]));
  const of = (kind: SubjectKind): readonly RowPlan[] => byKind.get(kind) ?? [];
  return {
    of,
    kinds: () => SUBJECT_KINDS.filter((kind) => of(kind).length > 0),
    settled: (trial) => plansOf(plans.filter((plan) => settle(plan, trial))),
  };
}

function kindsOf({ kinds, definition }: CompiledDataset): SubjectKind[] {
  const named = new Set(kinds.size > 0 ? kinds.values() : definition.examples.map(({ kind }) => kind));
  return SUBJECT_KINDS.filter((kind) => named.has(kind));
}

function borrowed(example: Example, kind: SubjectKind, dataset: CompiledDataset): Example {
  const category = dataset.roles.get('subjectCategory');
  const text = [...dataset.kinds].find(([, named]) => named === kind)?.[0] ?? '';
  return { kind, cells: example.cells.map((cell, index) => (index === category ? text : cell)) };
}
