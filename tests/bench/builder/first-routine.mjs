// How soon a person who opens the builder sees a routine, over the network and with the processor of
// Lighthouse's mobile profile, as a browser applies it (its "devtools" throttling).
const network = {
  offline: false,
  latency: 562.5, // milliseconds for each request
  downloadThroughput: (1474.56 * 1024) / 8, // bytes per second
  uploadThroughput: (675 * 1024) / 8,
};
const processor = { rate: 4 };
const phone = { width: 412, height: 823 };

/** In the page: milliseconds from the navigation to the first painted movement. */
const untilRoutine = () =>
  new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('.movements > li')) setTimeout(look, 5);
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0));
    };
    look();
  });

async function throttle(context, page) {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', processor);
}

async function open(page, address) {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(untilRoutine);
}

/** The first visit, with nothing in any cache, and the next one, which the service worker serves. */
export async function firstRoutine(browser, address, times) {
  const taken = { cold: [], warm: [] };
  for (let i = 0; i < times; i++) {
    const context = await browser.newContext({ viewport: phone, isMobile: true });
    const page = await context.newPage();
    await throttle(context, page);
    taken.cold.push(await open(page, address));
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    taken.warm.push(await open(page, address));
    await context.close();
  }
  return taken;
}
