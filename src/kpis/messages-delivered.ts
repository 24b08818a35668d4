import { messageRate } from './formula/message-rate.ts';

export const messagesDelivered = messageRate('messages-delivered', 'messages-sent', {
  id: 'messages-delivered',
  stage: 'out-take',
  texts: {
    id: {
      name: 'Pesan sampai',
      plain: 'Dari setiap pesan yang dikirim, berapa bagian yang sampai.',
      formula: 'Pesan yang sampai dibagi pesan yang dikirim, bulan demi bulan, pada saluran yang memberi kedua angka.',
      limits: 'Sampai berarti diterima server atau ponsel, bukan dibaca.',
    },
    en: {
      name: 'Messages delivered',
      plain: 'Of all messages sent, the share that arrived.',
      formula: 'Messages delivered divided by messages sent, month by month, of the channels that give both.',
      limits: 'Delivered means that a server or phone took it, not that anybody read it.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
});
