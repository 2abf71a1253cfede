/** Which addresses a link may lead to. */

/** True for http and https only: anything else in a bundle's data stays plain words. */
export const isWebAddress = (address: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(address);
