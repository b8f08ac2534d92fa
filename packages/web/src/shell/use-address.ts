import { useNavigate, useSearch } from '@tanstack/react-router';

type Search = Readonly<Record<string, string | undefined>>;

/** Filters and the opened row, as they stand in the address; `put` changes some, and an empty text takes one out. */
export function useAddress(): { readonly search: Search; readonly put: (changes: Search) => void } {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const put = (changes: Search): void => {
    const next = Object.entries({ ...search, ...changes }).filter(([, value]) => value !== undefined && value !== '');
    void navigate({ to: '.', search: Object.fromEntries(next) });
  };
  return { search, put };
}
