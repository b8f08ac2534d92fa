import { useAddress } from '../../shell/use-address.ts';
import { DatasetChoice, UnitChoice } from '../choices.tsx';

/** Dataset and unit as they stand in the address. */
export function useItemFilter(): { readonly dataset?: string; readonly unit?: string } {
  const { search } = useAddress();
  return {
    ...(search['dataset'] === undefined ? {} : { dataset: search['dataset'] }),
    ...(search['unit'] === undefined ? {} : { unit: search['unit'] }),
  };
}

/** The choices of both. */
export function ItemFilters() {
  const { search, put } = useAddress();
  return (
    <>
      <DatasetChoice value={search['dataset']} onChange={(dataset) => put({ dataset: dataset ?? '' })} />
      <UnitChoice value={search['unit']} onChange={(unit) => put({ unit: unit ?? '' })} />
    </>
  );
}
