import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { jsonSchemaOf } from '@xincheng/contract/standards';
import type { StandardsKind } from '@xincheng/contract/standards';
import { changedUnderSameVersion, contentVersions } from '@xincheng/usecases/standards';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { WITH_GROUP } from './_standards-breakages-of-datasets.ts';
import { WITH_INDICATORS } from './_standards-breakages-of-indicators.ts';
import { SOUND, writePack } from './_standards-pack.ts';
import type { PackText, WrittenPack } from './_standards-pack.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const written: WrittenPack[] = [];
afterEach(async () => {
  await Promise.all(written.splice(0).map((pack) => pack.remove()));
});

async function versions(files: PackText) {
  const pack = await writePack(files);
  written.push(pack);
  const found = await contentVersions(pack.standardsDir);
  if (!found.ok) throw new Error(found.error.problems.map(({ reason }) => reason).join());
  return found.value;
}

function licence(from: string, to: string): PackText {
  const path = 'standards/datasets/licence.yaml';
  const text = SOUND[path];
  if (typeof text !== 'string' || !text.includes(from)) throw new Error(`no ${from}`);
  return { ...SOUND, [path]: text.replace(from, to) };
}

describe('pinned versions', () => {
  test('a changed dataset needs a new version', async () => {
    const pinned = await versions(SOUND);
    expect(changedUnderSameVersion(pinned, await versions(licence('maxLength: 64', 'maxLength: 65')))).toEqual([
      { kind: 'datasets', id: 'licence', version: '1' },
    ]);
    const renewed = licence('maxLength: 64', 'maxLength: 65')['standards/datasets/licence.yaml'] as string;
    const other = await versions({
      ...SOUND,
      'standards/datasets/licence.yaml': renewed.replace('version: "1"', 'version: "2"'),
    });
    expect(changedUnderSameVersion(pinned, other)).toEqual([]);
    expect(other.datasets['licence']?.sha256).not.toBe(pinned.datasets['licence']?.sha256);
  });

  test('a changed group of fields needs a new version of every dataset that names it', async () => {
    const pinned = await versions(WITH_GROUP);
    const longer = Object.fromEntries(
      Object.entries(WITH_GROUP).map(([path, text]) => [
        path,
        typeof text === 'string' ? text.replace('maxLength: 20\n', 'maxLength: 21\n') : text,
      ]),
    );
    expect(changedUnderSameVersion(pinned, await versions(longer))).toEqual([{ kind: 'datasets', id: 'licence', version: '1' }]);
    expect(Object.keys(pinned.fieldGroups)).toEqual(['note']);
  });

  test('a changed indicator or expected set needs a new version; a changed tree does not, for nothing is made under one', async () => {
    const pinned = await versions(WITH_INDICATORS);
    const changed = (path: string, from: string, to: string): PackText => {
      const text = WITH_INDICATORS[path];
      if (typeof text !== 'string' || !text.includes(from)) throw new Error(`no ${from}`);
      return { ...WITH_INDICATORS, [path]: text.replace(from, to) };
    };
    const rate = changed('standards/indicators/timely-rate.yaml', 'receivedOn <= dueOn', 'receivedOn < dueOn');
    expect(changedUnderSameVersion(pinned, await versions(rate))).toEqual([
      { kind: 'indicators', id: 'timely-rate', version: '1' },
    ]);
    const set = changed('standards/expected/declared.yaml', 'period: month', 'period: quarter');
    expect(changedUnderSameVersion(pinned, await versions(set))).toEqual([{ kind: 'expected', id: 'declared', version: '1' }]);
    const tree = changed('standards/monitoring/city.yaml', '甲一', '甲二');
    expect(changedUnderSameVersion(pinned, await versions(tree))).toEqual([]);
    const { indicators: _, expected: __, ...old } = pinned;
    expect(changedUnderSameVersion(old, await versions(rate))).toEqual([]);
  });

  test('comments, layout and the order of keys say nothing', async () => {
    const pinned = await versions(SOUND);
    expect(await versions(licence('version: "1"\nfrom: 2021-01-01', '# a remark\nfrom: "2021-01-01"\nversion: \'1\''))).toEqual(
      pinned,
    );
    expect(Object.keys(pinned.checks)).toEqual(['R01', 'R02']);
    expect(Object.keys(pinned.codeLists)).toEqual(['category']);
    expect(Object.keys(pinned.deadlines)).toEqual(['licence.forward']);
    expect(Object.keys(pinned.calendar)).toEqual(['2021', '2022']);
  });
});

const FOLDERS: readonly [string, StandardsKind][] = [
  ['standards/datasets', 'dataset'],
  ['standards/fields', 'fields'],
  ['standards/codes', 'code-list'],
  ['standards/checks', 'check'],
  ['standards/deadlines', 'deadline'],
  ['standards/calendar', 'calendar-year'],
  ['standards/indicators', 'indicator'],
  ['standards/expected', 'expected'],
  ['standards/monitoring', 'monitoring'],
  ['districts/licheng/deadlines', 'deadline'],
  ['districts/licheng/indicators', 'indicator'],
  ['districts/licheng/expected', 'expected'],
];
const FILES: readonly [string, StandardsKind][] = [
  ['standards/instruments.yaml', 'instruments'],
  ['standards/jurisdictions.yaml', 'jurisdictions'],
  ['districts/licheng/district.yaml', 'district'],
  ['districts/licheng/units.yaml', 'units'],
  ['districts/licheng/groups.yaml', 'groups'],
  ['districts/licheng/provisions.yaml', 'provisions'],
];

describe('the published JSON Schemas', () => {
  test.each([...FOLDERS, ...FILES])('%s is what the schema of a %s says', async (place, kind) => {
    const validate = new Ajv2020({ allErrors: true }).compile(jsonSchemaOf(kind));
    const paths = place.endsWith('.yaml') ? [place] : (await readdir(`${ROOT}/${place}`)).map((name) => `${place}/${name}`);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      const data: unknown = parse(await readFile(`${ROOT}/${path}`, 'utf8'));
      validate(data);
      expect([path, validate.errors]).toEqual([path, null]);
      const misspelt: unknown = Array.isArray(data)
        ? [{ ...(data[0] as object), misspelt: 1 }]
        : { ...(data as object), misspelt: 1 };
      expect([path, validate(misspelt)]).toEqual([path, false]);
    }
  });
});
