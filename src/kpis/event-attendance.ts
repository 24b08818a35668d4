import { known } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { wholesOf } from './formula/whole.ts';

export const eventAttendance: Kpi = {
  id: 'event-attendance',
  version: 1,
  question: 2,
  unit: 'count',
  families: ['register'],
  declared: true,
  rollUp: 'sum',
  stage: 'outcome',
  leading: true,
  measures: ['attended'],
  texts: {
    id: {
      name: 'Peserta acara',
      plain: 'Berapa orang yang datang ke acara instansi.',
      formula: 'Jumlah peserta yang hadir pada semua acara selama periode.',
      limits: 'Orang yang datang ke dua acara dihitung dua kali.',
    },
    en: {
      name: 'Event attendance',
      plain: 'How many people came to the agency’s events.',
      formula: 'Attendance of all events in the period, added up.',
      limits: 'A person who comes to two events is counted twice.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  examples: [
    {
      title: { id: 'Sebulan', en: 'A month' },
      facts: [facts('a', { daily: { attended: days(180) } })],
      expect: { figure: known(180) },
    },
    {
      title: { id: 'Tidak ada acara', en: 'No events' },
      facts: [facts('a', { daily: { attended: days(0) } })],
      expect: { figure: known(0) },
    },
  ],
  compute: (accounts) => wholesOf('attended', accounts),
};
