import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { asDay } from '@xincheng/core/calendar';
import { compileMeasure, resolveMeasure, targetOn } from '@xincheng/core/indicators';
import type { MonitoringGroup } from '@xincheng/core/indicators';
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

describe('the indicators', () => {
  test('every one of them can be asked of the database, or says what is missing', () => {
    expect(pack.indicators.size).toBeGreaterThan(60);
    for (const { id, numerator, denominator, needs } of pack.indicators.values()) {
      expect([id, numerator === undefined]).toEqual([id, needs !== undefined]);
      for (const part of [numerator, denominator]) {
        if (part === undefined) continue;
        const measure = resolveMeasure(pack.indicators, part);
        expect([id, measure]).toEqual([id, expect.anything()]);
        if (measure?.source !== 'record') continue;
        for (const dataset of measure.datasets)
          expect([id, compileMeasure(pack, measure, dataset)]).toMatchObject([id, { ok: true }]);
      }
    }
  });

  test('carry the numbers of the plan as targets', () => {
    const plan = (id: string) => {
      const indicator = pack.indicators.get(id);
      const target = indicator === undefined ? null : targetOn(indicator, asDay('2021-06-30'));
      return [indicator?.format, target?.is, target?.value, target?.basis.instrument, target?.basis.clause];
    };
    const all = ['percent', 'at-least', '100', 'licheng-2021-plan', '二（十）1'];
    for (const id of ['submission-rate', 'compliance-rate', 'timeliness-rate', 'city-timeliness-rate'])
      expect([id, plan(id)]).toEqual([id, all]);
    expect(plan('upheld-objections')).toEqual(['per-100000', 'below', '1', 'licheng-2021-plan', '二（十）2']);
    expect(plan('objection-days')).toEqual(['days', 'at-most', '5', 'licheng-2021-plan', '二（十）3']);
    expect(plan('repair-days')).toEqual(['days', 'at-most', '3', 'licheng-2021-plan', '二（十）4']);
    for (const id of ['faulty-code-rate', 'gov-enforcement-stock', 'gov-enforcement-new', 'bond-default'])
      expect(plan(id).slice(1, 3)).toEqual(['equal', '0']);
  });
});

describe('the monitoring of 2020', () => {
  const leaves = ({ groups = [], leaves: own = [] }: MonitoringGroup): number =>
    groups.reduce((sum, group) => sum + leaves(group), own.length);

  test('has four groups, fifteen parts and twenty-five leaves, and one hundred points', () => {
    const groups = pack.monitoring.get('city-2020')?.groups ?? [];
    const points = (all: readonly MonitoringGroup[]): number => all.reduce((sum, group) => sum + Number(group.points), 0);
    const parts = groups.flatMap((group) => group.groups ?? []);
    expect([groups.length, parts.length, groups.reduce((sum, group) => sum + leaves(group), 0)]).toEqual([4, 15, 25]);
    expect([points(groups), points(parts)]).toEqual([100, 100]);
    expect(groups.map((group) => group.points)).toEqual(['20', '21', '43', '16']);
  });
});
