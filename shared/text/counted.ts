/** “1 excerpt”, “1,200 excerpts”: a number as this machine writes it, and what is counted. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString()} ${count === 1 ? one : many}`;
