/** The nonce of this copy of the page: what the content security policy asks of every style sheet made by a script. */

/** Read once, at the start. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/**
 * Gives it to every style element that is made from now on. antd passes it on to almost all of its own, but the one by which an open
 * drawer keeps the page behind it from scrolling is made without.
 */
export function grantNonce(): void {
  const create = document.createElement.bind(document) as (name: string, options?: ElementCreationOptions) => HTMLElement;
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
