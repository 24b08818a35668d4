import { known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { Family } from '#model/source.ts';
import { days, facts } from '../example.ts';
import type { Kpi } from '../kpi.ts';
import { alike, metricsOf, shareOf } from './whole.ts';

/** Goals reached of so many visits, or clicks: counted by one counter, since each credits them in its own way. */
export function conversionsPer(
  denominator: Measure,
  family: Family,
  given: Pick<Kpi, 'id' | 'texts' | 'basis' | 'leading'>,
): Kpi {
  const month = (conversions: number, of: number) => ({ conversions: days(conversions), [denominator]: days(of) });
  const counted = (metric: string, conversions: number, of: number) => {
    const grounds = [{ account: metric, source: metric, metric, api: '1' }];
    return { conversions: { ...days(conversions), grounds }, [denominator]: { ...days(of), grounds } };
  };
  return {
    version: 1,
    question: 5,
    unit: 'ratio',
    families: [family],
    declared: true,
    rollUp: 'sum then divide',
    stage: 'outcome',
    measures: ['conversions'],
    byPart: { numerator: 'conversions', denominator },
    examples: [
      {
        title: {
          id: '50 tujuan dari 1.000, contoh pada halaman bantuan Google Ads',
          en: '50 goals of 1,000, the example of the Google Ads help page',
        },
        facts: [facts('a', { family, daily: month(50, 1_000) })],
        expect: { figure: known(0.05), numerator: 50, denominator: 1_000, n: 1_000 },
      },
      {
        title: { id: 'Tidak ada pembagi: tidak diketahui', en: 'Nothing to divide by: not known' },
        facts: [facts('a', { family, daily: month(0, 0) })],
        expect: { figure: missing('zero-denominator') },
      },
      {
        title: { id: 'Dua penghitung tidak digabung', en: 'Two counters are not merged' },
        facts: [
          facts('a', { family, daily: counted('one', 50, 1_000) }),
          facts('b', { family, daily: counted('another', 9, 100) }),
        ],
        expect: { figure: missing('not-comparable') },
      },
    ],
    compute: (accounts) =>
      alike(
        accounts,
        (one) => metricsOf(one, ['conversions', denominator]),
        (some) => shareOf('conversions', denominator, some),
      ),
    ...given,
  };
}
