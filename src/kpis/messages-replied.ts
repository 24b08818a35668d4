import { messageRate } from './formula/message-rate.ts';

export const messagesReplied = messageRate('messages-replied', 'messages-delivered', {
  id: 'messages-replied',
  stage: 'out-take',
  texts: {
    id: {
      name: 'Pesan dibalas',
      plain: 'Dari setiap pesan yang sampai, berapa bagian yang dibalas penerimanya.',
      formula: 'Pesan yang dibalas dibagi pesan yang sampai, bulan demi bulan, pada saluran yang memberi kedua angka.',
      limits:
        'Balasan otomatis dan permintaan berhenti berlangganan dapat ikut terhitung, tergantung alat pengirimnya. Balasan bisa pujian, bisa keluhan.',
    },
    en: {
      name: 'Messages replied to',
      plain: 'Of all messages delivered, the share that was replied to.',
      formula: 'Messages that were replied to divided by messages delivered, month by month, of the channels that give both.',
      limits:
        'Automatic replies and requests to unsubscribe may be among them, as the sending tool counts. A reply can be praise or a complaint.',
    },
  },
  basis: [{ title: 'Conventional: messages with a reply, per message delivered' }],
});
