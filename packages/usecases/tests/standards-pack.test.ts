import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isUscc } from '@xincheng/core/subjects';
import { loadPack, membersOf } from '@xincheng/usecases/standards';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StandardsPack } from '@xincheng/core/standards';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
let pack: StandardsPack;

beforeAll(async () => {
  const loaded = await loadPack({ standardsDir: `${ROOT}/standards`, districtDir: `${ROOT}/districts/licheng` });
  if (!loaded.ok)
    throw new Error(
      loaded.error.problems.map(({ file, line, code, reason }) => `${file}:${String(line)} ${code} ${reason}`).join('\n'),
    );
  pack = loaded.value;
});

describe('the demonstration district', () => {
  test('has every unit and group that the plan names', async () => {
    const text = await readFile(new URL('./fixtures/plan-names.txt', import.meta.url), 'utf8');
    const names = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const known = new Set(
      [...pack.units.values(), ...pack.groups.values()].flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]),
    );
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  test('says of every code that it is invented, and of every group that its members are a proposal', () => {
    for (const unit of pack.units.values())
      expect({ id: unit.id, holds: isUscc(unit.uscc), isSynthetic: unit.isSyntheticCode }).toEqual({
        id: unit.id,
        holds: true,
        isSynthetic: true,
      });
    for (const group of pack.groups.values()) {
      expect(group.certainty).toBe('uncertain');
      expect(group.note).toMatch(/\S/u);
      expect(membersOf(pack, group.id).length).toBeGreaterThan(1);
    }
  });

  test('binds the seven units that the plan names to licences and penalties since 2021', () => {
    const named = [
      '区教育体育局',
      '区行政审批服务局',
      '区卫生健康局',
      '区交通运输局',
      '区城管局',
      '区自然资源局',
      '区市场监管局',
    ];
    for (const name of named) {
      const unit = [...pack.units.values()].find(({ aliases }) => aliases?.includes(name) === true);
      const bound = pack.provisions.filter(
        (provision) => provision.unit === unit?.id && provision.reason === 'statutory' && provision.since === '2021-01-01',
      );
      expect([name, bound.map(({ dataset }) => dataset)]).toEqual([name, expect.arrayContaining(['licence', 'penalty'])]);
    }
  });

  test('knows the units under whose names the example rows stand', () => {
    const units = new Map([...pack.units.values()].map(({ uscc, name, aliases }) => [uscc, [name, ...(aliases ?? [])]]));
    let seen = 0;
    for (const dataset of pack.datasets.values()) {
      const uscc = dataset.fields.find(({ role }) => role === 'authorityUscc')?.code ?? '';
      const name = dataset.fields.find(({ role }) => role === 'authorityName')?.code;
      for (const { values } of dataset.examples) {
        seen += 1;
        expect([dataset.id, units.get(values[uscc] ?? '') ?? []]).toEqual([
          dataset.id,
          name === undefined ? expect.anything() : expect.arrayContaining([values[name]]),
        ]);
      }
    }
    expect(seen).toBeGreaterThan(3);
  });
});

describe('the datasets', () => {
  const kinds = ['legal', 'soleTrader', 'natural'] as const;

  test.each([
    ['licence', 28],
    ['penalty', 30],
    ['commitment', 20],
    ['contract', 25],
  ])('%s has the %i fields of its template, in order, with what each kind of subject must do', async (id, count) => {
    const text = await readFile(`${ROOT}/standards/conformance/fields.csv`, 'utf8');
    const expected = parse<Record<string, string>>(text, { columns: true }).filter(({ dataset }) => dataset === id);
    expect(expected).toHaveLength(count);
    const fields = pack.datasets.get(id)?.fields ?? [];
    const found = fields.map(({ code, name, maxLength, require }, index) => ({
      dataset: id,
      seq: String(index + 1),
      code,
      name: name.zh,
      maxLength: maxLength === undefined ? '' : String(maxLength),
      ...Object.fromEntries(kinds.map((kind) => [kind, typeof require === 'string' ? require : require[kind]])),
    }));
    expect(found).toEqual(expected);
  });
});
