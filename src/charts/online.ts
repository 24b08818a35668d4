import type { TopLevelSpec } from 'vega-lite';
import type { Times } from '#model/posting.ts';
import type { Panel } from './chart.ts';
import { brief, type Page } from './context.ts';
import { margin } from './panel.ts';
import { render } from './render.ts';
import { scalesOf, type Scale } from './scale.ts';
import { CONFIG, INK, WIDTH } from './theme.ts';

/** When followers of an account are online, a panel for each account that tells: bars by the hour as its platform names it. */
export async function onlinePanels(page: Page, online: Times['online']): Promise<Panel[]> {
  const { words } = page;
  const rows = page.accounts.flatMap(({ id, name }) => {
    const hours = online.filter(({ account }) => account === id);
    return hours.length > 0 ? [{ name, hours }] : [];
  });
  const scales = scalesOf(
    page,
    rows.map(({ hours }) => hours.map(({ value }) => value)),
    'people',
    'zero',
  );
  return Promise.all(
    rows.map(async ({ name, hours }, index) => {
      const label = words.t('posts.times.online.panel', { name });
      const bars = hours.map(({ hour, value }) => ({
        x: hour,
        y: value,
        tip: words.t('posts.times.online.tip', { hour: hourName(page, hour), value: brief(page, Math.round(value), 'people') }),
      }));
      return { label, svg: await render(hourPanel(label, bars, scales[index] as Scale), page.cache) };
    }),
  );
}

/** "07.00" */
export function hourName({ words }: Page, hour: number): string {
  return words.t('posts.times.hour', { hour: String(hour).padStart(2, '0') });
}

function hourPanel(label: string, bars: readonly { x: number; y: number; tip: string }[], scale: Scale): TopLevelSpec {
  const left = margin(scale.ticks.values());
  const width = WIDTH - left - 4;
  const names = Object.fromEntries([...scale.ticks].map(([value, text]) => [`v${value}`, text]));
  return {
    description: label,
    width,
    height: 88,
    padding: { left, right: 4, top: 12, bottom: 22 },
    autosize: 'none',
    config: CONFIG,
    data: { values: bars },
    mark: { type: 'bar', orient: 'vertical', width: Math.round((width / 24) * 0.72), color: INK.mark },
    encoding: {
      x: {
        field: 'x',
        type: 'quantitative',
        scale: { domain: [-0.5, 23.5], nice: false, zero: false },
        axis: { values: [0, 6, 12, 18, 23], labelExpr: 'datum.value' },
      },
      y: {
        field: 'y',
        type: 'quantitative',
        scale: { domain: scale.domain, nice: false, zero: false },
        axis: { values: [...scale.ticks.keys()], labelExpr: `(${JSON.stringify(names)})["v" + datum.value]` },
      },
      description: { field: 'tip' },
    },
  } as unknown as TopLevelSpec;
}
