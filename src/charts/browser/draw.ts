import embed, { type VisualizationSpec } from 'vega-embed';
import { VARIABLES } from '../theme.ts';
import { say } from './tip.ts';

/** Room for the labels of a value axis, in pixels. */
const AXIS = 90;

/** Draws the chart of a button's figure, or puts it away where it is drawn. */
export async function toggle(button: HTMLElement): Promise<void> {
  const figure = button.closest('figure');
  const away = () => {
    figure?.querySelector('.explore')?.remove();
    figure?.classList.remove('exploring');
    button.ariaPressed = 'false';
  };
  if (figure?.matches('.exploring')) return away();
  try {
    await draw(button);
    button.ariaPressed = 'true';
  } catch (cause) {
    away();
    throw cause;
  }
}

/** Draws the chart that a button names into the button's figure, in the page's colours, without eval and without its own styles. */
async function draw(button: HTMLElement): Promise<void> {
  const address = button.dataset['explore'] ?? '';
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}; the chart above and its table show the same figures`);
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const spec = (await answer.text()).replace(/#0000[01][0-9a-f]/g, (ink) => (VARIABLES[ink] ? colour(VARIABLES[ink]) : ink));
  const place = document.createElement('div');
  place.className = 'explore';
  place.tabIndex = 0;
  place.role = 'group';
  place.ariaLabel = button.textContent.trim();
  const figure = button.closest('figure');
  figure?.querySelector('.panels')?.after(place);
  figure?.classList.add('exploring');
  const font = getComputedStyle(document.body).fontFamily;
  const [ink, quiet, grid] = ['--ink', '--quiet', '--grid'].map(colour) as [string, string, string];
  await embed(place, fitted(JSON.parse(spec) as Drawn, place.clientWidth) as VisualizationSpec, {
    ast: true,
    renderer: 'svg',
    actions: false,
    defaultStyle: false,
    formatLocale: locale(document.documentElement.lang),
    tooltip: (_handler, event, _item, value) => {
      const text =
        value && typeof value === 'object' ? Object.entries(value).map(([name, part]) => `${name}: ${String(part)}`) : [];
      const { clientX, clientY } = event as MouseEvent;
      say(text.join(' · '), text.length > 0 ? new DOMRect(clientX, clientY - 4, 0, 16) : undefined);
    },
    config: {
      background: 'transparent',
      font,
      title: { color: ink, anchor: 'start', fontSize: 14 },
      view: { stroke: null },
      axis: { labelColor: quiet, titleColor: quiet, gridColor: grid, domainColor: grid, tickColor: grid, labelFontSize: 12 },
      header: { labelColor: ink, labelFontSize: 13 },
      legend: { labelColor: quiet, titleColor: quiet },
    },
  });
  place.focus({ preventScroll: true });
}

interface Drawn {
  title?: unknown;
  width?: number;
  spec?: { width?: number };
}

/** As wide as the figure; rows of panels count their own width without the axis. The title stands over the figure already. */
function fitted({ title: _, ...whole }: Drawn, width: number): Drawn {
  return whole.spec ? { ...whole, spec: { ...whole.spec, width: Math.max(200, width - AXIS) } } : { ...whole, width };
}

/** How the page's language writes numbers, in d3's terms. */
function locale(lang: string) {
  const parts = new Intl.NumberFormat(lang).formatToParts(-1234567.8);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: of('decimal'), thousands: of('group'), grouping: [3], currency: ['', ''] as [string, string] };
}
