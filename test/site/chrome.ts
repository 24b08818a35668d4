import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { browser } from '../../scripts/browser.ts';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function launch(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await browser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...flags],
  });
}

/** A page that keeps what goes wrong: console errors, exceptions, refused by the policy, requests that failed or left the site. */
export interface Watched {
  readonly page: Page;
  readonly wrong: string[];
}

export async function open(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  const note = (what: string) => wrong.push(`${page.url()}: ${what}`);
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && note(`console: ${message.text()}`));
  page.on('pageerror', (error) => note(`exception: ${error.message}`));
  page.on('requestfailed', (request) => note(`failed: ${request.url()}`));
  page.on(
    'request',
    (request) =>
      !request.url().startsWith(origin) && !request.url().startsWith('data:') && note(`left the site: ${request.url()}`),
  );
  await context.addInitScript(() => {
    const marks = globalThis as unknown as { shift: number; refused: string[] };
    marks.shift = 0;
    marks.refused = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      marks.refused.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) marks.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return { page, wrong };
}

/** What the policy refused, and how much the layout moved, since the page was opened. */
export async function marks(page: Page): Promise<{ readonly shift: number; readonly refused: readonly string[] }> {
  return page.evaluate(() => {
    const { shift, refused } = globalThis as unknown as { shift: number; refused: string[] };
    return { shift, refused };
  });
}

/** Every violation that axe finds, best practices too, with the part of the page. */
export async function axe(page: Page): Promise<readonly string[]> {
  // `evaluate` runs in the page's own world by the debugger, which the page's policy does not stop.
  await page.evaluate(AXE);
  // Two rules that axe leaves out unless asked: 7:1 for text, and 24 px for targets.
  const rules = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };
  const options: RunOptions = { resultTypes: ['violations'], elementRef: false, rules };
  const { violations } = await page.evaluate(
    (given) => (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(given),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** How far the document is wider than its window, and what sticks out. */
export async function overflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1 && !one.closest('.scroll > *'),
    );
    return [
      `${scrollWidth} in ${clientWidth} px: ${out
        .slice(-3)
        .map((one) => `${one.tagName}.${one.className}`)
        .join(', ')}`,
    ];
  });
}

export async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
}
