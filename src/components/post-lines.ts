import { kpi as kpiOf } from '#kpis/index.ts';
import type { Formats, Times } from '#model/posting.ts';
import type { Report } from '#model/report.ts';
import type { Line } from './csv-line.ts';

/** How posts of each type did, then those of each hour of the week, then of each hour of working days and weekends, and who is online when. */
export function postLines({ formats, times }: Pick<Report, 'formats' | 'times'>): Line[] {
  return [...formats.flatMap(ofTypes), ...(times ? ofHours(times) : [])];
}

function ofTypes({ kpi, scope, window, least, over, without, rows }: Formats): Line[] {
  return rows.map(({ type, n, median, low, high, reason }) => ({
    ...{ kpi, scope, unit: kpiOf(kpi).unit, n, reason, least },
    ...{ statistic: 'median', value: median, middle_from: low, middle_to: high },
    from: window.from,
    to: window.to,
    over: over.join('; '),
    without: without.map((one) => `${one.account}: ${one.reason}`).join('; '),
    part: `type=${type}`,
  }));
}

function ofHours({ window, least, over, cells, bands, online }: Times): Line[] {
  const shared: Line = { from: window.from, to: window.to };
  const moment = ({ index, n, from, to }: Times['cells'][number] | Times['bands'][number], part: string): Line => ({
    ...shared,
    ...{ scope: 'agency', measure: 'engagements', statistic: 'relative', value: index, n, least, part },
    reason: index === null ? 'too-few' : undefined,
    interval_from: from,
    interval_to: to,
    over: over.join('; '),
  });
  return [
    ...cells.map((cell) => moment(cell, `weekday=${cell.weekday}; hour=${cell.hour}`)),
    ...bands.map((band) => moment(band, `days=${band.days}; hour=${band.hour}`)),
    ...online.map(({ account, hour, value }) => ({
      ...shared,
      ...{ scope: account, measure: 'followers-online', value, part: `hour=${hour}` },
    })),
  ];
}
