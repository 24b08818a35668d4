/**
 * Shows the figure of a mark when a reader points at it, touches it, or walks along the marks with the arrow keys. The text is the
 * mark's `data-tip`; nothing here knows about charts. Style: `.tip`, `.chart [data-on]`.
 */
const tip = document.body.appendChild(document.createElement('div'));
tip.className = 'tip';
tip.role = 'status';
tip.hidden = true;
let on: Element | undefined;

const boxOf = (mark: Element) => mark.getBoundingClientRect();
const marks = (within: Element) => [...within.querySelectorAll('.chart [data-tip]')];

/** Writes a text beside a box, inside the window; without a box the tip goes. */
export function say(text: string | null, box?: DOMRect): void {
  tip.hidden = !box;
  if (!box) return;
  tip.textContent = text;
  const { offsetWidth: width, offsetHeight: height, style } = tip;
  style.left = `${Math.max(8, Math.min(box.x + (box.width - width) / 2, document.body.clientWidth - width - 8))}px`;
  style.top = `${box.y > height + 16 ? box.y - height - 8 : box.bottom + 8}px`;
}

function show(mark?: Element): void {
  on?.removeAttribute('data-on');
  on = mark;
  mark?.setAttribute('data-on', '');
  say(mark ? mark.getAttribute('data-tip') : '', mark && boxOf(mark));
}

/** The mark nearest to the pointer: along time sideways counts most, in rows up and down. */
const point = ({ target, clientX, clientY }: PointerEvent) => {
  const chart = (target as Element).closest('.chart');
  const weight = chart?.matches('.rows') ? 0.1 : 9;
  const far = (mark: Element) => {
    const { left, right, top, bottom } = boxOf(mark);
    return weight * Math.max(left - clientX, 0, clientX - right) + Math.max(top - clientY, 0, clientY - bottom);
  };
  show(marks(chart?.parentElement ?? tip).sort((a, b) => far(a) - far(b))[0]);
};

for (const type of ['pointermove', 'pointerdown'] as const) addEventListener(type, point);
addEventListener('scroll', () => show());
for (const figure of document.querySelectorAll('figure')) {
  const chart = figure.querySelector<SVGElement>('.chart');
  if (!chart) continue;
  chart.tabIndex = 0;
  chart.onblur = () => show();
  chart.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Escape: 0 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = marks(figure);
    show(step ? all[on ? all.indexOf(on) + step : 0] : undefined);
  };
}
