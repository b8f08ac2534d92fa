/**
 * How the cells of one field are written, from the most varied way to the example's own value. Which of them a dataset's checks
 * bear is found out by trying (`settle`), so nothing here knows a dataset.
 */
import { addMonths, dayFromNumber, dayNumber } from '@xincheng/core/calendar';
import type { CompiledField } from '@xincheng/core/intake';
import { registrationNoFrom } from '@xincheng/core/subjects';
import type { FieldRole } from '@xincheng/core/standards';
import { codesInForce } from './codes.ts';
import { dayNumberOf, dayWriter, styleOfDay } from './day-text.ts';
import type { Draft, Writer } from './draft.ts';
import {
  FIRST_LONG_TERM,
  codeListOf,
  commonFen,
  exampleCell,
  exampleDay,
  exampleOfRole,
  requirementOf,
  sampleOf,
  typeOf,
  waitsOf,
} from './field-context.ts';
import type { PlanContext } from './field-context.ts';
import { fenOf, lifelikeFen, moneyWriter, smallestFen } from './money-text.ts';
import { narrativeWriters, storiesOf } from './narrative.ts';
import { numberWriters } from './number-text.ts';

/** When a cell is written: on its own, once the cells its conditions speak of stand, or last because it repeats others. */
export type Phase = 'plain' | 'conditional' | 'repeating';

export interface FieldWriters {
  readonly phase: Phase;
  /** From the most varied to the least; never empty. */
  readonly writers: readonly Writer[];
}

/** The ways to write a field for rows like the example. */
export function writersOf(field: CompiledField, context: PlanContext): FieldWriters {
  const isConditional = requirementOf(field, context) === 'conditional' || field.blankIf !== undefined;
  const namesRecord = field.definition.ref !== undefined && requirementOf(field, context) === 'optional';
  // Whether the record referred to will be in the register when the rows are sent, nobody can know here.
  if (namesRecord || requirementOf(field, context) === 'blank') return { phase: 'plain', writers: [() => ''] };
  const own = exampleCell(field, context);
  const start = isConditional || (own === '' && requirementOf(field, context) === 'required') ? sampleOf(field, context) : own;
  const constant: Writer = () => start;
  const byRole = roleWriters(field, start, context);
  if (byRole !== null)
    return { phase: isConditional ? 'conditional' : 'plain', writers: withGaps([...byRole, constant], field, start, context) };
  if (start === '') return { phase: 'plain', writers: [constant] };
  const repeating = narrativeWriters(field, start, context);
  const varied = repeating ?? typeWriters(field, start, context);
  const phase = repeating !== null ? 'repeating' : isConditional ? 'conditional' : 'plain';
  return { phase, writers: withGaps([...varied, constant], field, start, context) };
}

/** What may be left out is at first left out of sparse rows; what the example leaves out stands in rich rows only. */
function withGaps(writers: readonly Writer[], field: CompiledField, start: string, context: PlanContext): readonly Writer[] {
  const [most] = writers;
  if (most === undefined || requirementOf(field, context) !== 'optional') return writers;
  const { role } = field.definition;
  const isCertificate = role === 'legalRepId' || role === 'legalRepIdType';
  if (start === '') return [(draft) => ((isCertificate ? draft.isIdentified : draft.isRich) ? most(draft) : ''), () => ''];
  return [(draft) => (draft.isSparse ? '' : most(draft)), ...writers];
}

/** Fields whose meaning is known; null for the rest. A child takes from its parent what both have. */
function roleWriters(field: CompiledField, start: string, context: PlanContext): readonly Writer[] | null {
  const { role } = field.definition;
  if (role === undefined) return null;
  const inParent = context.parent?.roles.get(role === 'parentNumber' ? 'number' : role);
  if (inParent !== undefined && FROM_PARENT.has(role)) return [(draft) => draft.parent[inParent] ?? ''];
  const subject = subjectWriter(role, field, start, context);
  if (subject !== null) return [subject];
  switch (role) {
    case 'subjectCategory':
      return context.dataset.definition.registers === undefined ? [] : [({ subject }) => subject.body];
    case 'subjectFormerNames':
      return [({ subject, random }) => (random.chance(RENAMED) ? subject.formerName() : '')];
    case 'subjectFormerUscc':
      return [({ subject, random }) => (random.chance(RECODED) ? subject.formerUscc() : '')];
    case 'subjectStanding':
      return codeWriters(field, start, context, STANDING_SHARE);
    case 'authorityName':
      return [({ authority }) => authority.name];
    case 'authorityUscc':
      return [({ authority }) => authority.uscc];
    case 'sourceName':
      return [({ source }) => source.name];
    case 'sourceUscc':
      return [({ source }) => source.uscc];
    case 'number':
      return field.definition.computed === undefined ? numberWriters(start, context) : [() => ''];
    case 'decidedOn':
      return decidedOnWriters(start, context);
    case 'validFrom':
      return validFromWriters(start, context);
    case 'validUntil':
      return start === '' ? null : validUntilWriters(start, context);
    default:
      return null;
  }
}

/** Shares of the register's subjects, among those with room for it, that had another name or code. */
const RENAMED = 0.15;
const RECODED = 0.01;
/** Share of bodies that stand as the example does. */
const STANDING_SHARE = 0.9;

const FROM_PARENT: ReadonlySet<FieldRole> = new Set<FieldRole>([
  'subjectName',
  'subjectCategory',
  'subjectUscc',
  'subjectRegistrationNo',
  'subjectOrganisationCode',
  'legalRep',
  'legalRepIdType',
  'legalRepId',
  'personIdType',
  'personId',
  'authorityName',
  'authorityUscc',
  'sourceName',
  'sourceUscc',
  'parentNumber',
]);

function subjectWriter(role: FieldRole, field: CompiledField, start: string, context: PlanContext): Writer | null {
  const [identityCard = start] = field.codes?.citizenIds ?? [];
  switch (role) {
    case 'subjectName':
      return ({ subject }) => subject.name;
    case 'subjectUscc':
      return typeOf(field, context) === 'personId' ? ({ subject }) => subject.personId() : ({ subject }) => subject.uscc;
    case 'subjectRegistrationNo':
      return start === '' || context.kind === 'soleTrader'
        ? ({ subject }) => subject.registrationNo
        : registrationWriter(context);
    case 'subjectOrganisationCode':
      return ({ subject }) => subject.organisationCode;
    case 'legalRep':
      return ({ subject }) => subject.legalRep;
    case 'personId':
    case 'legalRepId':
      return ({ subject }) => subject.personId();
    case 'personIdType':
    case 'legalRepIdType':
      return () => identityCard;
    default:
      return null;
  }
}

const REGISTRATION_SEQUENCES = 40_000_000;

function registrationWriter(context: PlanContext): Writer {
  const office = exampleOfRole('subjectRegistrationNo', context).slice(0, 6);
  return /^\d{6}$/u.test(office)
    ? ({ random }) => registrationNoFrom(office, random.below(REGISTRATION_SEQUENCES))
    : ({ subject }) => subject.registrationNo;
}

const MOST_DAYS_AFTER_PARENT = 180;

function decidedOnWriters(start: string, context: PlanContext): Writer[] {
  const write = dayWriter(styleOfDay(start));
  const upTo = (last: number): Writer => {
    const days = Math.max(1, last - context.firstDay + 1);
    return (draft) => {
      if (draft.parentDay !== null) draft.day = Math.min(last, draft.parentDay + draft.random.below(MOST_DAYS_AFTER_PARENT));
      else draft.day = Math.min(Math.max(context.firstDay, last), context.firstDay + draft.random.below(days));
      return write(draft.day);
    };
  };
  const fixed = dayNumberOf(start) ?? context.firstDay;
  const still: Writer = (draft) => {
    draft.day = fixed;
    return start;
  };
  return [...[0, ...waitsOf(context)].map((wait) => upTo(context.today - wait)), still];
}

const MOST_DAYS_TO_VALIDITY = 30;

function validFromWriters(start: string, context: PlanContext): Writer[] {
  const write = dayWriter(styleOfDay(start));
  const remembered = (draft: Draft, number: number): string => {
    draft.validFrom = number;
    return write(number);
  };
  return [
    (draft) => remembered(draft, draft.day + (draft.random.chance(0.7) ? 0 : draft.random.below(MOST_DAYS_TO_VALIDITY))),
    ...shifted(start, context).map(
      (shift): Writer =>
        (draft) =>
          remembered(draft, shift(draft)),
    ),
  ];
}

/** Years for which a licence or a decision usually holds. */
const YEARS = [1, 2, 3, 3, 5, 5, 5, 10] as const;

function validUntilWriters(start: string, context: PlanContext): Writer[] {
  const write = dayWriter(styleOfDay(start));
  const end = dayNumberOf(start);
  const isLongTerm = end !== null && end >= FIRST_LONG_TERM;
  const hasFrom = context.dataset.roles.has('validFrom');
  const own = dayNumberOf(hasFrom ? exampleOfRole('validFrom', context) : exampleOfRole('decidedOn', context));
  const days = end === null || own === null ? SHORT_VALIDITY : end - own;
  const lasting = (draft: Draft): string => {
    if (isLongTerm && draft.random.chance(0.5)) return start;
    if (days < SHORT_VALIDITY)
      return write((hasFrom ? draft.validFrom : draft.day) + 1 + draft.random.below(2 * Math.max(1, days)));
    const from = dayFromNumber(hasFrom ? draft.validFrom : draft.day);
    return write(dayNumber(addMonths(from, draft.random.pick(YEARS) * MONTHS)) - 1);
  };
  return [
    lasting,
    ...(isLongTerm
      ? []
      : shifted(start, context).map(
          (shift): Writer =>
            (draft) =>
              write(shift(draft)),
        )),
  ];
}

const MONTHS = 12;
/** What holds for less than half a year in the example, as a seizure does, never holds for years. */
const SHORT_VALIDITY = 180;

/** As many days after the deciding day as in the example. */
function shifted(start: string, context: PlanContext): ((draft: Draft) => number)[] {
  const own = dayNumberOf(start);
  const decided = exampleDay(context);
  return own === null || decided === null ? [] : [(draft) => draft.day + own - decided];
}

/** Fields of which only the type is known. */
function typeWriters(field: CompiledField, start: string, context: PlanContext): readonly Writer[] {
  switch (typeOf(field, context)) {
    case 'day':
      return dayWriters(start, context);
    case 'money':
      return moneyWriters(field, start, context);
    case 'code':
      return codeWriters(field, start, context);
    case 'codes':
      return codesWriters(field, start, context);
    case 'phone':
      return [({ random }) => start.slice(0, 3) + String(10_000_000 + random.below(90_000_000))];
    case 'number':
    case 'integer':
      return quantityWriters(start);
    case 'text':
    case 'longText':
    case 'uscc':
    case 'organisationCode':
    case 'registrationNo':
    case 'personId':
      return [];
  }
}

function dayWriters(start: string, context: PlanContext): Writer[] {
  const own = dayNumberOf(start);
  if (own === null || own >= FIRST_LONG_TERM) return [];
  const write = dayWriter(styleOfDay(start));
  return shifted(start, context).map((shift) => (draft) => write(shift(draft)));
}

const FEN_IN_YUAN = 100;
const YUAN_IN_WAN = 10_000;

/** True when one amount in 万元 reads like the other in 元: a row with 4 万元 and 4 元 looks as if the unit had been mixed up. */
function couldBeMistaken(fen: number, other: number): boolean {
  return other !== 0 && (fen === other * YUAN_IN_WAN || fen * YUAN_IN_WAN === other);
}

/** The amount of the record above that a field, summed over its children, must not exceed; null where nothing bounds it. */
function boundAbove(field: CompiledField, { dataset, parent }: PlanContext): CompiledField | null {
  for (const { field: summed, rule } of dataset.sets) {
    if (summed !== field || rule.kind !== 'sum' || rule.side !== 'child' || rule.is === 'at-least') continue;
    return parent?.fields[parent.byCode.get(rule.parentField) ?? -1] ?? null;
  }
  return null;
}

/** Each amount for itself, then all in the example's proportions; what is summed up takes its share of the bound. */
function moneyWriters(field: CompiledField, start: string, context: PlanContext): Writer[] {
  const usual = fenOf(field.definition, start);
  if (usual === null) return [];
  const write = moneyWriter(field.definition);
  const smallest = smallestFen(field.definition);
  const remembered = (draft: Draft, fen: number): string => {
    draft.fen[field.index] = fen;
    return write(fen);
  };
  const clear = (draft: Draft, fen: number): number =>
    draft.fen.some((other) => couldBeMistaken(fen, other)) ? fen + Math.max(smallest, FEN_IN_YUAN) : fen;
  const bound = boundAbove(field, context);
  if (bound !== null) {
    return [
      (draft) => {
        const share = (fenOf(bound.definition, draft.parent[bound.index] ?? '') ?? usual) / context.rowsOfParent;
        return remembered(
          draft,
          Math.max(smallest, Math.floor((share * (1 + draft.random.fraction())) / 2 / smallest) * smallest),
        );
      },
    ];
  }
  const common = commonFen(context);
  const inProportion = exampleCell(field, context) !== '' && common % smallest === 0;
  const alone: Writer = (draft) => remembered(draft, clear(draft, lifelikeFen(usual, draft.random.fraction(), smallest)));
  return inProportion
    ? [alone, (draft) => remembered(draft, (usual / common) * lifelikeFen(common, draft.size, smallest))]
    : [alone];
}

/** A count or a share: from half to one and a half times the example's, with as many decimals. */
function quantityWriters(start: string): Writer[] {
  const value = Number(start);
  if (!Number.isFinite(value) || value <= 0) return [];
  const decimals = start.includes('.') ? start.length - start.indexOf('.') - 1 : 0;
  const step = 10 ** -decimals;
  return [({ random }) => Math.max(step, value * (0.5 + random.fraction())).toFixed(decimals)];
}

const USUAL_CODE_SHARE = 0.7;

/** The code of the story that the row's texts tell, where examples have several; otherwise mostly the example's. */
function codeWriters(field: CompiledField, start: string, context: PlanContext, usualShare = USUAL_CODE_SHARE): Writer[] {
  const list = codeListOf(field, context);
  if (list === undefined) return [];
  const inForce = codesInForce(list, context.kind);
  const told = storiesOf(field, start, context);
  if (new Set(told).size > 1)
    return [
      ({ story, day }) => {
        const code = told[story % told.length] ?? start;
        return inForce(day).includes(code) ? code : start;
      },
    ];
  return [
    ({ random, day }) => {
      const values = inForce(day);
      if (values.length === 0 || (values.includes(start) && random.chance(usualShare))) return start;
      return random.pick(values);
    },
  ];
}

function codesWriters(field: CompiledField, start: string, context: PlanContext): Writer[] {
  const list = codeListOf(field, context);
  if (list === undefined) return [];
  const inForce = codesInForce(list, context.kind);
  const told = storiesOf(field, start, context);
  return [
    ({ random, day, story }) => {
      const values = inForce(day);
      const usual = told[story % told.length] ?? start;
      if (values.length === 0) return start;
      if (usual.split(/[;；]/u).every((value) => values.includes(value)) && random.chance(USUAL_CODE_SHARE)) return usual;
      const first = random.pick(values);
      const second = random.pick(values);
      return first === second || random.chance(0.6) ? first : `${first};${second}`;
    },
  ];
}
