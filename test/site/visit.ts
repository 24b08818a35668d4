import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch, marks, open } from './chrome.ts';
import { DIST } from './dist.ts';
import { serve, type Served } from './serve.ts';

/** How a page is opened: the browser's settings, the size of the window, and what to do before the page loads. */
interface Options extends BrowserContextOptions {
  readonly before?: (page: Page) => Promise<unknown>;
}

/** A browser and the served site for the tests of one file. */
export function visitor() {
  let browser: Browser;
  let site: Served;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serve(DIST)]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Opens pages of the site one after the other in one window and hands each over; fails on whatever went wrong meanwhile. */
  async function visitAll(
    addresses: readonly string[],
    look: (page: Page, address: string) => Promise<unknown>,
    { before, ...options }: Options = {},
  ): Promise<void> {
    const { page, wrong } = await open(browser, site.address, { viewport: { width: 1280, height: 900 }, ...options });
    const refused: string[] = [];
    try {
      await before?.(page);
      for (const address of addresses) {
        await page.goto(site.address + address, { waitUntil: 'load' });
        await look(page, address);
        if (options.javaScriptEnabled !== false) refused.push(...(await marks(page)).refused);
      }
    } finally {
      await page.context().close();
    }
    if (wrong.length + refused.length > 0) throw new Error([...wrong, ...refused].join('\n'));
  }

  /** One page of the site, with what the look at it found. */
  async function visit<T>(address: string, look: (page: Page) => Promise<T>, options?: Options): Promise<T> {
    let seen: { readonly value: T } | undefined;
    await visitAll([address], async (page) => (seen = { value: await look(page) }), options);
    if (!seen) throw new Error(`${address} was not seen`);
    return seen.value;
  }

  return { visit, visitAll };
}
