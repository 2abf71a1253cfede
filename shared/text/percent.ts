/** `81 %` of 0.8125. */
export const percentWords = (share: number): string => `${Math.round(share * 100)} %`;
