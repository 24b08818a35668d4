import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { alike, metricsOf, wholesOf } from './formula/whole.ts';

export const conversions: Kpi = {
  id: 'conversions',
  version: 1,
  question: 5,
  unit: 'count',
  families: ['web', 'ads'],
  declared: true,
  rollUp: 'none',
  stage: 'outcome',
  leading: true,
  measures: ['conversions'],
  texts: {
    id: {
      name: 'Tujuan tercapai (konversi)',
      plain: 'Berapa kali warga sampai pada tujuan yang ditetapkan instansi, misalnya formulir terkirim.',
      formula: 'Jumlah tujuan yang tercapai tiap hari selama periode, sebagaimana dihitung situs atau platform iklan.',
      limits:
        'Situs dan iklan menghitung kejadian yang sama dengan cara berbeda, jadi tidak pernah dijumlahkan. Iklan menghitung juga yang terjadi berhari-hari sesudah klik.',
    },
    en: {
      name: 'Goals reached (conversions)',
      plain: 'How often citizens reached a goal that the agency set, such as a form sent.',
      formula: 'Goals reached each day, added up over the period, as the site or the ad platform counts them.',
      limits:
        'Sites and ads count the same event in different ways, so they are never added up. Ads also count what happened days after the click.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  examples: [
    {
      title: { id: 'Satu situs', en: 'One site' },
      facts: [facts('a', { daily: { conversions: days(310) } })],
      expect: { figure: known(310) },
    },
    {
      title: { id: 'Situs dan iklan tidak dijumlahkan', en: 'A site and ads are not added up' },
      facts: [
        facts('a', { family: 'web', daily: { conversions: days(310) } }),
        facts('b', { family: 'ads', daily: { conversions: days(120) } }),
      ],
      expect: { figure: missing('not-comparable') },
    },
  ],
  compute: (accounts) =>
    alike(
      accounts,
      (one) => `${one.family} ${metricsOf(one, ['conversions'])}`,
      (some) => wholesOf('conversions', some),
    ),
};
