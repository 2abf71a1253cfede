/** Joins class names, leaving out what is not there: CSS modules give `undefined` for a name they do not know. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
