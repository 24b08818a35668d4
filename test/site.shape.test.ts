import { beforeAll, describe, expect, test } from 'vitest';
import { openDetails, overflow } from './site/chrome.ts';
import { built, KINDS, PROVE } from './site/dist.ts';
import { visitor } from './site/visit.ts';

built();
const { visit, visitAll } = visitor();
const REPORT = 'tirtaraya/2026-09/';
const THEMES = ['light', 'dark'] as const;

describe('every kind of page', () => {
  const WIDTHS = [320, 360, 768, 1280];
  const TARGETS = 'button, summary, nav a, .action a, .figure-links a, .strip a, .accounts a, .year a, .anchor';
  const wide: string[] = [];
  const small: string[] = [];
  let seen = 0;

  beforeAll(async () => {
    // Indonesian words are the longer ones: English is looked at where its pages differ.
    const some = KINDS.filter(
      (address) => PROVE || !address.startsWith('en/') || /2026-09|accounts|method|imunisasi/.test(address),
    );
    await visitAll(some, async (page, address) => {
      for (const unfold of [false, true]) {
        if (unfold) await openDetails(page);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          wide.push(...(await overflow(page)).map((what) => `${address} ${unfold ? 'unfolded ' : ''}${what}`));
          if (!unfold || width !== 360) continue;
          const found = await page.evaluate((targets) => {
            const boxes = [...document.querySelectorAll<HTMLElement>(targets)]
              .map((one) => ({ one, box: one.getBoundingClientRect() }))
              .filter(({ one, box }) => box.width > 0 && !one.closest('.hide'));
            return {
              count: boxes.length,
              small: boxes
                .filter(({ box }) => box.width < 23.99 || box.height < 23.99)
                .map(({ one, box }) => `${one.outerHTML.slice(0, 90)} ${box.width.toFixed(1)}×${box.height.toFixed(1)}`),
            };
          }, TARGETS);
          seen += found.count;
          small.push(...found.small.map((what) => `${address} ${what}`));
        }
      }
    });
  }, 240_000);

  test('is no wider than its window, folded and unfolded, from 320 to 1280 px', () => expect(wide).toEqual([]));

  test('has no target of its own that is smaller than 24 px', () => {
    expect(seen).toBeGreaterThan(200);
    expect(small).toEqual([]);
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
  const TEXT = [
    'ink paper',
    'quiet paper',
    'link paper',
    'ink raised',
    'quiet raised',
    'link raised',
    'ink sun-pale',
    'ink sun',
    'paper ink',
  ];
  const MARKS = ['mark', 'mark-soft', 'mark-second', 'gap', 'rule', 'neutral', 'negative'].map((name) => `${name} paper`);

  test('contrast is computed as WCAG says', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  test.for(THEMES)('stands out enough in the %s theme', async (colorScheme) => {
    await visit(
      REPORT,
      async (page) => {
        const names = [...new Set([...TEXT, ...MARKS].flatMap((pair) => pair.split(' ')))];
        const colours = await page.evaluate(
          (given) => given.map((name) => [name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()]),
          names,
        );
        const of = new Map(colours as [string, string][]);
        const ratio = (pair: string) => contrast(...(pair.split(' ').map((name) => of.get(name) ?? '') as [string, string]));
        expect(TEXT.filter((pair) => !(ratio(pair) >= 7)).map((pair) => `${pair} ${ratio(pair).toFixed(2)}`)).toEqual([]);
        expect(MARKS.filter((pair) => !(ratio(pair) >= 3)).map((pair) => `${pair} ${ratio(pair).toFixed(2)}`)).toEqual([]);
        // And as rendered: every piece of text against what lies behind it, in charts too.
        const faint = await page.evaluate(() => {
          const rgb = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
          const hex = (parts: number[]) =>
            `#${parts
              .slice(0, 3)
              .map((part) => Math.round(part).toString(16).padStart(2, '0'))
              .join('')}`;
          return [...document.querySelectorAll<Element>('body *')].flatMap((one) => {
            const text = [...one.childNodes]
              .filter((node) => node.nodeType === 3)
              .map((node) => node.textContent?.trim())
              .join('');
            if (text === '' || one.closest('noscript, script')) return [];
            const style = getComputedStyle(one);
            let behind: Element | null = one;
            while (behind && (rgb(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0) behind = behind.parentElement;
            return [
              [
                hex(rgb(one instanceof SVGElement ? style.fill : style.color)),
                hex(rgb(getComputedStyle(behind ?? document.body).backgroundColor)),
                text.slice(0, 40),
              ] as const,
            ];
          });
        });
        expect(faint.length).toBeGreaterThan(300);
        expect([
          ...new Set(
            faint.filter(([ink, paper]) => contrast(ink, paper) < 7).map(([ink, paper, text]) => `${ink} on ${paper}: ${text}`),
          ),
        ]).toEqual([]);
      },
      { colorScheme },
    );
  });
});
