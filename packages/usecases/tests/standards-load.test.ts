import { membersOf, loadPack, PACK_PROBLEM_CODES } from '@xincheng/usecases/standards';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { WITH_GROUP } from './_standards-breakages-of-datasets.ts';
import { withTemplate } from './_standards-breakages-of-forwarding.ts';
import { WITH_INDICATORS } from './_standards-breakages-of-indicators.ts';
import { WITH_SETS } from './_standards-breakages-of-links.ts';
import { WITH_TERMS } from './_standards-breakages-of-terms.ts';
import { BREAKAGES } from './_standards-breakages.ts';
import { SOUND, writePack } from './_standards-pack.ts';
import type { PackText, WrittenPack } from './_standards-pack.ts';
import { DISTRICT, lineOf, LOCAL, LOCAL_TEXT, R01, swap, textOf, UNITS } from './_standards-swap.ts';

const written: WrittenPack[] = [];
afterEach(async () => {
  await Promise.all(written.splice(0).map((pack) => pack.remove()));
});

async function load(files: PackText) {
  const pack = await writePack(files);
  written.push(pack);
  const loaded = await loadPack(pack);
  if (loaded.ok) return { value: loaded.value, problems: [] };
  const problems = loaded.error.problems.map((problem) => ({ ...problem, file: problem.file.slice(pack.root.length + 1) }));
  return { value: null, problems };
}

describe('a broken pack', () => {
  test.each(BREAKAGES)('$code: $name', async ({ code, files, file, at }) => {
    const text = files[file] ?? '';
    const line = at === undefined ? 1 : lineOf(typeof text === 'string' ? text : Buffer.from(text).toString('latin1'), at);
    const { value, problems } = await load(files);
    expect(value).toBeNull();
    expect(problems.map((problem) => ({ file: problem.file, line: problem.line, code: problem.code }))).toContainEqual({
      file,
      line,
      code,
    });
    for (const problem of problems) {
      expect(problem.reason).toMatch(/\p{Script=Han}/u);
      expect(problem.column).toBeGreaterThan(0);
    }
  });
});

test('a pack with a template of forwarding is loaded', async () => {
  const { value, problems } = await load(withTemplate());
  expect(problems).toEqual([]);
  expect([...(value?.forwarding.keys() ?? [])]).toEqual(['licence']);
});

test('a pack with indicators, expected sets and a monitoring tree is loaded, from both halves', async () => {
  const { value, problems } = await load(WITH_INDICATORS);
  expect(problems).toEqual([]);
  expect([...(value?.indicators.keys() ?? [])]).toEqual(['timely-rate', 'waits', 'half']);
  expect([...(value?.expected.keys() ?? [])]).toEqual(['declared', 'bound']);
  expect(value?.monitoring.get('city')?.groups[0]?.groups?.[0]?.leaves?.[0]?.indicator).toBe('timely-rate');
  expect(value?.district.creditOffice).toBe('t-a');
});

test('a pack with checks over sets is loaded', async () => {
  const { problems } = await load(WITH_SETS);
  expect(problems).toEqual([]);
});

test('a pack with a set of terms is loaded', async () => {
  const { problems } = await load(WITH_TERMS);
  expect(problems).toEqual([]);
});

test('every code is told somewhere in the table', () => {
  // Two files of one year cannot both be called after it, so `file-name` is told first.
  const unreachable = ['year-twice'];
  const told = new Set([...BREAKAGES.map(({ code }) => code), ...unreachable]);
  expect(PACK_PROBLEM_CODES.filter((code) => !told.has(code))).toEqual([]);
});

test('everything wrong is told at once, in order of file and line', async () => {
  const units = textOf(SOUND, UNITS).replace('kind: department', 'kind: bureau').replace('name: 区乙中心', 'label: 区乙中心');
  const { problems } = await load({
    ...SOUND,
    [UNITS]: units,
    [DISTRICT]: textOf(SOUND, DISTRICT).replace('isDemo: true', 'isDemo: yes'),
  });
  expect(problems.map(({ file, line, code }) => [file, line, code])).toEqual([
    [DISTRICT, 5, 'wrong-type'],
    [UNITS, 4, 'wrong-value'],
    [UNITS, 7, 'missing-key'],
    [UNITS, 8, 'unknown-key'],
  ]);
});

test('whatever is done to a line, the pack is loaded or refused with a place and a reason', async () => {
  const pieces = fc.constantFrom(
    '',
    'null',
    '[]',
    '{ a: 1 }',
    '5',
    '"x"',
    '__proto__',
    '? [a]',
    '*a',
    '- ',
    '2021-02-30',
    'licence',
  );
  const outcomes = { loaded: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(SOUND)),
      fc.nat(),
      fc.constantFrom('drop', 'double', 'value', 'key', 'indent'),
      pieces,
      async (path, at, act, piece) => {
        const lines = textOf(SOUND, path).split('\n');
        const line = lines[at % lines.length] ?? '';
        const changed = {
          drop: [],
          double: [line, line],
          value: [line.replace(/:.*/u, () => `: ${piece}`)],
          key: [line.replace(/[\w-]+(?=:)/u, () => piece)],
          indent: [`  ${line}`],
        };
        lines.splice(at % lines.length, 1, ...changed[act]);
        const { value, problems } = await load({ ...SOUND, [path]: lines.join('\n') });
        outcomes[value === null ? 'refused' : 'loaded'] += 1;
        expect(problems.length > 0).toBe(value === null);
        for (const { line: place, reason } of problems)
          expect([place > 0, reason]).toEqual([true, expect.stringMatching(/\p{Script=Han}/u)]);
      },
    ),
    { numRuns: 120 },
  );
  expect(outcomes.refused).toBeGreaterThan(40);
});

describe('the sound pack', () => {
  test('loads, with children as datasets of their own', async () => {
    const { value, problems } = await load(SOUND);
    expect(problems).toEqual([]);
    const payment = value?.datasets.get('licence.payment');
    expect(payment?.parent).toBe('licence');
    expect(payment?.fields.map(({ code, role, require }) => [code, role, require])).toEqual([
      ['XM', 'subjectName', 'required'],
      ['LB', 'subjectCategory', 'required'],
      ['DM', 'subjectUscc', { legal: 'required', soleTrader: 'required', natural: 'blank' }],
      ['WH', 'parentNumber', 'required'],
      ['JG', 'authorityName', 'required'],
      ['JGDM', 'authorityUscc', 'required'],
      ['FKBH', 'number', 'required'],
      ['FKRQ', 'decidedOn', 'required'],
      ['FKJE', undefined, 'required'],
    ]);
    expect(payment?.examples[0]?.values).toMatchObject({ WH: '济历城审〔2021〕1号', FKBH: 'F1', FKJE: '5.00' });
  });

  test('puts the fields of groups where the groups say', async () => {
    const before = Object.fromEntries(
      Object.entries(WITH_GROUP).map(([path, text]) => [
        path,
        typeof text === 'string' ? text.replace('stands: after', 'stands: before') : text,
      ]),
    );
    const codes = async (files: PackText) => (await load(files)).value?.datasets.get('licence')?.fields.map(({ code }) => code);
    const own = await codes(SOUND);
    expect(await codes(WITH_GROUP)).toEqual([...(own ?? []), 'SM']);
    expect(await codes(before)).toEqual(['SM', ...(own ?? [])]);
  });

  test('has a digest that changes with every byte and with nothing else', async () => {
    const first = await load(SOUND);
    const again = await load({ ...SOUND, 'standards/conformance/any.yaml': 'a: 1\n', 'standards/README.md': 'x' });
    const spaced = await load(swap(R01, 'severity: error', 'severity:  error'));
    expect(first.value?.digest).toMatch(/^[0-9a-f]{64}$/u);
    expect(again.value?.digest).toBe(first.value?.digest);
    expect(spaced.value?.digest).not.toBe(first.value?.digest);
  });

  test('takes values of a deadline from the district', async () => {
    const { value } = await load({ ...SOUND, [LOCAL]: LOCAL_TEXT });
    expect(value?.deadlines.get('licence.forward')?.values.map(({ jurisdiction, days }) => [jurisdiction, days])).toEqual([
      ['national', 7],
      ['national', 5],
      ['test', 15],
    ]);
  });

  test('resolves groups to units', async () => {
    const { value } = await load(SOUND);
    if (value === null) throw new Error('not loaded');
    expect([membersOf(value, 'all'), membersOf(value, 't-b'), membersOf(value, 'none')]).toEqual([['t-a', 't-b'], ['t-b'], []]);
  });
});
