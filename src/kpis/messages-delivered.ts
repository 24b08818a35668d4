import { known, missing } from '#model/figure.ts';
import { days, facts, part } from './example.ts';
import { byChannel } from './channel.ts';
import type { Kpi } from './kpi.ts';

export const messagesDelivered: Kpi = {
  id: 'messages-delivered',
  version: 1,
  question: 5,
  unit: 'ratio',
  families: ['register'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['messages-delivered'],
  texts: {
    id: {
      name: 'Pesan sampai',
      plain: 'Dari setiap pesan yang dikirim, berapa bagian yang sampai.',
      formula: 'Pesan yang sampai dibagi pesan yang dikirim, pada saluran yang memberi kedua angka.',
      limits: 'Sampai berarti diterima server atau ponsel, bukan dibaca.',
    },
    en: {
      name: 'Messages delivered',
      plain: 'Of all messages sent, the share that arrived.',
      formula: 'Messages delivered divided by messages sent, of the channels that give both.',
      limits: 'Delivered means that a server or phone took it, not that anybody read it.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  examples: [
    {
      title: { id: 'Hanya saluran yang memberi kedua angka', en: 'Only channels that give both figures' },
      facts: [
        facts('a', {
          parts: {
            'messages-delivered': [part({ channel: 'email' }, 400)],
            'messages-sent': [part({ channel: 'email' }, 1_000), part({ channel: 'sms' }, 300)],
          },
        }),
      ],
      expect: { figure: known(0.4), numerator: 400, denominator: 1_000, n: 1_000 },
    },
    {
      title: { id: 'Tidak ada saluran yang memberi', en: 'No channel gives it' },
      facts: [facts('a', { monthly: { 'messages-delivered': { ...days(0, 0, 1), reason: 'empty' } } })],
      expect: { figure: missing('empty') },
    },
  ],
  compute: (accounts) => byChannel('messages-delivered', 'messages-sent', accounts),
};
