import { known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { byChannel } from './channel.ts';
import { days, facts, part, partBy } from '../example.ts';
import type { Kpi } from '../kpi.ts';

/** The share of messages with which something happened, over the channels that give both counts. */
export function messageRate(
  measure: Measure,
  whole: Measure,
  given: Pick<Kpi, 'id' | 'stage' | 'texts' | 'basis' | 'leading'>,
): Kpi {
  return {
    version: 2,
    question: 5,
    unit: 'ratio',
    families: ['register'],
    declared: true,
    rollUp: 'sum then divide',
    measures: [measure],
    byPart: { numerator: measure, denominator: whole, within: 'channel' },
    examples: [
      {
        title: { id: 'Hanya saluran yang memberi kedua angka', en: 'Only channels that give both figures' },
        facts: [
          facts('a', {
            parts: {
              [measure]: [part({ channel: 'email' }, 400)],
              [whole]: [part({ channel: 'email' }, 1_000), part({ channel: 'sms' }, 300)],
            },
          }),
        ],
        expect: { figure: known(0.4), numerator: 400, denominator: 1_000, n: 1_000 },
      },
      {
        title: {
          id: 'Satu bulan hanya mencatat salah satunya: bulan itu tidak ikut',
          en: 'One month counted only one of the two: it is left out',
        },
        facts: [
          facts('a', {
            parts: {
              [measure]: [partBy({ channel: 'sms' }, { '2026-08-31': 30, '2026-09-30': 50 })],
              [whole]: [partBy({ channel: 'sms' }, { '2026-07-31': 12_000, '2026-08-31': 600, '2026-09-30': 1_000 })],
            },
          }),
        ],
        expect: { figure: known(0.05), numerator: 80, denominator: 1_600, n: 1_600 },
      },
      {
        title: { id: 'Hanya satu dari tiga bulan mencatat keduanya', en: 'Only one of three months counted both' },
        facts: [
          facts('a', {
            parts: {
              [measure]: [partBy({ channel: 'sms' }, { '2026-09-30': 50 })],
              [whole]: [partBy({ channel: 'sms' }, { '2026-07-31': 12_000, '2026-08-31': 600, '2026-09-30': 1_000 })],
            },
          }),
        ],
        expect: { figure: missing('partial') },
      },
      {
        title: { id: 'Satu dari dua bulan belum dimasukkan', en: 'One of two months was not imported' },
        facts: [
          facts('a', {
            monthly: { [whole]: { ...days(1_000, 1, 2), reason: 'not-imported' } },
            parts: { [measure]: [part({ channel: 'email' }, 400)], [whole]: [part({ channel: 'email' }, 1_000)] },
          }),
        ],
        expect: { figure: missing('partial') },
      },
      {
        title: { id: 'Tidak ada saluran yang memberi', en: 'No channel gives it' },
        facts: [facts('a', { monthly: { [measure]: { ...days(0, 0, 1), reason: 'empty' } } })],
        expect: { figure: missing('empty') },
      },
    ],
    compute: (accounts) => byChannel(measure, whole, accounts),
    ...given,
  };
}
