import { messageRate } from './formula/message-rate.ts';

export const messagesClicked = messageRate('messages-clicked', 'messages-delivered', {
  id: 'messages-clicked',
  stage: 'out-take',
  texts: {
    id: {
      name: 'Pesan yang tautannya dibuka',
      plain: 'Dari setiap pesan yang sampai, berapa bagian yang tautannya dibuka.',
      formula: 'Pesan yang tautannya dibuka dibagi pesan yang sampai, bulan demi bulan, pada saluran yang memberi kedua angka.',
      limits:
        'Pembaginya pesan yang sampai, bukan yang dibuka. Penyaring surel membuka sebagian tautan sendiri untuk memeriksanya. Pesan yang sudah menjawab semuanya tidak perlu diklik.',
    },
    en: {
      name: 'Messages clicked',
      plain: 'Of all messages delivered, the share in which a link was opened.',
      formula:
        'Messages in which a link was opened divided by messages delivered, month by month, of the channels that give both.',
      limits:
        'Divided by what was delivered, not by what was opened. Mail filters open some links by themselves to test them. A message that says it all need not be clicked.',
    },
  },
  basis: [
    { title: 'Conventional: one click or more per message delivered' },
    {
      title: 'Email Almanac: clicks per message delivered, and what machines add',
      url: 'https://reviewmyemails.com/emailalmanac/guides/getting-started/understanding-metrics',
    },
  ],
});
