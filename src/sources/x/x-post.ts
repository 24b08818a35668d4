import { z } from 'zod';
import type { Reason } from '#model/figure.ts';
import type { Post, PostType } from '#model/post.ts';
import { counted } from '../figure/figures.ts';
import { instant, moment } from '../figure/moment.ts';
import type { Ask } from '../source.ts';
import { words } from '../figure/text.ts';
import { declaration } from './x-declaration.ts';

const Count = z.number().optional();
const Ids = z.array(z.string().regex(/^\d{1,19}$/)).min(1);
const References = z.array(z.object({ type: z.string() })).optional();
const Long = z.object({ text: z.string() }).optional();

/** A post as X gives it, under its old names and its new ones. */
export const Entry = z.object({
  id: z.string().regex(/^\d{1,19}$/),
  text: z.string(),
  created_at: z.string(),
  edit_history_tweet_ids: Ids.optional(),
  edit_history_post_ids: Ids.optional(),
  in_reply_to_user_id: z.string().optional(),
  referenced_tweets: References,
  referenced_posts: References,
  note_tweet: Long,
  note_post: Long,
  attachments: z.object({ media_keys: z.array(z.string()).optional(), poll_ids: z.array(z.unknown()).optional() }).optional(),
  entities: z
    .object({ urls: z.array(z.object({ media_key: z.string().optional(), expanded_url: z.string().optional() })).optional() })
    .optional(),
  public_metrics: z
    .object({
      impression_count: Count,
      like_count: Count,
      reply_count: Count,
      retweet_count: Count,
      repost_count: Count,
      quote_count: Count,
      bookmark_count: Count,
    })
    .default({}),
  non_public_metrics: z.object({ url_link_clicks: Count, user_profile_clicks: Count, engagements: Count }).optional(),
});
export type Entry = z.infer<typeof Entry>;

/** The fields to ask for; text, id and edit history come unasked. */
export const FIELDS = 'created_at,public_metrics,attachments,entities,in_reply_to_user_id,referenced_tweets,note_tweet';

/** Neither a repost, nor a reply to somebody else, nor a version that was edited since. */
export function isOwn(entry: Entry, self: string): boolean {
  const kinds = (entry.referenced_tweets ?? entry.referenced_posts ?? []).map((one) => one.type);
  const newest = (entry.edit_history_tweet_ids ?? entry.edit_history_post_ids)?.at(-1) ?? entry.id;
  const stranger = entry.in_reply_to_user_id !== undefined && entry.in_reply_to_user_id !== self;
  return !kinds.some((kind) => kind === 'retweeted' || kind === 'reposted') && !stranger && newest === entry.id;
}

/** `hidden` says why private figures are not known, where they are not. */
export function post(entry: Entry, ask: Ask, username: string, hidden: Reason): Post {
  const { public_metrics: seen, non_public_metrics: inner } = entry;
  const renamed = seen.retweet_count === undefined && seen.repost_count !== undefined;
  const text = (entry.note_tweet ?? entry.note_post)?.text ?? entry.text;
  return {
    id: (entry.edit_history_tweet_ids ?? entry.edit_history_post_ids)?.[0] ?? entry.id,
    ...moment(instant(entry.created_at), ask.zone),
    type: typeOf(entry),
    url: `https://x.com/${encodeURIComponent(username)}/status/${entry.id}`,
    ...words(text, [username, ask.account.handle]),
    figures: {
      impressions: counted('public_metrics.impression_count', seen.impression_count),
      likes: counted('public_metrics.like_count', seen.like_count),
      comments: counted('public_metrics.reply_count', seen.reply_count),
      shares: counted(`public_metrics.${renamed ? 'repost' : 'retweet'}_count`, renamed ? seen.repost_count : seen.retweet_count),
      quotes: counted('public_metrics.quote_count', seen.quote_count),
      saves: counted('public_metrics.bookmark_count', seen.bookmark_count),
      'link-clicks': counted('non_public_metrics.url_link_clicks', inner?.url_link_clicks, hidden),
      'profile-visits': counted('non_public_metrics.user_profile_clicks', inner?.user_profile_clicks, hidden),
      engagements: counted('non_public_metrics.engagements', inner?.engagements, hidden),
    },
    source: declaration.id,
    api: ask.api,
    observed: ask.today,
  };
}

/** By the media keys, whose first number is their kind; asking for the media themselves would be charged. */
function typeOf({ attachments, entities }: Entry): PostType {
  const keys = attachments?.media_keys ?? [];
  if (keys.length > 1) return 'album';
  if (keys[0] !== undefined) return keys[0].startsWith('3_') ? 'image' : /^(7|13|16)_/.test(keys[0]) ? 'video' : 'other';
  if (attachments?.poll_ids?.length) return 'poll';
  const links = (entities?.urls ?? []).filter((url) => url.media_key === undefined);
  // A quoted post stands among them too.
  return links.some((url) => !/^https:\/\/(x|twitter)\.com\//.test(url.expanded_url ?? '')) ? 'link' : 'text';
}
