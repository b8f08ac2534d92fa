import address from './seal.svg';

/** The mark 信: the one place, beside what is legally marked, where seal red stands. */
export function Seal({ size }: { readonly size: number }) {
  return <img src={address} width={size} height={size} alt="" className="seal" />;
}
