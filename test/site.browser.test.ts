import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, launch, marks, open, openDetails, overflow } from './site/chrome.ts';
import { built, DIST, KINDS, PROVE, REPORTS } from './site/dist.ts';
import { serve, type Served } from './site/serve.ts';

built();
const REPORT = 'tirtaraya/2026-09/';
const WIDTHS = [320, 360, 768, 1280];
const THEMES = ['light', 'dark'] as const;

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve(DIST)]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a page of the site, hands it over, and closes it; fails on whatever went wrong meanwhile. */
async function visit<T>(address: string, look: (page: Page) => Promise<T>, options: Parameters<typeof open>[2] = {}, before?: (page: Page) => Promise<unknown>): Promise<T> {
  const { page, wrong } = await open(browser, site.address, { viewport: { width: 1280, height: 900 }, ...options });
  try {
    await before?.(page);
    await page.goto(site.address + address, { waitUntil: 'load' });
    const seen = await look(page);
    const { refused } = await marks(page).catch(() => ({ refused: [] }));
    expect([...wrong, ...(refused ?? [])].filter((what) => !(address === '404.html' && what.includes('404'))), address).toEqual([]);
    return seen;
  } finally {
    await page.context().close();
  }
}

describe('no page is wider than its window', () => {
  test('closed and with everything unfolded', { timeout: 180_000 }, async () => {
    const found: string[] = [];
    for (const address of KINDS)
      await visit(address, async (page) => {
        for (const unfold of [false, true]) {
          if (unfold) await openDetails(page);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 800 });
            found.push(...(await overflow(page)).map((what) => `${address} ${unfold ? 'unfolded ' : ''}${what}`));
          }
        }
      });
    expect(found).toEqual([]);
  });
});

describe('axe finds nothing', () => {
  const some = ['', 'tirtaraya/', REPORT, 'en/tirtaraya/2026-q3/', 'tirtaraya/2025/', 'en/tirtaraya/accounts/facebook/', 'method/', 'en/tirtaraya/data/', 'about/', '404.html'];
  test.for(THEMES)('in the %s theme', { timeout: 400_000 }, async (colorScheme) => {
    const found: string[] = [];
    const pages = PROVE ? KINDS : colorScheme === 'dark' ? some.filter((_, index) => index % 2 === 0) : some;
    for (const address of pages)
      for (const width of PROVE ? [360, 1280] : [colorScheme === 'dark' ? 360 : 1280])
        await visit(
          address,
          async (page) => {
            const note = async (state: string) => found.push(...(await axe(page)).map((what) => `${address} ${width} px, ${state}: ${what}`));
            if (PROVE || address === REPORT) await note('folded');
            await openDetails(page);
            await note('unfolded');
          },
          { colorScheme, viewport: { width, height: 900 } },
        );
    expect(found).toEqual([]);
  });
});

describe('a report page', () => {
  test('does not move while it loads, nor when its font comes late', async () => {
    for (const address of PROVE ? KINDS : [REPORT, 'en/tirtaraya/2025/', ''])
      for (const width of [360, 1280])
        for (const late of [0, 700]) {
          const moved = await visit(
            address,
            async (page) => {
              await page.evaluate(() => document.fonts.ready);
              await page.waitForTimeout(200);
              if (late === 0) expect(await page.evaluate(() => document.fonts.check('1em "Plus Jakarta Sans"'))).toBe(true);
              return (await marks(page)).shift;
            },
            { viewport: { width, height: 800 } },
            (page) =>
              page.route('**/*.woff2', async (route) => {
                await new Promise((done) => setTimeout(done, late));
                await route.continue();
              }),
          );
          expect(moved, `${address} at ${width} px, font ${late} ms late`).toBe(0);
        }
  });

  test('shows everything without JavaScript', async () => {
    for (const address of PROVE ? REPORTS : [REPORT, 'en/tirtaraya/2026-q3/']) {
      const whole = await visit(address, async (page) => page.locator('main').innerText());
      await visit(
        address,
        async (page) => {
          const figures = page.locator('figure.figure');
          const count = await figures.count();
          expect(count).toBeGreaterThanOrEqual(8);
          for (let index = 0; index < count; index += 1) {
            const figure = figures.nth(index);
            const box = await figure.locator('svg.chart').first().boundingBox();
            expect(box?.width ?? 0).toBeGreaterThan(200);
            expect(box?.height ?? 0).toBeGreaterThan(50);
            const table = figure.locator('details.figure-table');
            expect(await table.locator('tbody tr').count()).toBeGreaterThan(0);
            await table.locator('summary').click();
            expect(await table.locator('table').isVisible()).toBe(true);
            await table.locator('summary').click();
            // A button that would do nothing is not shown.
            expect(await figure.locator('button').isVisible()).toBe(false);
          }
          const explore = /^(Jelajahi|Explore).*$/;
          const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !explore.test(line));
          expect(lines(await page.locator('main').innerText()).join('\n').replace(/\s+/g, ' ')).toBe(lines(whole.replace(/\b(?:Jelajahi|Explore)[^\n]*/g, '')).join('\n').replace(/\s+/g, ' '));
        },
        { javaScriptEnabled: false },
      );
    }
  });

  test('draws each chart anew when asked, with nothing but what the site holds', { timeout: 240_000 }, async () => {
    for (const address of PROVE ? REPORTS : [REPORT])
      await visit(address, async (page) => {
        const asked: string[] = [];
        page.on('request', (request) => request.url().endsWith('/icon.svg') || asked.push(request.url()));
        const buttons = page.locator('button[data-explore]');
        const count = await buttons.count();
        expect(count).toBeGreaterThanOrEqual(8);
        expect(asked).toEqual([]);
        for (let index = 0; index < count; index += 1) {
          const figure = page.locator('figure.figure').nth(index);
          await figure.locator('button[data-explore]').click();
          const drawn = figure.locator('.explore svg');
          await drawn.waitFor({ state: 'visible', timeout: 20_000 });
          expect(await drawn.locator('path, rect, text').count()).toBeGreaterThan(10);
          expect(await drawn.innerHTML()).not.toMatch(/NaN|undefined/);
          expect(await overflow(page)).toEqual([]);
        }
        expect(asked.filter((url) => /draw[^/]*\.js$/.test(url))).toHaveLength(1);
        expect(asked.filter((url) => url.endsWith('.json'))).toHaveLength(count);
      });
  });

  test('is led through by keyboard, with a ring around what has the focus', async () => {
    await visit(REPORT, async (page) => {
      const reached = new Set<string>();
      const dim: string[] = [];
      for (let step = 0; step < 400 && !['skip', 'switch', 'summary', 'explore', 'chart', 'table'].every((kind) => reached.has(kind)); step += 1) {
        await page.keyboard.press('Tab');
        const { kind, ring, name } = await page.evaluate(() => {
          const on = document.activeElement as HTMLElement;
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(on);
          const kinds: Record<string, string> = { '.skip': 'skip', 'a[data-switch]': 'switch', summary: 'summary', '[data-explore]': 'explore', '.chart': 'chart', '.scroll': 'table' };
          const kind = Object.keys(kinds).find((selector) => on.matches(selector));
          return { kind: kind && kinds[kind], ring: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)', name: on.outerHTML.slice(0, 80) };
        });
        if (kind) reached.add(kind);
        if (!ring) dim.push(name);
        if (kind === 'summary' && !reached.has('table')) await page.keyboard.press('Enter');
      }
      expect([...reached].sort()).toEqual(['chart', 'explore', 'skip', 'summary', 'switch', 'table']);
      expect(dim).toEqual([]);
    });
  });

  test('says a mark\'s figure to the pointer, the finger and the arrow keys', async () => {
    await visit(REPORT, async (page) => {
      const tip = page.locator('.tip');
      const charts = page.locator('figure.figure svg.chart');
      expect(await tip.isVisible()).toBe(false);
      const box = await charts.first().boundingBox();
      await charts.first().scrollIntoViewIfNeeded();
      expect(box).not.toBeNull();
      await charts.first().hover();
      expect(await tip.isVisible()).toBe(true);
      expect(await tip.innerText()).toMatch(/\d/);
      await page.keyboard.press('Escape');
      await charts.first().focus();
      await page.keyboard.press('ArrowRight');
      const first = await tip.innerText();
      await page.keyboard.press('ArrowRight');
      const second = await tip.innerText();
      expect(first).toMatch(/\d/);
      expect(second).not.toBe(first);
      await page.keyboard.press('Escape');
      expect(await tip.isVisible()).toBe(false);
    });
    await visit(
      REPORT,
      async (page) => {
        await page.locator('figure.figure svg.chart').first().tap();
        expect(await page.locator('.tip').innerText()).toMatch(/\d/);
      },
      { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } },
    );
  });

  test('keeps its place when the language is switched', async () => {
    await visit(REPORT, async (page) => {
      await page.evaluate(() => document.querySelector('#q3')?.scrollIntoView());
      await page
        .locator('a[data-switch]')
        .first()
        .evaluate((link: HTMLAnchorElement) => link.click());
      await page.waitForURL(/\/en\/tirtaraya\/2026-09\/#/);
      const top = await page.locator('#q3').evaluate((part) => part.getBoundingClientRect().top);
      expect(Math.abs(top)).toBeLessThan(600);
    });
  });

  test('prints on several pages, with its charts', async () => {
    await visit(REPORT, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('button[data-explore]').first().isVisible()).toBe(false);
      expect(await page.locator('figure.figure svg.chart').first().isVisible()).toBe(true);
      const pdf = await page.pdf({ format: 'A4' });
      const text = pdf.toString('latin1');
      expect(text.slice(0, 5)).toBe('%PDF-');
      expect((text.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length).toBeGreaterThan(1);
    });
  });
});

describe('what can be seen', () => {
  /** Contrast by WCAG 2.2 of two colours `#rrggbb`. */
  const contrast = (first: string, second: string) => {
    const light = (colour: string) =>
      [1, 3, 5]
        .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((total, part, index) => total + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
    const [low, high] = [light(first), light(second)].sort((a, b) => a - b) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };
  const TEXT = ['ink paper', 'quiet paper', 'link paper', 'ink raised', 'quiet raised', 'link raised', 'ink sun-pale', 'ink sun', 'paper ink'];
  const MARKS = ['mark', 'mark-soft', 'mark-second', 'gap', 'rule'].map((name) => `${name} paper`);

  test('contrast is computed as WCAG says', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  test.for(THEMES)('stands out enough in the %s theme', async (colorScheme) => {
    await visit(
      REPORT,
      async (page) => {
        const names = [...new Set([...TEXT, ...MARKS].flatMap((pair) => pair.split(' ')))];
        const colours = await page.evaluate((given) => given.map((name) => [name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()]), names);
        const of = new Map(colours as [string, string][]);
        const ratio = (pair: string) => contrast(...(pair.split(' ').map((name) => of.get(name) ?? '') as [string, string]));
        expect(TEXT.filter((pair) => !(ratio(pair) >= 7)).map((pair) => `${pair} ${ratio(pair).toFixed(2)}`)).toEqual([]);
        expect(MARKS.filter((pair) => !(ratio(pair) >= 3)).map((pair) => `${pair} ${ratio(pair).toFixed(2)}`)).toEqual([]);
        // And as rendered: every piece of text against what lies behind it, in charts too.
        const faint = await page.evaluate(() => {
          const rgb = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
          const hex = (parts: number[]) => `#${parts.slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
          return [...document.querySelectorAll<Element>('body *')].flatMap((one) => {
            const text = [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent?.trim()).join('');
            if (text === '' || one.closest('noscript, script')) return [];
            const style = getComputedStyle(one);
            let behind: Element | null = one;
            while (behind && (rgb(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0) behind = behind.parentElement;
            return [[hex(rgb(one instanceof SVGElement ? style.fill : style.color)), hex(rgb(getComputedStyle(behind ?? document.body).backgroundColor)), text.slice(0, 40)] as const];
          });
        });
        expect(faint.length).toBeGreaterThan(300);
        expect([...new Set(faint.filter(([ink, paper]) => contrast(ink, paper) < 7).map(([ink, paper, text]) => `${ink} on ${paper}: ${text}`))]).toEqual([]);
      },
      { colorScheme },
    );
  });

  test('can be hit: targets of their own are 24 px high and wide', async () => {
    for (const address of KINDS)
      await visit(
        address,
        async (page) => {
          await openDetails(page);
          const small = await page.evaluate(() =>
            [...document.querySelectorAll<HTMLElement>('button, summary, nav a, .action a, .figure-links a, .strip a, .accounts a, .year a, .anchor')].flatMap((one) => {
              const { width, height } = one.getBoundingClientRect();
              return width > 0 && !one.closest('.hide') && (width < 23.99 || height < 23.99) ? [`${one.outerHTML.slice(0, 90)} ${width.toFixed(1)}×${height.toFixed(1)}`] : [];
            }),
          );
          expect(small, address).toEqual([]);
        },
        { viewport: { width: 360, height: 740 } },
      );
  });
});

test('a wrong address gets the page that helps', async () => {
  const { page } = await open(browser, site.address);
  const answer = await page.goto(`${site.address}tirtaraya/2031-13/`);
  expect(answer?.status()).toBe(404);
  expect(await page.locator('main').innerText()).toMatch(/tidak ditemukan/i);
  expect(await page.locator('main a').count()).toBeGreaterThanOrEqual(2);
  await page.context().close();
});
