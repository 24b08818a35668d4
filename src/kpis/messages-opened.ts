import { messageRate } from './formula/message-rate.ts';

export const messagesOpened = messageRate('messages-opened', 'messages-delivered', {
  id: 'messages-opened',
  stage: 'out-take',
  leading: true,
  texts: {
    id: {
      name: 'Pesan dibuka',
      plain: 'Dari setiap pesan yang sampai, berapa bagian yang dibuka.',
      formula: 'Pesan yang dibuka dibagi pesan yang sampai, bulan demi bulan, pada saluran yang memberi kedua angka.',
      limits:
        'SMS dan telepon tidak punya angka ini. Sebagian surel tercatat terbuka oleh mesin, sebagian lagi dibaca tanpa tercatat.',
    },
    en: {
      name: 'Messages opened',
      plain: 'Of all messages delivered, the share that was opened.',
      formula: 'Messages opened divided by messages delivered, month by month, of the channels that give both.',
      limits: 'SMS and calls do not have this figure. Some e-mails are opened by machines, others are read and never counted.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
});
