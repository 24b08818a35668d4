import { known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { days, facts } from '../example.ts';
import type { Kpi } from '../kpi.ts';
import { alike, metricsOf, shareOf } from './whole.ts';

/** Clicks of one kind on ads, of all times that the ads appeared. */
export function adsClickRate(clicks: Measure, given: Pick<Kpi, 'id' | 'texts' | 'basis' | 'leading'>): Kpi {
  const month = (count: number, shown: number) => ({ [clicks]: days(count), impressions: days(shown) });
  return {
    version: 1,
    question: 5,
    unit: 'ratio',
    families: ['ads'],
    declared: true,
    rollUp: 'sum then divide',
    stage: 'outcome',
    measures: [clicks, 'impressions'],
    byPart: { numerator: clicks, denominator: 'impressions' },
    examples: [
      {
        title: { id: 'Sebulan', en: 'A month' },
        facts: [facts('a', { family: 'ads', daily: month(2_400, 200_000) })],
        expect: { figure: known(0.012), numerator: 2_400, denominator: 200_000 },
      },
      {
        title: { id: 'Platform memberi jenis klik yang lain', en: 'A platform gives another kind of clicks' },
        facts: [facts('a', { family: 'ads', daily: { impressions: days(200_000) } })],
        expect: { figure: missing('not-offered') },
      },
      {
        title: { id: 'Iklan tidak pernah tampil', en: 'The ads were never shown' },
        facts: [facts('a', { family: 'ads', daily: month(0, 0) })],
        expect: { figure: missing('zero-denominator') },
      },
    ],
    compute: (accounts) =>
      alike(
        accounts,
        (one) => metricsOf(one, [clicks, 'impressions']),
        (some) => shareOf(clicks, 'impressions', some),
      ),
    ...given,
  };
}
