// How much memory the processes of a browser had at most, as Linux tells it.
import { readdirSync, readFileSync } from 'node:fs';

const GIB = 2 ** 30;
export const MIB = 2 ** 20;

export const shown = (bytes) => (bytes >= GIB ? `${(bytes / GIB).toFixed(2)} GiB` : `${Math.round(bytes / MIB)} MiB`);

/** The most memory each kind of process of the browser on a profile had, in bytes. Linux only. */
export function peaksOf(profile) {
  const peaks = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      if (!line.includes(profile)) continue;
      const kind = /--type=(\S+)/.exec(line)?.[1] ?? 'browser';
      const name = /--utility-sub-type=(\S+)/.exec(line)?.[1] ?? kind;
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      for (const [, kilobytes] of status.matchAll(/^Vm(?:HWM|RSS):\s+(\d+)/gm))
        peaks.set(name, Math.max(peaks.get(name) ?? 0, Number(kilobytes) * 1024));
    } catch {
      // It has ended meanwhile.
    }
  }
  return peaks;
}

/** Looks again and again, since a process may end with its peak. Returns what tells the peaks seen, and ends it. */
export function watchPeaks(profile) {
  const seen = new Map();
  const look = () => {
    for (const [name, peak] of peaksOf(profile)) seen.set(name, Math.max(seen.get(name) ?? 0, peak));
  };
  const timer = setInterval(look, 200).unref();
  return () => {
    clearInterval(timer);
    look();
    return seen;
  };
}
