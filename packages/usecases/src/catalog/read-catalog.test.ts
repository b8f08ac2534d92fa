import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../standards/index.ts';
import { readCatalog } from './read-catalog.ts';

function folder(path: string): string {
  return fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
}

const loaded = await loadPack({ standardsDir: folder('standards'), districtDir: folder('districts/licheng') });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const PACK = loaded.value;
const ENTRIES = readCatalog(PACK);

function entry(id: string) {
  const found = ENTRIES.find(({ dataset }) => dataset === id);
  if (found === undefined) throw new Error(`no entry ${id}`);
  return found;
}

describe('the catalogue', () => {
  it('has one entry for each dataset, and what hangs on a dataset within its entry', () => {
    const listed = ENTRIES.flatMap(({ dataset, children }) => [dataset, ...children]);
    expect([...listed].sort()).toEqual([...PACK.datasets.keys()].sort());
    expect(entry('contract').children).toEqual(['contract.stage', 'contract.payment']);
  });

  it('names for every entry an item, a basis and somebody who provides it', () => {
    for (const { dataset, item, basis, providers } of ENTRIES) {
      expect([dataset, item.trim() !== '', basis.length > 0, providers.length > 0]).toEqual([dataset, true, true, true]);
    }
  });

  it('resolves instruments and groups, and takes the certainty of the instrument where a citation says none', () => {
    expect(entry('licence').basis.find(({ instrument }) => instrument === 'ndrc-2018-424')).toMatchObject({
      number: '发改办财金〔2018〕424号',
      title: PACK.instruments.get('ndrc-2018-424')?.title,
    });
    const streets = entry('commitment').providers.find(({ unit }) => unit === 'lc-jiedao');
    expect(streets).toMatchObject({ name: '各街道', since: '2021-01-01', to: null });
    expect(streets?.members.length).toBeGreaterThan(10);
    expect(entry('judgment-defaulter').providers.map(({ unit, members }) => [unit, members])).toEqual([['lc-fy', ['lc-fy']]]);
  });

  it('shows nothing that is private, and every list only for a time or while it stands', () => {
    for (const { dataset, publicity, isShown } of ENTRIES)
      if (publicity === 'private') expect([dataset, isShown]).toEqual([dataset, false]);
    for (const { fields, shown } of PACK.datasets.values()) {
      if (fields.some(({ code }) => code === 'listState')) expect(shown?.onlyIf).toBe("listState = '列入'");
    }
  });

  it('knows a term for every kind of serious-breach list that was in force under a regime', () => {
    const kinds = PACK.codeLists.get('serious-breach-list-kind')?.values ?? [];
    const regimes = PACK.terms.get('serious-breach-list')?.regimes ?? [];
    const nameless = regimes.flatMap(({ id, from, to, classify }) =>
      kinds
        .filter((kind) => (kind.from ?? from) <= (to ?? '9999') && from <= (kind.to ?? '9999'))
        .filter(({ value }) => classify.filter(({ when }) => when.includes(`'${value}'`)).length !== 1)
        .map(({ value }) => `${id} ${value}`),
    );
    expect(regimes.length).toBeGreaterThan(3);
    expect(nameless).toEqual([]);
  });
});
