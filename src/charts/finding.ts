import { kpi as kpiOf } from '#kpis/index.ts';
import type { Unit } from '#model/kpi-figure.ts';
import { usualTail } from '#i18n/usual.ts';
import { amount, comparisonOf, figureOf, type Page } from './context.ts';

/** A change of less than this part of the former value is called "hardly changed". */
const HARDLY = 0.01;
/** Ratios in per cent change by so many points at least to be called changed. */
const POINTS = 0.001;
/** Under this former count a per cent says more than it knows: both counts are named instead. */
const FEW = 30;
/** Units in which both values say more than a per cent between them. */
const WHOLE: ReadonlySet<Unit> = new Set<Unit>(['per-post', 'hours', 'working-hours', 'days-behind', 'score']);
/** Rates of fewer posts are given without a comparison. */
const POSTS = 10;

/**
 * The finding as one sentence, computed from the report's figure and its comparison: a change only where analyse found
 * the two comparable and the period is whole; never a cause.
 */
export function finding(page: Page, kpi: string): string {
  const { words, report } = page;
  const figure = figureOf(page, kpi);
  const name = words.t(`charts.subject.${kpi}`);
  if (!figure || figure.value === null)
    return page.scope === 'agency' ? most(page, kpi, name) : words.t('charts.finding.unknown', { name });
  const value = amount(page, figure.value, figure.unit, figure.currency);
  const some = figure.without.length > 0 && page.scope === 'agency';
  const single = figure.over.length === 1 ? page.accounts.find(({ id }) => id === figure.over[0])?.name : undefined;
  const who =
    some && single !== undefined
      ? words.t('charts.finding.at', { name, account: single })
      : some
        ? words.t('charts.finding.of', { name, known: figure.over.length, all: figure.over.length + figure.without.length })
        : name;
  const open = report.through < report.to;
  if (open) return words.t('charts.finding.sofar', { name: who, value, day: words.day(report.through, 'plain') });
  const other = comparisonOf(page, kpi);
  const plain = words.t('charts.finding.plain', { name: who, value, period: words.period(report.period, 'in') });
  if (
    !other ||
    other.value === null ||
    other.difference === null ||
    other.note === 'accounts-differ' ||
    other.note === 'metric-changed'
  )
    return plain;
  const than = words.period(other.with, 'in');
  // A change that lies within what is usual is said to.
  const tail = usualTail(words, other);
  if (figure.unit === 'ratio') {
    if ((figure.n ?? POSTS) < POSTS) return plain;
    if (Math.abs(other.difference) < POINTS) return words.t('charts.finding.same', { name: who, value, than });
    const points = words.number(Math.abs(other.difference) * 100, { digits: Math.abs(other.difference) < 0.01 ? 2 : 1 });
    return words.t(`charts.finding.points.${other.difference > 0 ? 'up' : 'down'}`, { name: who, value, points, than }) + tail;
  }
  if (WHOLE.has(figure.unit) || other.value < FEW || other.ratio === null) {
    if ((figure.n ?? POSTS) < POSTS) return plain;
    const former = amount(page, other.value, figure.unit, figure.currency);
    if (former === value) return words.t('charts.finding.equal', { name: who, value, than });
    return words.t('charts.finding.both', { name: who, value, former, than }) + tail;
  }
  if (Math.abs(other.ratio) < HARDLY) return words.t('charts.finding.same', { name: who, value, than });
  const change = words.percent(Math.abs(other.ratio));
  return words.t(`charts.finding.${other.ratio > 0 ? 'up' : 'down'}`, { name: who, value, change, than }) + tail;
}

/** Where accounts can't be put into one figure: the account with the largest. */
function most(page: Page, kpi: string, name: string): string {
  const { words, report } = page;
  const known = page.accounts.flatMap((account) => {
    const figure = figureOf(page, kpi, account.id);
    return figure && figure.value !== null
      ? [{ account: account.name, value: figure.value, unit: figure.unit, currency: figure.currency }]
      : [];
  });
  const first = known.sort((a, b) => b.value - a.value)[0];
  if (!first) return words.t('charts.finding.unknown', { name });
  const value = amount(page, first.value, first.unit, first.currency);
  const when = report.through < report.to ? words.span(report.from, report.through) : words.period(report.period, 'in');
  if (known.length === 1)
    return words.t('charts.finding.plain', {
      name: words.t('charts.finding.at', { name, account: first.account }),
      period: when,
      value,
    });
  return words.t('charts.finding.most', { name, period: when, account: first.account, value });
}

/** How the finding compares, for the notes; where it does not compare, why. */
export function caveats(page: Page, kpi: string): string[] {
  const { words } = page;
  const figure = figureOf(page, kpi);
  const other = comparisonOf(page, kpi);
  const notes: string[] = [];
  if (other?.note === 'accounts-differ' || other?.note === 'metric-changed')
    notes.push(words.t(`charts.note.${other.note}`, { than: words.period(other.with, 'in') }));
  else if (other?.ratio != null && Math.abs(other.ratio) < HARDLY && other.difference !== null)
    notes.push(words.t('charts.note.hardly', { limit: words.percent(HARDLY) }));
  if (figure?.unit === 'ratio' && other?.difference != null && Math.abs(other.difference) < POINTS) {
    notes.push(words.t('charts.note.hardly-points', { limit: words.number(POINTS * 100, { digits: 1 }) }));
  }
  const n = figure?.n;
  if (n !== undefined && n < POSTS && figure && unitNeedsPosts(figure.unit))
    notes.push(words.t(kpiOf(kpi).families.includes('social') ? 'charts.note.few' : 'charts.note.few-cases', { count: n }));
  return notes;
}

function unitNeedsPosts(unit: Unit): boolean {
  return unit === 'ratio' || unit === 'per-post';
}
