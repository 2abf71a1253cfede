// Statistics on the script's side.
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values) => quantile(values, 0.5);

/** Milliseconds for people. */
export const ms = (value) =>
  value >= 1000 ? `${(value / 1000).toFixed(value >= 10_000 ? 0 : 1)} s` : `${value.toFixed(value >= 10 ? 0 : 1)} ms`;

export const mb = (bytes) => `${(bytes / 1e6).toFixed(bytes > 1e8 ? 0 : 1)} MB`;

export const sizeName = (excerpts) => (excerpts >= 1000 ? `${excerpts / 1000}k` : String(excerpts));
