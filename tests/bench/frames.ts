/** Frames of the page, as they come. */

/** The gaps between frames of the page, from now until the returned function is called. Milliseconds. */
export function watchFrames(): () => number[] {
  const gaps: number[] = [];
  let last = 0;
  let handle = requestAnimationFrame(function step(now) {
    if (last > 0) gaps.push(now - last);
    last = now;
    handle = requestAnimationFrame(step);
  });
  return () => {
    cancelAnimationFrame(handle);
    return gaps;
  };
}
