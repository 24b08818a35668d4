import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { wholesOf } from './formula/whole.ts';

export const messagesSent: Kpi = {
  id: 'messages-sent',
  version: 1,
  question: 5,
  unit: 'count',
  families: ['register'],
  declared: true,
  rollUp: 'sum',
  stage: 'output',
  measures: ['messages-sent'],
  texts: {
    id: {
      name: 'Pesan terkirim',
      plain: 'Berapa pesan (surel, SMS, WhatsApp, telepon) yang dikirim instansi kepada warga.',
      formula: 'Jumlah pesan yang dikirim lewat semua saluran selama periode.',
      limits: 'Satu orang dapat menerima banyak pesan. Lebih banyak tidak berarti lebih baik.',
    },
    en: {
      name: 'Messages sent',
      plain: 'How many messages (e-mail, SMS, WhatsApp, calls) the agency sent to citizens.',
      formula: 'Messages sent through all channels in the period, added up.',
      limits: 'One person can get many messages. More is not better in itself.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  examples: [
    {
      title: { id: 'Sebulan', en: 'A month' },
      facts: [facts('a', { monthly: { 'messages-sent': days(12_400, 1, 1) } })],
      expect: { figure: known(12_400) },
    },
    {
      title: { id: 'Belum dimasukkan', en: 'Not imported' },
      facts: [facts('a', { monthly: { 'messages-sent': { ...days(0, 0, 1), reason: 'not-imported' } } })],
      expect: { figure: missing('not-imported') },
    },
  ],
  compute: (accounts) => wholesOf('messages-sent', accounts),
};
