/** What an alarm rests on: the numbers beside the gap, the month against its season, where the decision was seen. */
import { Facts } from '../../parts/index.ts';
import { useDatasets } from '../../reference/index.ts';
import { useAlarmWords } from './words.ts';

const PLACES = ['repair', 'objection', 'credit-check', 'inspection', 'complaint', 'publication'] as const;
type Values = Readonly<Record<string, unknown>>;

/** Each kind of alarm has its own; what is absent is left out. */
export function Evidence({ evidence }: { readonly evidence: Values }) {
  const say = useAlarmWords();
  const datasets = useDatasets();
  const place = PLACES.find((one) => one === evidence['seenIn']);
  const neighbour = (value: unknown): string | null => {
    if (typeof value !== 'object' || value === null) return null;
    const { number, decidedOn, dataset } = value as { number?: string; decidedOn?: string; dataset?: string };
    return [number, decidedOn, dataset === undefined ? undefined : datasets.nameOf(dataset)].filter(Boolean).join(' · ');
  };
  const facts = [
    [say('before'), neighbour(evidence['before'])],
    [say('after'), neighbour(evidence['after'])],
    [say('decidedBetween'), daysOf(evidence)],
    [say('month'), textOf(evidence['month'])],
    [say('count'), textOf(evidence['count'])],
    [say('expectedCount'), textOf(evidence['expected'])],
    [say('seenIn'), place === undefined ? null : say(place)],
    [say('words'), textOf(evidence['words'])],
    [say('document'), textOf(evidence['document'])],
    [say('earlier'), earlierOf(evidence['earlier'], (values) => say('earlierOf', values))],
  ] as const;
  return (
    <section className="stack tight">
      <h2>{say('evidence')}</h2>
      <Facts facts={facts} />
    </section>
  );
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** Numbers are not always given in the order of the decisions. */
function daysOf({ decidedFrom, decidedTo }: Values): string | null {
  const days = [textOf(decidedFrom), textOf(decidedTo)].filter((day) => day !== null).sort();
  return days.length === 0 ? null : days.join(' — ');
}

function earlierOf(value: unknown, say: (values: { answered: number; found: number }) => string): string | null {
  const { answered = 0, found = 0 } = (value ?? {}) as { answered?: number; found?: number };
  return answered === 0 ? null : say({ answered, found });
}
