// What several measures do with the built program: a new case, and a watch over the frames of the window.

/** A page of the built program with a new case, at its documents. Waits for the name where nobody gave one yet. */
export async function openNewCase(context, address, name) {
  const page = await context.newPage();
  // The address names the library: without it a start returns to where the last one left off.
  await page.goto(`${address}#/`);
  const own = page.getByLabel('Your name');
  const start = page.getByRole('button', { name: /Start a new case/ });
  await own.or(start).first().waitFor();
  if (await own.isVisible()) {
    await own.fill('Jo Analyst');
    await page.getByRole('button', { name: 'Go on' }).click();
  }
  await start.click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Start the case' }).click();
  await page.getByRole('link', { name: /^Documents/ }).click();
  return page;
}

/** Files or folders of the disk, let fall on the middle of the window as from the desktop. */
export async function dropOn(page, paths) {
  const { width, height } = page.viewportSize();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'])
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  await session.detach();
}

/** Begins to note the gaps between the window's frames; returns a function that ends it and says them, in milliseconds. */
export async function watchFrames(page) {
  await page.evaluate(() => {
    const gaps = [];
    let last = 0;
    const step = (now) => {
      if (last > 0) gaps.push(now - last);
      last = now;
      window.watched = { gaps, next: requestAnimationFrame(step) };
    };
    requestAnimationFrame(step);
  });
  return () =>
    page.evaluate(() => {
      const { gaps, next } = window.watched;
      cancelAnimationFrame(next);
      return gaps;
    });
}
