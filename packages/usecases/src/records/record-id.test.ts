import { readFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { decisionRange, recordIdOf, writeRecordId } from './record-id.ts';

const VECTORS = new URL('../../../../standards/conformance/record-id.csv', import.meta.url);

interface Vector {
  readonly dataset: string;
  readonly authority: string;
  readonly number: string;
  readonly subject_key: string;
  readonly sequence: string;
  readonly record_id: string;
}

const UUID_V8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
const part = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\u001f'));

describe('record ids', () => {
  const vectors: Vector[] = parse(readFileSync(VECTORS), { columns: true });

  it.each(vectors)('$dataset $number $subject_key $sequence', (vector) => {
    expect(recordIdOf(vector.dataset, vector.authority, vector.number, vector.subject_key, Number(vector.sequence))).toBe(
      vector.record_id,
    );
  });

  it('hold the bits of the two hashes, in the order of the definition', () => {
    const bits = (text: string): string =>
      BigInt(`0x${hash('sha256', text, 'hex')}`)
        .toString(2)
        .padStart(256, '0');
    fc.assert(
      fc.property(part, part, part, part, fc.nat(3), (dataset, authority, number, subjectKey, sequence) => {
        const id = recordIdOf(dataset, authority, number, subjectKey, sequence);
        expect(id).toMatch(UUID_V8);
        const decision = bits([dataset, authority, number].join('\u001f'));
        const whole = bits([dataset, authority, number, subjectKey, String(sequence)].join('\u001f'));
        // 48 bits, version 8, 12 bits, variant 10, 62 bits; the first two of 64 bits of the second hash make room for the variant.
        const expected = `${decision.slice(0, 48)}1000${decision.slice(48, 60)}10${whole.slice(2, 64)}`;
        expect(
          BigInt(`0x${id.replaceAll('-', '')}`)
            .toString(2)
            .padStart(128, '0'),
        ).toBe(expected);
        const written = Buffer.alloc(18, 0xee);
        writeRecordId(written, 1, dataset, authority, number, subjectKey, sequence);
        expect(written.toString('hex')).toBe(`ee${id.replaceAll('-', '')}ee`);
      }),
    );
  });

  it('of one decision lie in its range, those of others outside', () => {
    fc.assert(
      fc.property(part, part, part, part, (number, otherNumber, subjectKey, otherSubject) => {
        fc.pre(number !== otherNumber && subjectKey !== otherSubject);
        const [lowest, highest] = decisionRange(recordIdOf('licence', 'A', number, subjectKey));
        for (const subject of [subjectKey, otherSubject]) {
          const id = recordIdOf('licence', 'A', number, subject);
          expect(lowest <= id && id <= highest).toBe(true);
        }
        const other = recordIdOf('licence', 'A', otherNumber, subjectKey);
        expect(lowest <= other && other <= highest).toBe(false);
      }),
    );
  });

  it('differ by subject, by sequence and by dataset', () => {
    const ids = [
      recordIdOf('licence', 'A', '1', 'X'),
      recordIdOf('licence', 'A', '1', 'Y'),
      recordIdOf('licence', 'A', '1', 'X', 1),
      recordIdOf('penalty', 'A', '1', 'X'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('have a range with and without hyphens, and none for other text', () => {
    const id = recordIdOf('licence', 'A', '1', 'X');
    expect(decisionRange(id.replaceAll('-', ''))).toEqual(decisionRange(id));
    expect(() => decisionRange('1234')).toThrow('not a record id');
  });
});
