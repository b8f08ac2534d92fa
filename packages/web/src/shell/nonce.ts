/** The nonce of this copy of the page: what the content security policy asks of every style sheet made by a script. */

type Make = (name: string, options?: ElementCreationOptions) => Element;

/** Read once, at the start. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/**
 * Gives it to every style element that is made from now on. antd passes it on to almost all of its own, but the one by which an open
 * drawer keeps the page behind it from scrolling is made without.
 */
export function grantNonce(): void {
  const make: Make = Reflect.get(document, 'createElement').bind(document);
  const makeWithNonce: Make = (name, options) => {
    const element = make(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  Object.assign(document, { createElement: makeWithNonce });
}
