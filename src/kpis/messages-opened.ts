import { known, missing } from '#model/figure.ts';
import { days, facts, part } from './example.ts';
import { byChannel } from './channel.ts';
import type { Kpi } from './kpi.ts';

export const messagesOpened: Kpi = {
  id: 'messages-opened',
  version: 1,
  question: 5,
  unit: 'ratio',
  families: ['register'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['messages-opened'],
  texts: {
    id: {
      name: 'Pesan dibuka',
      plain: 'Dari setiap pesan yang sampai, berapa bagian yang dibuka.',
      formula: 'Pesan yang dibuka dibagi pesan yang sampai, pada saluran yang memberi kedua angka.',
      limits:
        'SMS dan telepon tidak punya angka ini. Sebagian surel tercatat terbuka oleh mesin, sebagian lagi dibaca tanpa tercatat.',
    },
    en: {
      name: 'Messages opened',
      plain: 'Of all messages delivered, the share that was opened.',
      formula: 'Messages opened divided by messages delivered, of the channels that give both.',
      limits: 'SMS and calls do not have this figure. Some e-mails are opened by machines, others are read and never counted.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  examples: [
    {
      title: { id: 'Hanya saluran yang memberi kedua angka', en: 'Only channels that give both figures' },
      facts: [
        facts('a', {
          parts: {
            'messages-opened': [part({ channel: 'email' }, 400)],
            'messages-delivered': [part({ channel: 'email' }, 1_000), part({ channel: 'sms' }, 300)],
          },
        }),
      ],
      expect: { figure: known(0.4), numerator: 400, denominator: 1_000, n: 1_000 },
    },
    {
      title: { id: 'Tidak ada saluran yang memberi', en: 'No channel gives it' },
      facts: [facts('a', { monthly: { 'messages-opened': { ...days(0, 0, 1), reason: 'empty' } } })],
      expect: { figure: missing('empty') },
    },
  ],
  compute: (accounts) => byChannel('messages-opened', 'messages-delivered', accounts),
};
