// @ts-check
export const openHire = (/** @type {any} */ start) => void start;
