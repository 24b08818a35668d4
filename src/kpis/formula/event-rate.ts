import { known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { byEvent } from './channel.ts';
import { days, facts, part, partBy } from '../example.ts';
import type { Kpi } from '../kpi.ts';

/** Of those counted before an event, the share that went a step further; over the events that give both counts. */
export function eventRate(measure: Measure, whole: Measure, given: Pick<Kpi, 'id' | 'stage' | 'texts'>): Kpi {
  return {
    version: 2,
    question: 2,
    unit: 'ratio',
    families: ['register'],
    declared: true,
    rollUp: 'sum then divide',
    measures: [measure],
    byPart: { numerator: measure, denominator: whole },
    basis: [{ title: 'Conventional: counts of the event register, over events that give both (derived)' }],
    examples: [
      {
        title: { id: 'Acara yang memberi kedua angka', en: 'Events that give both figures' },
        facts: [
          facts('a', {
            parts: {
              [measure]: [part({ event: 'dialog' }, 60), part({ event: 'pameran' }, 40), part({ event: 'senam' }, 400)],
              [whole]: [part({ event: 'dialog' }, 80), part({ event: 'pameran' }, 120)],
            },
          }),
        ],
        expect: { figure: known(0.5), numerator: 100, denominator: 200, n: 200 },
      },
      {
        title: {
          id: 'Acara dua hari, satu hari hanya mencatat salah satunya',
          en: 'An event of two days, of which one counted only one of the two',
        },
        facts: [
          facts('a', {
            parts: {
              [measure]: [partBy({ event: 'dialog' }, { '2026-09-03': 60, '2026-09-17': 90 })],
              [whole]: [partBy({ event: 'dialog' }, { '2026-09-03': 80 })],
            },
          }),
        ],
        expect: { figure: known(0.75), numerator: 60, denominator: 80, n: 80 },
      },
      {
        title: { id: 'Tidak ada acara', en: 'No events' },
        facts: [facts('a', { daily: { [measure]: days(0), [whole]: days(0) } })],
        expect: { figure: missing('zero-denominator') },
      },
      {
        title: { id: 'Berkas sebagian hari belum dimasukkan', en: 'The file of some days was not imported' },
        facts: [
          facts('a', {
            daily: { [whole]: { ...days(80, 10), reason: 'not-imported' } },
            parts: { [measure]: [part({ event: 'dialog' }, 60)], [whole]: [part({ event: 'dialog' }, 80)] },
          }),
        ],
        expect: { figure: missing('partial') },
      },
    ],
    compute: (accounts) => byEvent(measure, whole, accounts),
    ...given,
  };
}
