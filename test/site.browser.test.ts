import { expect, describe, test } from 'vitest';
import { marks, overflow } from './site/chrome.ts';
import { built, KINDS, PROVE, REPORTS } from './site/dist.ts';
import { visitor } from './site/visit.ts';

built();
const REPORT = 'tirtaraya/2026-09/';
const { visit } = visitor();

/** Charts that a report must have, one a question: the sample's first periods, and its few years, have little to draw over time. */
const least = (address: string) => (/\/(2024[^/]*|\d{4})\/$/.test(address) ? 3 : 5);

describe('a report page', () => {
  test('does not move while it loads, nor when its font comes late', async () => {
    for (const address of PROVE ? KINDS : [REPORT, ''])
      for (const width of PROVE || address === REPORT ? [360, 1280] : [360])
        for (const late of [0, 700]) {
          const moved = await visit(
            address,
            async (page) => {
              await page.evaluate(() => document.fonts.ready);
              await page.waitForTimeout(200);
              if (late === 0) expect(await page.evaluate(() => document.fonts.check('1em "Plus Jakarta Sans"'))).toBe(true);
              return (await marks(page)).shift;
            },
            {
              viewport: { width, height: 800 },
              before: (page) =>
                page.route('**/*.woff2', async (route) => {
                  await new Promise((done) => setTimeout(done, late));
                  await route.continue();
                }),
            },
          );
          expect(moved, `${address} at ${width} px, font ${late} ms late`).toBe(0);
        }
  });

  test('shows everything without JavaScript', async () => {
    for (const address of PROVE ? REPORTS : [REPORT, 'en/tirtaraya/2026-q3/']) {
      const whole = await visit(address, (page) => page.locator('main').innerText());
      await visit(
        address,
        async (page) => {
          const figures = page.locator('figure.figure');
          const count = await figures.count();
          expect(count).toBeGreaterThanOrEqual(least(address));
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
          const lines = (text: string) =>
            text
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== '' && !explore.test(line));
          expect(
            lines(await page.locator('main').innerText())
              .join('\n')
              .replace(/\s+/g, ' '),
          ).toBe(
            lines(whole.replace(/\b(?:Jelajahi|Explore)[^\n]*/g, ''))
              .join('\n')
              .replace(/\s+/g, ' '),
          );
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
        expect(count).toBeGreaterThanOrEqual(least(address));
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
      for (
        let step = 0;
        step < 400 && !['skip', 'switch', 'summary', 'explore', 'chart', 'table'].every((kind) => reached.has(kind));
        step += 1
      ) {
        await page.keyboard.press('Tab');
        const { kind, ring, name } = await page.evaluate(() => {
          const on = document.activeElement as HTMLElement;
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(on);
          const kinds: Record<string, string> = {
            '.skip': 'skip',
            'a[data-switch]': 'switch',
            summary: 'summary',
            '[data-explore]': 'explore',
            '.chart': 'chart',
            '.scroll': 'table',
          };
          const kind = Object.keys(kinds).find((selector) => on.matches(selector));
          return {
            kind: kind && kinds[kind],
            ring: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)',
            name: on.outerHTML.slice(0, 80),
          };
        });
        if (kind) reached.add(kind);
        if (!ring) dim.push(name);
        if (kind === 'summary' && !reached.has('table')) await page.keyboard.press('Enter');
      }
      expect([...reached].sort()).toEqual(['chart', 'explore', 'skip', 'summary', 'switch', 'table']);
      expect(dim).toEqual([]);
    });
  });

  test("says a mark's figure to the pointer, the finger and the arrow keys", async () => {
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

  test('prints on several pages, at most eleven, with its charts; so do a campaign and a long question', async () => {
    for (const address of [REPORT, `${REPORT}participation/`, 'tirtaraya/campaigns/imunisasi-2026/'])
      await visit(address, async (page) => {
        await page.emulateMedia({ media: 'print' });
        if (address.startsWith(REPORT)) {
          expect(await page.locator('button[data-explore]').first().isVisible()).toBe(false);
          expect(await page.locator('figure.figure svg.chart').first().isVisible()).toBe(true);
        }
        const pdf = await page.pdf({ format: 'A4' });
        const text = pdf.toString('latin1');
        expect(text.slice(0, 5)).toBe('%PDF-');
        const { length } = text.match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
        expect(length, address).toBeGreaterThan(1);
        expect(length, address).toBeLessThan(12);
      });
  });
});

test('a wrong address gets the page that helps', async () => {
  const said = { page: '', links: 0 };
  const visiting = visit('tirtaraya/2031-13/', async (page) => {
    said.page = await page.locator('main').innerText();
    said.links = await page.locator('main a').count();
  });
  // The one thing wrong with it is that it says so.
  await expect(visiting).rejects.toThrow('404 (Not Found)');
  expect(said.page).toMatch(/tidak ditemukan/i);
  expect(said.links).toBeGreaterThanOrEqual(2);
});
