import { z } from 'zod';
import { ConfigError, SecretError } from '#model/error.ts';
import type { Declaration } from '#model/source.ts';
import { dated } from '../figure/figures.ts';
import { address, Refused, type Verdict } from '../http/http.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';

const declaration: Declaration = {
  id: 'telegram',
  platform: 'telegram',
  name: 'Telegram',
  title: { en: 'Telegram Bot API, subscribers only', id: 'Telegram Bot API, hanya pelanggan' },
  family: 'social',
  kind: 'api',
  api: 'Bot API',
  server: 'https://api.telegram.org',
  secrets: [
    {
      purpose: 'bot',
      note: { en: 'Token of a bot of the agency, as @BotFather gives it', id: 'Token bot milik instansi, dari @BotFather' },
    },
  ],
  gives: [
    {
      measure: 'followers',
      level: 'account',
      window: 'day',
      metric: 'getChatMemberCount',
      snapshot: true,
      note: {
        en: 'Only the count at the time of the pull; in a group the bot itself is among its members.',
        id: 'Hanya jumlah pada saat penarikan; di grup, bot itu sendiri ikut terhitung.',
      },
    },
  ],
  lacks: [
    {
      measure: 'views',
      level: 'post',
      reason: 'not-offered',
      note: {
        en: 'A bot is told nothing of views, shares and reactions. They stand on the preview page of a channel, which is not an interface and is not scraped here, and in an interface for people’s own log-in, which is no secret to put into a job.',
        id: 'Bot tidak diberi tahu soal penayangan, pembagian, dan reaksi. Angkanya ada di halaman pratinjau kanal, yang bukan antarmuka resmi dan tidak diambil paksa di sini, dan di antarmuka dengan login pribadi, yang tidak layak dijadikan secret.',
      },
    },
    { measure: 'reactions', level: 'post', reason: 'not-offered' },
    { measure: 'shares', level: 'post', reason: 'not-offered' },
    { measure: 'comments', level: 'post', reason: 'not-offered' },
    { measure: 'reach', level: 'account', reason: 'not-offered' },
    { measure: 'impressions', level: 'account', reason: 'not-offered' },
    { measure: 'followers-gained', level: 'account', reason: 'not-offered' },
    { measure: 'followers-lost', level: 'account', reason: 'not-offered' },
  ],
  engagement: [],
  settles: 1,
  freezes: 28,
  limits: {
    en: 'Subscribers are all that a bot can count; posts are not read. Telegram wants the bot’s token in the address of each request: it is put there on the wire alone, and no message, log or file shows it. Whether the bot has to be a member of a public channel has not been tried.',
    id: 'Jumlah pelanggan adalah satu-satunya yang dapat dihitung bot; kiriman tidak dibaca. Telegram meminta token bot di alamat tiap permintaan: token hanya ditaruh saat dikirim, dan tidak tampak dalam pesan, log, atau berkas mana pun. Apakah bot harus menjadi anggota kanal publik belum dicoba.',
  },
  how: [
    {
      en: 'Not tried: in Telegram, write /newbot to @BotFather and follow it; it gives the token.',
      id: 'Belum dicoba: di Telegram, kirim /newbot kepada @BotFather dan ikuti langkahnya; token akan diberikan.',
    },
    {
      en: 'Not tried: add the bot to the channel as an administrator without any right.',
      id: 'Belum dicoba: tambahkan bot ke kanal sebagai admin tanpa hak apa pun.',
    },
    {
      en: 'Store the token as a secret of the environment "collect", for example TELEGRAM_TOKEN, and write that name as "token" and the channel’s name, for example @dinascontoh, as "handle" in agency.json.',
      id: 'Simpan token sebagai secret di environment "collect", misalnya TELEGRAM_TOKEN, lalu tulis nama itu sebagai "token" dan nama kanal, misalnya @dinascontoh, sebagai "handle" di agency.json.',
    },
  ],
  tried: 'never',
  fixture: 'Ours, after the documentation; no real answer was recorded.',
  documentation: 'https://core.telegram.org/bots/api#getchatmembercount',
};

const Members = z.object({ ok: z.literal(true), result: z.number() });
const Fault = z.object({
  ok: z.literal(false),
  description: z.string(),
  parameters: z.object({ retry_after: z.number().positive().optional() }).optional(),
});

async function collect(ask: Ask): Promise<Pull> {
  const members = await read(ask);
  return {
    api: ask.api,
    series: [
      {
        measure: 'followers',
        window: 'day',
        dimensions: {},
        source: declaration.id,
        metric: 'getChatMemberCount',
        api: ask.api,
        values: [dated(ask.today, ask.today, members)],
      },
    ],
    posts: [],
    span: null,
    gaps: [],
  };
}

/** Members of the chat. The token takes the place of `:token` in the path, on the wire alone. */
async function read(ask: Ask): Promise<number> {
  const inPath = ask.token();
  const name = ask.account.token ?? '';
  const url = address(ask.account.server ?? declaration.server ?? '', '/bot:token/getChatMemberCount', { chat_id: chatOf(ask) });
  // Anything else would be another address. 123456:letters is how @BotFather writes it.
  if (!/^[\w:-]+$/.test(inPath))
    throw new SecretError(name, `${name}: this is no token of a Telegram bot; copy it again from @BotFather`);
  try {
    return (await ask.http.json({ url, schema: Members, inPath, judge })).body.result;
  } catch (error) {
    // A token that is none is "Not Found", since it is part of the address.
    const refused = error instanceof Refused && (error.status === 401 || error.status === 404);
    if (!refused) throw error;
    throw new SecretError(
      name,
      `${name}: Telegram refuses the bot's token (${error.status}); ask @BotFather for it, see docs/sources/telegram.md`,
    );
  }
}

/** A public name with its "@", or the number of a chat. */
function chatOf({ account }: Ask): string {
  const name = account.handle.replace(/^(?:https:\/\/t\.me\/|@)/, '');
  if (/^-?\d{1,20}$/.test(name)) return name;
  if (/^[A-Za-z]\w{3,31}$/.test(name)) return `@${name}`;
  throw new ConfigError(
    `agency.json: "handle" of the account "${account.id}" is no name of a Telegram channel, such as @dinascontoh`,
  );
}

async function examine(ask: Ask): Promise<Examination> {
  try {
    await read(ask);
    return { works: true, lacks: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { works: false, lacks: [`${error.message}. Add the bot to the channel, and check "handle" in agency.json.`] };
  }
}

function judge(status: number, body: unknown): Verdict | undefined {
  const fault = Fault.safeParse(body).data;
  if (!fault) return undefined;
  const seconds = fault.parameters?.retry_after;
  const wait = seconds === undefined ? undefined : seconds * 1000;
  return { again: status === 429 || status >= 500, wait };
}

export const telegram: ApiSource = { declaration, collect, examine };
