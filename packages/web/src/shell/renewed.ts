/** A page opened before the service was upgraded asks for files that are gone. */

const KEPT_AS = 'xincheng.renewed';
const ONCE_IN_MS = 60_000;

/** Reads the page anew when one of its parts is missing; not again and again, should it be missing in the new one as well. */
export function reloadWhenRenewed(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(KEPT_AS) ?? 0);
    if (Date.now() - last < ONCE_IN_MS) return;
    event.preventDefault();
    sessionStorage.setItem(KEPT_AS, String(Date.now()));
    location.reload();
  });
}
