import { z } from 'zod';
import type { Post, PostType } from '#model/post.ts';
import { counted } from '../figure/figures.ts';
import { instant, moment } from '../figure/moment.ts';
import { readPages, type Page, type Pages } from '../http/pages.ts';
import type { Ask } from '../source.ts';
import { words } from '../figure/text.ts';
import { digits, type Channel, type Data } from './youtube-channel.ts';
import { declaration } from './youtube-declaration.ts';
import { viewsOver } from './youtube-views.ts';

/** As many as one call of either list may hold. */
const MOST = 50;
const PARTS = 'snippet,contentDetails,statistics,liveStreamingDetails,player';
/** Any height makes YouTube tell the picture's width and height, in its own proportion. */
const HEIGHT = 720;
/** A Short is upright or square and lasts up to three minutes; up to one minute if published before 15 October 2024. */
const SHORT = { seconds: 180, since: '2024-10-15', before: 60 };

const Id = z.string().regex(/^[\w-]{5,40}$/);
const Items = z.object({
  items: z.array(z.object({ contentDetails: z.object({ videoId: Id }) })),
  nextPageToken: z.string().optional(),
});
const Count = z.string().optional();
const Video = z.object({
  id: Id,
  snippet: z.object({
    publishedAt: z.string(),
    title: z.string(),
    description: z.string().default(''),
    liveBroadcastContent: z.string().optional(),
  }),
  contentDetails: z.object({ duration: z.string().optional() }),
  statistics: z.object({ viewCount: Count, likeCount: Count, commentCount: Count }),
  liveStreamingDetails: z.unknown().optional(),
  player: z.object({ embedWidth: z.string().optional(), embedHeight: z.string().optional() }).optional(),
});
type Video = z.infer<typeof Video>;
const Videos = z.object({ items: z.array(Video) });

/** The channel's public videos, newest first, with their public counts. `silent` leaves their words out. */
export async function readUploads(data: Data, ask: Ask, channel: Channel, silent = false): Promise<Pages> {
  // The list of a channel without videos does not exist: asked for, it would be an error.
  if (channel.statistics.videoCount === '0') return { posts: [], span: ask.posts, gaps: [] };
  const playlistId = channel.contentDetails.relatedPlaylists.uploads;
  return readPages(ask.posts, async (pageToken): Promise<Page> => {
    const query = { part: 'contentDetails', playlistId, maxResults: MOST, pageToken };
    const { items, nextPageToken } = await data('/playlistItems', query, Items);
    const ids = [...new Set(items.map((item) => item.contentDetails.videoId))].sort();
    // A video that was taken back between the two calls is not among the answers.
    const videos = ids.length === 0 ? [] : await details(data, ids);
    return { posts: videos.flatMap((video) => post(video, ask, silent)), next: nextPageToken };
  });
}

async function details(data: Data, ids: readonly string[]): Promise<Video[]> {
  const query = { part: PARTS, id: ids.join(','), maxResults: MOST, maxHeight: HEIGHT };
  return (await data('/videos', query, Videos)).items;
}

function post(video: Video, ask: Ask, silent: boolean): Post[] {
  const { snippet, statistics } = video;
  // An announced broadcast has not been shown yet.
  if (snippet.liveBroadcastContent === 'upcoming') return [];
  const published = moment(instant(snippet.publishedAt), ask.zone);
  const said = [snippet.title, snippet.description].filter((text) => text.trim() !== '').join('\n\n');
  return [
    {
      id: video.id,
      ...published,
      type: typeOf(video),
      url: `https://www.youtube.com/watch?v=${video.id}`,
      ...(silent ? { text: '', tags: [] } : words(said, [ask.account.handle])),
      figures: {
        views: counted(viewsOver('statistics.viewCount', published.day, ask.today), digits(statistics.viewCount)),
        likes: counted('statistics.likeCount', digits(statistics.likeCount)),
        comments: counted('statistics.commentCount', digits(statistics.commentCount)),
      },
      source: declaration.id,
      api: ask.api,
      observed: ask.today,
    },
  ];
}

/** YouTube does not say what is a Short: its rule for them (proportion and length) is applied here. */
function typeOf({ contentDetails, liveStreamingDetails, player, snippet }: Video): PostType {
  if ((liveStreamingDetails ?? null) !== null) return 'live';
  const [width, height] = [digits(player?.embedWidth), digits(player?.embedHeight)];
  const length = seconds(contentDetails.duration ?? '');
  if (!width || !height || !length || width > height) return 'video';
  return length <= (snippet.publishedAt < SHORT.since ? SHORT.before : SHORT.seconds) ? 'short-video' : 'video';
}

/** ISO 8601, `PT1M30S` or `P1DT2H`; undefined where it is none. */
function seconds(duration: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (!match) return undefined;
  const [days = 0, hours = 0, minutes = 0, rest = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + rest;
}
